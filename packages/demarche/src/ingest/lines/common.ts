/** How common a stem is in articles of all topics: 0 for those of nearly every article to 2; those that are not listed are rare, 3. */
export type Common = ReadonlyMap<string, number>
export const NO_COMMON: Common = new Map()
export const RARE = 3

/** Reads three lists of stems, the commonest first, as the model's file holds them. */
export const commonOf = (lists: readonly string[]): Common =>
  new Map(lists.flatMap((list, level) => list.split(' ').map((stem): [string, number] => [stem, level])))
