import { MEDIA, type Medium, type SpeechLexicon } from 'demarche/read/quotations'
import { badRow, readTsv } from './tsv.js'

/** Compiles `lexicon/speech.*.tsv`. Throws a `Problem` for a word that stands twice and for an unknown medium. */
export function buildSpeech(sources: URL): SpeechLexicon {
  return {
    verbs: frames(new URL('lexicon/speech.verbs.tsv', sources)),
    nouns: frames(new URL('lexicon/speech.nouns.tsv', sources)),
    media: media(new URL('lexicon/speech.media.tsv', sources)),
  }
}

function frames(file: URL): Record<string, readonly string[]> {
  const words: Record<string, readonly string[]> = {}
  for (const { line, cells } of readTsv(file, 2)) {
    const [word, takes] = cells as [string, string]
    if (words[word]) throw badRow(file, line, `gives “${word}” a second time`)
    words[word] = takes.split(' ')
  }
  return words
}

function media(file: URL): SpeechLexicon['media'] {
  const of: Record<string, Record<string, Medium>> = { noun: {}, verb: {}, name: {} }
  for (const { line, cells } of readTsv(file, 3)) {
    const [word, kind, medium] = cells as [string, string, string]
    if (!of[kind]) throw badRow(file, line, `has the unknown kind “${kind}”`)
    if (!(MEDIA as readonly string[]).includes(medium)) throw badRow(file, line, `has the unknown medium “${medium}”`)
    of[kind][word] = medium as Medium
  }
  return of as unknown as SpeechLexicon['media']
}
