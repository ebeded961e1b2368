import type { EventRow } from 'demarche/spec'
import { choose, member } from '../route.js'

/** What is chosen of the events; it stands in the address, and every view keeps to it. */
export interface Filter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly place?: string | undefined
  readonly quad?: number | undefined
}

export function chosenFilter(): Filter {
  const quad = Number(member('quad'))
  return { from: member('from'), to: member('to'), place: member('place'), ...(quad >= 1 && quad <= 4 ? { quad } : {}) }
}

export const isFiltering = (filter: Filter): boolean => Object.values(filter).some((it) => it !== undefined)
export const showAll = (): void => choose({ from: undefined, to: undefined, place: undefined, quad: undefined })

/** The events that a filter leaves; `but` names a part of it that a view does not keep to, for it shows what there is to choose. */
export function filtered(events: readonly EventRow[], filter: Filter, but: readonly (keyof Filter)[] = []): EventRow[] {
  const { from, to, place, quad } = Object.fromEntries(
    Object.entries(filter).filter(([key]) => !but.includes(key as keyof Filter)),
  ) as Filter
  return events.filter(
    (it) =>
      (from === undefined || (it.when.to ?? it.when.from ?? '') >= from) &&
      (to === undefined || (it.when.from ?? '9999') <= to) &&
      (place === undefined || it.where?.name === place) &&
      (quad === undefined || it.quad === quad),
  )
}
