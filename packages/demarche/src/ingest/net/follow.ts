import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Ids of the items of each feed that were taken already, the newest last. */
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

async function writeFollowed(path: string, state: Followed): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.part`, JSON.stringify(state))
  await rename(`${path}.part`, path)
}

/**
 * One round over feeds. `take` reads and stores one feed; it asks of each item whether it is new, and the items that it was told so of are remembered at `path`
 * once it is done with the feed. A round that is stopped in the middle loses nothing: the feed is read again.
 */
export async function followFeeds(
  feeds: readonly string[],
  path: string,
  take: (feed: string, isNew: (id: string) => boolean) => Promise<void>,
): Promise<void> {
  const state: Record<string, readonly string[]> = { ...(await readFollowed(path)) }
  for (const feed of feeds) {
    const before = Object.hasOwn(state, feed) ? state[feed]! : []
    const [seen, fresh] = [new Set(before), new Set<string>()]
    await take(feed, (id) => !seen.has(id) && fresh.size < fresh.add(id).size)
    if (fresh.size === 0) continue
    state[feed] = [...before, ...fresh].slice(-MAX_REMEMBERED)
    await writeFollowed(path, state)
  }
}
