/** Characters `from` up to, not including, `to`, in UTF-16 code units of the article's text. The only range that leaves `read/`. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const span = (from: number, to: number): Span => ({ from, to })

/** True when the two share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** True when `inner` lies wholly in `outer`; equal spans contain each other. */
export const contains = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to

/** The smallest span that holds both. */
export const hull = (a: Span, b: Span): Span => ({ from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) })

/** Order of reading: by start, the longer first. For `toSorted`. */
export const byPosition = (a: Span, b: Span): number => a.from - b.from || b.to - a.to
