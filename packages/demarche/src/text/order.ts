/** Order by UTF-16 code units: the same on every machine and in every locale, unlike `localeCompare`. For `toSorted`. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
