import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../text/index.js'

/** An answer as it is kept: where it was in the end, what it said of itself, its body. */
export interface Kept {
  readonly uri: string
  readonly type: string
  readonly etag?: string
  readonly modified?: string
  readonly body: Uint8Array
}

/** Answers on disk, one file an address: a line of JSON, then the body. Files are written whole or not at all; a damaged one counts as absent. */
export class Cache {
  constructor(private readonly folder: string) {}
  private path(address: string): string {
    const name = sha256(address, 40)
    return join(this.folder, name.slice(0, 2), name)
  }
  async get(address: string): Promise<Kept | undefined> {
    try {
      const bytes = await readFile(this.path(address))
      const end = bytes.indexOf(10)
      const { body, ...head } = JSON.parse(bytes.subarray(0, end).toString('utf8')) as Omit<Kept, 'body'> & { body: string }
      const content = bytes.subarray(end + 1)
      return sha256(content) === body ? { ...head, body: content } : undefined
    } catch {
      return undefined
    }
  }
  async put(address: string, { body, ...head }: Kept): Promise<void> {
    const path = this.path(address)
    await mkdir(join(path, '..'), { recursive: true })
    const part = `${path}.${process.pid}.part`
    await writeFile(part, Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, body: sha256(body) })}\n`), body]))
    await rename(part, path)
  }
}
