// How often each type of a set is wanted, made and right: of each row the types told and the types made are compared as multisets, as the board does for its sums.

/** What of a row is compared, by set: the types that are wanted and those that a row of claims makes. */
export const SETS = {
  'plv-test': {
    unit: 'type',
    wanted: ({ events }) => events.map(({ type }) => type),
    made: (claims) => claims.map(({ type }) => plv(type)),
  },
  'plover-gsr': { unit: 'type', wanted: ({ events }) => events.map(({ type }) => type), made: (claims) => claims.map(({ type }) => type) },
  'cameo-examples': { unit: 'CAMEO root', wanted: ({ events }) => events.map(root), made: (claims) => claims.map(root) },
  // A headline has one coding: its first claim.
  'ngec-headlines': {
    unit: 'type',
    wanted: ({ events }) => [events[0].type],
    made: (claims) => claims.slice(0, 1).map(({ type }) => type),
  },
}

/** PLV joins two types of PLOVER: YIELD = CONCEDE + RETREAT. */
function plv(type) {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type
}

function root({ cameo }) {
  return String(cameo ?? '').slice(0, 2)
}

/**
 * Counts by type, types in the order of the alphabet; a type that is only made is counted too.
 * A negated claim says that nothing happened; one without type and code has no place in the scheme: neither is counted.
 * @param set a name of `SETS`  @param gold rows of the set  @param rows rows of `demarche code --jsonl`, or of another coder in their form
 */
export function countsOf(set, gold, rows) {
  const claimsOf = new Map()
  for (const { id, claims } of rows) if (!claimsOf.has(id)) claimsOf.set(id, claims ?? [])
  const counts = new Map()
  const countOf = (type) => {
    if (!counts.has(type)) counts.set(type, { type, wanted: 0, made: 0, right: 0 })
    return counts.get(type)
  }
  for (const row of gold) {
    const claims = (claimsOf.get(row.id) ?? []).filter(({ type, cameo, status }) => (type || cameo) && status !== 'negated')
    const open = SETS[set].wanted(row)
    for (const type of open) countOf(type).wanted++
    for (const type of SETS[set].made(claims)) {
      countOf(type).made++
      const at = open.indexOf(type)
      if (at < 0) continue
      open.splice(at, 1)
      countOf(type).right++
    }
  }
  return [...counts.values()].toSorted((a, b) => (a.type < b.type ? -1 : 1))
}

/** Precision, recall and F1 of counts, each from 0 to 1; `undefined` where nothing was made or wanted. */
export function measuresOf({ wanted, made, right }) {
  return {
    p: made > 0 ? right / made : undefined,
    r: wanted > 0 ? right / wanted : undefined,
    f1: wanted + made > 0 ? (2 * right) / (wanted + made) : undefined,
  }
}

/** The counts of all types together. */
export function sumOf(counts) {
  return counts.reduce(
    (sum, { wanted, made, right }) => ({ wanted: sum.wanted + wanted, made: sum.made + made, right: sum.right + right }),
    { wanted: 0, made: 0, right: 0 },
  )
}
