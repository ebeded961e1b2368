import type { Change } from '../ledger/index.js'

/** The name of a relation: its kind and its sides, in order. */
export const relationOf = ({ of, sides }: Pick<Change, 'of' | 'sides'>): string => JSON.stringify([of, ...sides.map(([, id]) => id)])
