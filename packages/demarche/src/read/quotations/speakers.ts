import { stage, tokensIn, type Doc, type Stage } from '../../doc/index.js'
import type { MentionRow, QuotationRow } from '../../spec/index.js'
import { contains, overlaps, type Span } from '../../text/index.js'

type Read = Doc<'tokens' | 'sentences' | 'tree' | 'speech' | 'mentions' | 'actors'>

/** What a mention must be to stand for a speaker, the better first. */
const RANK: Readonly<Record<MentionRow['kind'], number>> = { name: 0, office: 1, pronoun: 2, group: 3, nationality: 4 }
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'him', 'her', 'his', 'they', 'who'])

/** Binds the sources of quotations to actors: by the mention in the source, for a pronoun without one by who spoke last. */
export function createQuotations(): Stage {
  return stage({
    name: 'quotations',
    needs: ['tokens', 'sentences', 'tree', 'speech', 'mentions', 'actors'],
    gives: ['quotations'],
    run: (doc: Read) => ({ quotations: bound(doc) }),
  })
}

function bound(doc: Read): QuotationRow[] {
  const mentions = doc.mentions.filter(({ actor }) => actor !== undefined).toSorted((a, b) => a.span.from - b.span.from)
  const persons = new Set(doc.actors.filter(({ kind }) => kind === 'person').map(({ id }) => id))
  const countries = new Map(doc.actors.map(({ id, country }) => [id, country]))
  let last: { readonly speaker: string; readonly paragraph: number } | undefined
  const speakers = new Map<QuotationRow, string>()
  for (const row of doc.speech.toSorted((a, b) => place(a) - place(b))) {
    const paragraph =
      doc.sentences[doc.tokens.sentence[Math.min(tokensIn(doc.tokens, row.content[0]!).first, doc.tokens.length - 1)]!]?.paragraph ?? 0
    const found = row.source && speakerIn(doc, mentions, row.source)
    // "the Belarusian leader": a person of that country who spoke last is meant, not the state.
    const named =
      found?.kind === 'nationality' && last && countries.get(last.speaker) === found.actor!.replace(/^state:/, '')
        ? last.speaker
        : found?.actor
    const near = last && paragraph - last.paragraph <= 1 ? last.speaker : undefined
    const goesOn = row.source ? PRONOUNS.has(doc.text.slice(row.source.from, row.source.to).toLowerCase()) : row.kind === 'direct'
    const speaker = named ?? (goesOn ? near : undefined)
    if (speaker === undefined) continue
    speakers.set(row, speaker)
    if (persons.has(speaker)) last = { speaker, paragraph }
  }
  return doc.speech.map((row) => {
    const speaker = speakers.get(row)
    return speaker === undefined ? row : { ...row, speaker }
  })
}

const place = ({ source, content }: QuotationRow): number => (source ?? content[0]!).from

/** The mention that holds the head of the source, else of the best mention in it. */
function speakerIn(doc: Read, mentions: readonly MentionRow[], source: Span): MentionRow | undefined {
  const inside = from(mentions, source)
  const head = headOf(doc, source)
  const heading = inside.filter(({ span }) => contains(span, head))
  const best = (of: readonly MentionRow[]) => of.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || a.span.from - b.span.from)[0]
  return best(heading) ?? best(inside)
}

/** The mentions that touch a span; `mentions` in order of their starts. */
function from(mentions: readonly MentionRow[], source: Span): MentionRow[] {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (mentions[middle]!.span.to <= source.from) low = middle + 1
    else high = middle
  }
  const found: MentionRow[] = []
  for (let i = low; i < mentions.length && mentions[i]!.span.from < source.to; i++)
    if (overlaps(mentions[i]!.span, source)) found.push(mentions[i]!)
  return found
}

/** The word of the source that hangs on something outside it. */
function headOf(doc: Read, source: Span): Span {
  const { first, end } = tokensIn(doc.tokens, source)
  for (let i = first; i < end; i++) {
    const head = doc.tree.head[i]!
    if (head < first || head >= end) return { from: doc.tokens.start[i]!, to: doc.tokens.end[i]! }
  }
  return source
}
