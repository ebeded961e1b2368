import type { PartyRow } from '../spec/index.js'
import type { Store } from './ports.js'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/**
 * The ids that a user means by a code, an id or a name: an id as it is, a country code as its state, else every party of that name, else every party
 * whose name holds it. Empty when nothing fits.
 */
export async function idsFor(store: Pick<Store, 'parties' | 'party'>, query: string): Promise<string[]> {
  if (await store.party?.(query)) return [query]
  const parties = await store.parties()
  const exact = parties.filter(({ id }) => id === query || id === `state:${query.toUpperCase()}`).map(({ id }) => id)
  if (exact.length > 0) return exact
  const wanted = fold(query)
  const named = parties.filter(({ name }) => fold(name) === wanted).map(({ id }) => id)
  return named.length > 0
    ? named
    : parties.filter(({ name, id }) => fold(name).includes(wanted) || fold(id).endsWith(`:${wanted}`)).map(({ id }) => id)
}

/** The party of an id. */
export const partyOf = async (store: Pick<Store, 'parties' | 'party'>, id: string): Promise<PartyRow | undefined> =>
  store.party ? store.party(id) : (await store.parties()).find((it) => it.id === id)
