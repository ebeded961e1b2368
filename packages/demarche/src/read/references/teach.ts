import type { Name } from '../../doc/index.js'
import type { ActorRow } from '../../spec/index.js'
import type { Binding } from './binding.js'

/** What an apposition says of a person whom the tables do not know. */
export function teach(at: Binding, id: string, name: Name, country: string | undefined): void {
  const row = at.actors.get(id)
  if (!row) return
  if (at.world.actor(id)) return stated(at, row, name)
  const sector = name.former === true ? 'ELI' : name.sector
  at.actors.set(id, {
    ...row,
    ...(country !== undefined && { country }),
    ...(sector !== undefined && { sector }),
    ...(name.type === 'office' && name.office !== undefined && { office: name.office }),
  })
}

/** What somebody is besides or after an office: a text without a day that calls him by the office is of the time when he held it. */
const OUTRANKED: ReadonlySet<string> = new Set(['LEG', 'PTY', 'OPP'])

/** A text knows its own time: whom it calls by an office holds it, though the tables end the tenure or lack it. A head of state is called by it for life, so there the day decides. */
function stated(at: Binding, row: ActorRow, { type, sector, former, office, rank }: Name): void {
  if (type !== 'office' || sector === undefined || office === undefined || office.startsWith('deputy ')) return
  const undated = !at.doc.article.published
  if (former === true) at.actors.set(row.id, { ...row, sector: 'ELI' })
  else if (row.sector === undefined || row.sector === 'ELI' ? rank !== 'head' || undated : undated && OUTRANKED.has(row.sector))
    at.actors.set(row.id, { ...row, sector, office })
}
