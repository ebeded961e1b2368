import { stage, type Name, type Stage } from '../../doc/index.js'
import type { ActorRow, MentionRow } from '../../spec/index.js'
import type { World } from '../../world/index.js'
import { Binding, type Input } from './binding.js'
import { bindName } from './names.js'
import { Persons } from './persons.js'
import { pronouns } from './pronouns.js'
import { recalled } from './recalled.js'
import { bindRole } from './roles.js'
import { shown } from './shown.js'

/** Binds every mention to an actor of the document's day: short names to full ones, offices to their holders, pronouns to what they stand for. */
export function createReferences(world: World): Stage {
  return stage({
    name: 'references',
    needs: ['tokens', 'sentences', 'tags', 'tree', 'names', 'speech', 'places'],
    gives: ['mentions', 'actors'],
    run: (doc: Input) => {
      const { mentions, actors } = bindAll(doc, world)
      return { mentions, actors }
    },
  })
}

/** Why each mention of a document was bound to its actor, in the order of `mentions`. */
export const explainReferences = (doc: Input, world: World): readonly string[] => bindAll(doc, world).why

function bindAll(doc: Input, world: World): { mentions: readonly MentionRow[]; actors: readonly ActorRow[]; why: readonly string[] } {
  const at = new Binding(doc, world)
  const persons = new Persons()
  const { names } = doc
  // Full names first, so that a short form in the headline finds the full one below.
  for (const name of names)
    if (name.type === 'person' && (name.tokens.end - name.tokens.first > 1 || name.candidates.length > 0)) persons.bind(at, name)
  for (const [i, name] of names.entries()) at.bound[i] = bindName(at, persons, name)
  for (const [i, name] of names.entries())
    if (name.type === 'office' || name.type === 'group') at.bound[i] = recalled(at, i, name) ?? bindRole(at, name)
  const rows = [...named(at, names), ...pronouns(at)]
  rows.sort((a, b) => a.row.span.from - b.row.span.from || b.row.span.to - a.row.span.to)
  const used = new Set(rows.map(({ row }) => row.actor))
  return {
    mentions: rows.map(({ row }) => row),
    actors: [...at.actors.values()].filter(({ id }) => used.has(id)),
    why: rows.map(({ why }) => why),
  }
}

function named({ bound, doc }: Binding, names: readonly Name[]): { row: MentionRow; why: string }[] {
  const kept = shown(names, doc.tokens.length)
  return names.flatMap(({ span, kind, why }, i) =>
    kept[i] !== true ? [] : [{ row: { span, kind, ...(bound[i] !== undefined && { actor: bound[i]! }) }, why }],
  )
}
