// What elements of HTML are, where a walk without a DOM must know it.

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** Elements without content. */
export const VOID = set('area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen')
/** Elements that begin and end a run of text. */
export const BLOCKS = set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul video audio',
)
/** Elements that close an open paragraph. */
export const CLOSES_P = set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul',
)
/** Elements that close an open one of some kinds, as far as one that holds both. */
export const SELF_CLOSING_SIBLINGS: Readonly<
  Record<string, { readonly closes: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { closes: set('li'), within: set('ul ol menu dir') },
  dt: { closes: set('dt dd'), within: set('dl') },
  dd: { closes: set('dt dd'), within: set('dl') },
  tr: { closes: set('tr td th'), within: set('table') },
  td: { closes: set('td th'), within: set('tr table') },
  th: { closes: set('td th'), within: set('tr table') },
  option: { closes: set('option'), within: set('select') },
}
