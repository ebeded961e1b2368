import type { ClaimRow } from '../spec/index.js'
import { type Drafted, join } from './drafted.js'

const NAMING: readonly string[] = ['agent', 'in', 'during', 'with']

/** Whether a noun is subject or circumstance of a verb that tells an act of its type: "the **raid** killed nine", "killed nine in a **raid**". */
export function isNamedIn({ draft: noun, row: a }: Drafted, { draft: verb, row: b, tolls = [] }: Drafted): boolean {
  const { act } = noun.chosen
  return (
    act.form === 'noun' &&
    act.carrier === undefined &&
    verb.chosen.act.form === 'verb' &&
    a.type === b.type &&
    a.type !== null &&
    a.status === b.status &&
    a.sentence.from === b.sentence.from &&
    [verb, ...tolls].some((it) => NAMING.some((role) => (it.chosen.act.roles[role] ?? []).some(({ head }) => head === act.head)))
  )
}

/** What the verb tells, with what only the noun says: who did it, and how. */
export function withName(verb: Drafted, noun: Drafted): Drafted {
  const joined = join(verb, noun).row
  const { row: told } = verb
  const { row: name } = noun
  const codes = told.mode === undefined && name.mode !== undefined ? name : told
  return {
    ...verb,
    row: {
      ...joined,
      ...pick(codes),
      trigger: told.trigger,
      rule: told.rule,
      actors: told.actors.length > 0 ? told.actors : name.actors,
      recipients: told.recipients.length > 0 ? told.recipients : name.recipients,
    },
  }
}

const pick = ({ mode, cameo, goldstein, quad }: ClaimRow): Partial<ClaimRow> => ({
  ...(mode !== undefined && { mode }),
  ...(cameo !== undefined && { cameo }),
  goldstein,
  quad,
})
