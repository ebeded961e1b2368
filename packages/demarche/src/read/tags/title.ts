import { xposId } from '../../doc/index.js'
import type { TagsModel } from './model.js'

/** Bit of the dictionary's class that says a word may be a verb. */
const VERB = 2
const PROPER = xposId.get('NNP')!
/** This share of the longer words begins with a capital. */
const SHARE = 0.6

/** True when the words of a sentence begin with capitals as headlines do: "Army Agrees to Withdraw From Town". */
export function isTitleCase(forms: readonly string[]): boolean {
  let capital = 0
  let all = 0
  for (const form of forms) {
    if (form.length < 4 || !/^\p{L}/u.test(form)) continue
    all++
    if (/^\p{Lu}\p{Ll}/u.test(form)) capital++
  }
  return all >= 3 && capital / all >= SHARE
}

/**
 * The words of a headline as prose would have them: in lower case where the word is known and was never a name. `common` are words in lower case that
 * name no one ("truce", "withdrawal"). Traps: "Turkey", "China" stay as they are.
 */
export function asProse(model: TagsModel, forms: readonly string[], common: ReadonlySet<string> = new Set()): string[] {
  const proper = model.labels.findIndex(([, xpos]) => xpos === PROPER)
  return forms.map((form) => {
    if (!/^\p{Lu}\p{Ll}+$/u.test(form)) return form
    const lower = form.toLowerCase()
    const candidates = model.candidates.get(lower)
    if (candidates) return candidates.includes(proper) ? form : lower
    const stems = [lower, lower.replace(/(?:ed|es|s|ing)$/, ''), lower.replace(/(?:d|ing)$/, ''), lower.replace(/ing$|ed$/, 'e')]
    if (common.has(lower) || common.has(lower.replace(/s$/, ''))) return lower
    return stems.some((stem) => stem.length > 2 && ((model.dictionary.get(stem) ?? 0) & VERB) !== 0) ? lower : form
  })
}
