export {
  ActorRow, ArticleRow, ClaimRow, DocumentRow, EntryRow, EventRow, FailureRow, FigureRow, InputRow, MentionRow, PartyRow, PlaceRow, QuotationRow, Removed, SpanRow, StateRow, STATUSES, TimeRow, TokenRow,
} from './row.js'
