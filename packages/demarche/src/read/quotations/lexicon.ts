/** The media of attributions: what a speaker speaks through, or what speaks. */
export const MEDIA = [
  'documents',
  'statement',
  'speech',
  'interview',
  'briefing',
  'post',
  'letter',
  'testimony',
  'ruling',
  'poll',
  'data',
  'study',
  'media',
  'intelligence',
  'sources',
  'footage',
] as const
export type Medium = (typeof MEDIA)[number]

/** Where the content of a reporting verb may stand; `lexicon/speech.verbs.tsv` explains each. Any other word is a preposition. */
export const FRAMES: readonly string[] = [
  'quote',
  'that',
  'wh',
  'to',
  'whom-to',
  'whom',
  'thing',
  'as',
  'be',
  'whom-of',
  'whom-for',
  'whom-about',
]

/** The part `speech` of the language bundle: frames of verbs and nouns by lemma, media by word. */
export interface SpeechLexicon {
  readonly verbs: Readonly<Record<string, readonly string[]>>
  readonly nouns: Readonly<Record<string, readonly string[]>>
  readonly media: {
    readonly noun: Readonly<Record<string, Medium>>
    readonly verb: Readonly<Record<string, Medium>>
    readonly name: Readonly<Record<string, Medium>>
  }
}

/** The same for look-up: no word of a text is ever a key of an object. */
export interface Words {
  readonly verbs: ReadonlyMap<string, ReadonlySet<string>>
  readonly nouns: ReadonlyMap<string, ReadonlySet<string>>
  readonly media: {
    readonly noun: ReadonlyMap<string, Medium>
    readonly verb: ReadonlyMap<string, Medium>
    readonly name: ReadonlyMap<string, Medium>
  }
}

export function wordsOf({ verbs, nouns, media }: SpeechLexicon): Words {
  const sets = (of: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(of).map(([word, frames]) => [word, new Set(frames)]))
  return {
    verbs: sets(verbs),
    nouns: sets(nouns),
    media: {
      noun: new Map(Object.entries(media.noun)),
      verb: new Map(Object.entries(media.verb)),
      name: new Map(Object.entries(media.name)),
    },
  }
}
