import type { Draft } from './draft.js'
import { listed } from './grouped.js'
import type { Read } from './party.js'

/** The drafts of a document as they come, and what is asked of them for each further act: never all of them are gone through. */
export class Drafts {
  readonly all: Draft[] = []
  private readonly bySentence = new Map<number, Draft[]>()
  private readonly kinds = new Map<number, string | null | undefined>()
  private readonly waiting = new Set<number>()
  private readonly parties: Uint8Array
  constructor(private readonly doc: Read) {
    this.parties = new Uint8Array(doc.tokens.length)
  }

  add(draft: Draft): void {
    const { act } = draft.chosen
    this.all.push(draft)
    this.kinds.set(act.carrier?.head ?? act.head, draft.chosen.rule.codes.type)
    listed(this.bySentence, this.sentenceOf(draft), draft)
    if (act.status !== 'actual') this.waiting.add(act.head)
    for (const { first, end } of [...draft.actors, ...draft.recipients]) this.parties.fill(1, first, end)
  }
  /** The sentence in which an act is told. */
  sentenceOf({ chosen: { act } }: Draft): number {
    return this.doc.tokens.sentence[act.head]!
  }
  /** The drafts of the same sentence, this one among them. */
  beside(draft: Draft): readonly Draft[] {
    return this.bySentence.get(this.sentenceOf(draft)) ?? []
  }
  /** The type of the rule that reads the act at a token, if its draft is made. */
  kindAt(head: number): string | null | undefined {
    return this.kinds.get(head)
  }
  tellsIn(sentence: number): boolean {
    return this.bySentence.has(sentence)
  }
  /** Whether a token is the head of an act that is told as not, or not yet, done. */
  isWaiting(head: number): boolean {
    return this.waiting.has(head)
  }
  /** Whether a token stands inside a party of a draft. */
  isParty(token: number): boolean {
    return this.parties[token] === 1
  }
}
