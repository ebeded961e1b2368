import type { Name } from '../../doc/index.js'

/** Which names are mentions: a title before a person is none ("Colonel", "Dr"), nor a word of no meaning that an office holds. */
export function shown(names: readonly Name[], length: number): boolean[] {
  const held = new Uint8Array(length)
  for (const { type, tokens } of names) if (type === 'office' || type === 'group') held.fill(1, tokens.first, tokens.end)
  return names.map((name) => {
    if (name.type === 'other') return held[name.head] === 0
    return !(
      name.type === 'office' &&
      name.person !== undefined &&
      name.of === undefined &&
      name.sector !== 'GOV' &&
      name.tokens.end - name.tokens.first < 3
    )
  })
}
