import { readBook, type RuleBook } from 'demarche/coding'

/** Reads, checks and compiles rules, lexicon and schemes into `rules.json`. */
export const buildRules = (sources: URL): RuleBook => readBook(sources)
