export {
  ActorRow, ArticleRow, ClaimRow, DocumentRow, EntryRow, FailureRow, FigureRow, InputRow, MentionRow, PlaceRow, QuotationRow, Removed, SpanRow, StateRow, STATUSES, TimeRow, TokenRow,
} from './row.js'
