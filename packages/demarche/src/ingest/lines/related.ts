import type { ArticleRow } from '../../spec/index.js'

const MARK = /^\s*(?:[-*•–—▪►●»>]\s*)*(?:#?\d{1,2}[.):]?\s+)?/
const LEAD = /^(?:read|see|watch|also|more|next|up next|related|in case you missed it|don[’']t miss)\b[^:|–—]{0,24}[:|–—]\s*/i
/** A headline has at least so many words; no more headlines than this are told. */
const WORDS = 4
const MOST = 60

/** The headlines of other articles in what was removed, without marks, numbers and "Read also:". */
export function relatedIn(text: string, removed: ArticleRow['removed']): string[] {
  return removed
    .filter(({ why }) => why === 'headline-list' || why === 'read-also')
    .flatMap(({ span }) => text.slice(span.from, span.to).split(/\n|\s[-–—•*]\s(?=\d)/))
    .map((part) => part.replace(MARK, '').replace(LEAD, '').trim())
    .filter((part) => part.split(/\s+/).length >= WORDS)
    .slice(0, MOST)
}
