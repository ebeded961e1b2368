import type { ClaimRow } from 'demarche/spec'

const parts = (value: string): string[] =>
  value
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)

/** What a form says differently from the claim; undefined when it says nothing new. */
export function changeOf(form: FormData, claim: ClaimRow): Record<string, unknown> | undefined {
  const said = (name: string): string => String(form.get(name) ?? '').trim()
  const change: Record<string, unknown> = {}
  if (form.get('noEvent') !== null) change['noEvent'] = true
  for (const name of ['type', 'status', 'mode'] as const) if (said(name) !== '' && said(name) !== claim[name]) change[name] = said(name)
  const day = said('day')
  if (day !== '' && day !== claim.when.from) change['day'] = { from: day, to: day }
  for (const name of ['actors', 'recipients'] as const) {
    const ids = parts(said(name))
    if (ids.join(', ') !== idsIn(claim[name])) change[name] = ids
  }
  return Object.keys(change).length === 0 ? undefined : change
}

/** The ids of the parties of one side, as the form has them. */
export const idsIn = (of: ClaimRow['actors']): string => of.flatMap(({ actor }) => actor ?? []).join(', ')
