/** “; did you mean …?” where one of the names is what was meant: one letter more, less or other, two in turned order, or the name's beginning. Else nothing. */
export function meant(said: string, names: readonly string[]): string {
  const found = names.find((name) => isNear(said, name)) ?? (said.length > 1 ? names.find((name) => name.startsWith(said)) : undefined)
  return found === undefined ? '' : `; did you mean “${found}”?`
}

function isNear(said: string, name: string): boolean {
  if (Math.abs(said.length - name.length) > 1) return false
  const start = [...name].findIndex((letter, i) => letter !== said[i])
  const from = start < 0 ? name.length : start
  const [a, b] = [said.slice(from), name.slice(from)]
  const isTurned = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2)
  return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b || isTurned
}
