import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isFailure, type Item } from '../item.js'

/** Ids of the items of each feed that were read already, the newest last. */
export type Followed = Readonly<Record<string, readonly string[]>>
const MAX_REMEMBERED = 5000

/** The state of following, as it was left; empty where there is none. A damaged file counts as none: items are read again, and are known by their content. */
export async function readFollowed(path: string): Promise<Followed> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    const entries = Object.entries(value as object).filter(([, ids]) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'))
    return Object.fromEntries(entries) as Followed
  } catch {
    return {}
  }
}

/**
 * One round over feeds: gives the items that were not read before, then remembers them. A feed's items count as read when all of them were taken, so a round
 * that is stopped in the middle is repeated. `read` reads one feed by its address, as `readInputs` does.
 */
export async function* followFeeds(
  feeds: readonly string[],
  path: string,
  read: (feed: string) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const state: Record<string, readonly string[]> = { ...(await readFollowed(path)) }
  for (const feed of feeds) {
    const before = Object.hasOwn(state, feed) ? state[feed]! : []
    const seen = new Set(before)
    const fresh: string[] = []
    for await (const item of read(feed)) {
      if (isFailure(item)) yield item
      else if (!seen.has(item.id)) {
        seen.add(item.id)
        yield item
        fresh.push(item.id)
      }
    }
    if (fresh.length === 0) continue
    state[feed] = [...before, ...fresh].slice(-MAX_REMEMBERED)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.part`, JSON.stringify(state))
    await rename(`${path}.part`, path)
  }
}
