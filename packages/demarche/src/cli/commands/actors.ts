import { bundle } from '@demarche/english'
import { defineCommand } from 'citty'
import { gazetteerInUse } from '../../bundle.js'
import { fold, readWorld, type World, type WorldActor } from '../../world/index.js'
import { EXIT, Usage } from '../exit.js'
import { dayOption } from '../options.js'
import { print } from '../print.js'

interface Spell {
  readonly of: string
  readonly office?: string
  readonly person?: string
  readonly status?: string
  readonly from?: string
  readonly to?: string
}
/** What the tables say of one actor: its names, the offices it held or that are held in it, what it belongs to. */
interface ActorRow extends WorldActor {
  readonly names: readonly string[]
  readonly offices: readonly Spell[]
  readonly memberships: readonly Spell[]
}

export default defineCommand({
  meta: {
    name: 'actors',
    description: 'Looks up who or what a name, an id or a country code means in the world tables: names, offices, dates.',
  },
  args: {
    on: { type: 'string', description: 'as on this day (YYYY-MM-DD) only', valueHint: 'DAY' },
    json: { type: 'boolean', description: 'the rows as one JSON array' },
  },
  async run({ args }) {
    const query = args._.join(' ').trim()
    if (query === '') throw new Usage('name one QUERY: a name (“Lavrov”), an id (“igo:NATO”) or a country code (“ARM”)')
    const day = dayOption('on', args.on)
    const world = readWorld(bundle, gazetteerInUse())
    const rows = idsOf(world, query, day).map((id) => rowOf(world, id, day))
    const out = print(args.json ? 'json' : 'table', { table: page })
    for (const row of rows) if (row) await out.row(row)
    await out.end()
    return rows.length > 0 ? EXIT.ok : EXIT.nothing
  },
})

function idsOf(world: World, query: string, day: string | undefined): string[] {
  const coded = world.actor(query) ?? world.actor(`state:${query.toUpperCase()}`)
  const named = world.byName(fold(query)).filter((it) => day === undefined || holds(it, day))
  const ids = new Set([...(coded ? [coded.id] : []), ...named.map(({ actor }) => actor)])
  return [...ids].filter((id) => day === undefined || world.existedOn(id, day))
}

function rowOf(world: World, id: string, day: string | undefined): ActorRow | undefined {
  const actor = world.actor(id)
  if (!actor) return undefined
  const on = <T extends { readonly from?: string; readonly to?: string }>(rows: readonly T[]): T[] =>
    rows.filter((it) => day === undefined || holds(it, day))
  const sector = world.sector(id, day)
  const held = actor.kind === 'person' ? world.offices(id) : world.tenures(actor.kind === 'state' ? id.slice(6) : id)
  return {
    ...actor,
    ...(sector && { sector }),
    names: on(world.namesOf(id)).map(({ written }) => written),
    offices: on(held).map(({ of, office, person, title, from, to }) => ({
      of,
      office: title ?? office,
      person: world.actor(person)?.name ?? person,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
    // Of an organisation its members would fill pages: they are told by the member.
    memberships: on(world.memberships(id).filter(({ member }) => member === id)).map(({ org, status, from, to }) => ({
      of: org,
      status,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
  }
}

const holds = ({ from, to }: { readonly from?: string; readonly to?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

const dates = ({ from, to }: { readonly from?: string; readonly to?: string }): string => `${from ?? '…'} – ${to ?? ''}`.trimEnd()

function page({ id, name, kind, country, sector, sort, from, to, names, offices, memberships }: ActorRow): string {
  const what = [kind, sort, country, sector].filter((it) => it !== undefined && it !== '').join(' · ')
  const lines = [
    `${name}  ${id}`,
    `  ${what}${from !== undefined || to !== undefined ? `  ${dates({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) })}` : ''}`,
  ]
  const others = names.filter((it) => it !== name)
  if (others.length > 0) lines.push(`  also: ${others.join(', ')}`)
  for (const it of offices) lines.push(`  ${dates(it).padEnd(25)}  ${it.office} of ${it.of}${kind === 'person' ? '' : `: ${it.person}`}`)
  for (const it of memberships) lines.push(`  ${dates(it).padEnd(25)}  ${it.status} of ${it.of}`)
  return `${lines.join('\n')}\n\n`
}
