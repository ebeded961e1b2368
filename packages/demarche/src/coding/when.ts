import { type Act, subtree, tokenAt } from '../doc/index.js'
import type { ClaimRow, TimeRow } from '../spec/index.js'
import type { Read } from './party.js'

type When = ClaimRow['when']
/** Days after which what a dated sentence tells is background, not news. */
const BACKGROUND = 60

/** When an act took place: the time that hangs on it, else that of its clause, else the last one told before in its paragraph, else the day of publication. */
export function whenOf(doc: Read, act: Act, status: string): When {
  const { span, paragraph } = doc.sentences[doc.tokens.sentence[act.head]!]!
  const dated = doc.times.filter(({ type, from }) => from !== undefined && (type === 'DATE' || type === 'TIME'))
  const here = dated.filter((time) => time.span.from >= span.from && time.span.to <= span.to)
  const own = nearest(doc, act, here)
  if (own) return stated(own, 'stated')
  const day = doc.article.published?.day
  const publication: When = day === undefined ? { basis: 'unknown' } : { from: day, to: day, basis: 'publication' }
  if (status !== 'actual') return publication
  const told = dated.findLast((time) => time.span.to <= span.from && doc.sentences.some((it) => it.paragraph === paragraph && time.span.from >= it.span.from && time.span.to <= it.span.to))
  return told ? stated(told, 'narrative') : publication
}

const stated = ({ from, to, span }: TimeRow, basis: 'stated' | 'narrative'): When => ({ from: from!, to: to ?? from!, ...(basis === 'stated' && { span }), basis })

/** Times below the act first, then the nearest in the sentence by tokens. */
function nearest({ tokens, tree }: Read, { head, carrier }: Act, times: readonly TimeRow[]): TimeRow | undefined {
  const under = subtree(tree, carrier?.head ?? head)
  const at = ({ span }: TimeRow): number => tokenAt(tokens, span.from)
  const cost = (time: TimeRow): number => Math.abs(at(time) - head) + (at(time) >= under.first && at(time) < under.end ? 0 : 30)
  return times.toSorted((a, b) => cost(a) - cost(b) || a.span.from - b.span.from)[0]
}

/** Whether an act is background: it ended more than two months before the day of the text. */
export function isHistorical(doc: Read, { to, basis }: When): boolean {
  const day = doc.article.published?.day
  if (day === undefined || to === undefined || (basis !== 'stated' && basis !== 'narrative')) return false
  return (Date.parse(day) - Date.parse(to)) / 86_400_000 > BACKGROUND
}
