import { deprelAt, type Tree } from '../doc/index.js'
import { type Drafted, join } from './drafted.js'

const CIRCUMSTANCES: readonly string[] = ['during', 'in', 'at', 'after', 'when']

/** Whether the first tells whom the second killed or hurt: "shelled the port, **killing** nine", "nine were **killed** during Syria's raid". */
export function isTollOf({ draft: toll, row }: Drafted, { draft: of, row: whole }: Drafted, tree: Tree): boolean {
  if (
    row.type !== 'ASSAULT' ||
    whole.type !== 'ASSAULT' ||
    row.status !== whole.status ||
    !row.figures?.some(({ kind }) => kind === 'killed' || kind === 'wounded') ||
    row.sentence.from !== whole.sentence.from
  )
    return false
  const { act } = toll.chosen
  const head = of.chosen.act.carrier?.head ?? of.chosen.act.head
  if (tree.head[act.head] === head) return deprelAt(tree, act.head) === 'advcl'
  return row.actors.length === 0 && CIRCUMSTANCES.some((role) => (act.roles[role] ?? []).some((it) => it.head === of.chosen.act.head))
}

/** The whole act with the figures of its toll, and those whom it befell as victims. */
export function withToll(whole: Drafted, toll: Drafted): Drafted {
  const { figures, when, confidence } = join(whole, toll).row
  const named = new Set(whole.row.recipients.map(({ span }) => span.from))
  const victims = toll.row.recipients
    .filter(({ span }) => !named.has(span.from))
    .map(({ span, actor }) => ({ role: 'victim', span, ...(actor !== undefined && { actor }) }))
  const others = [...(whole.row.others ?? []), ...victims]
  const evidence = [toll.row.trigger, ...(whole.row.evidence ?? []), ...(toll.row.evidence ?? [])].toSorted((x, y) => x.from - y.from)
  return {
    ...whole,
    row: { ...whole.row, when, confidence, evidence, ...(figures && { figures }), ...(others.length > 0 && { others }) },
  }
}
