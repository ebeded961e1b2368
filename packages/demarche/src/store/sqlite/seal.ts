import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'

// A seal is a list of digests of the pieces of a database file at rest, beside it. It shows the change of any bit, also of those that hold no data, which no
// check of the content can see. Whoever writes breaks it, and seals anew when done.

const PIECE = 1 << 20
/** Larger files are sealed on demand alone: reading them whole after every change would take too long. */
const SEALED_BY_ITSELF = 2 ** 30

const sealOf = (path: string): string => `${path}.seal`

function digests(path: string): string {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(PIECE)
    const lines = []
    for (let at = 0; ;) {
      const length = readSync(file, piece, 0, PIECE, at)
      if (length === 0) break
      lines.push(`${at} ${createHash('sha256').update(piece.subarray(0, length)).digest('hex')}\n`)
      at += length
    }
    return lines.join('')
  } finally {
    closeSync(file)
  }
}

/** Whether changes are still in the write-ahead log: then the file is not at rest. */
const inUse = (path: string): boolean => existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0

export function breakSeal(path: string): void {
  rmSync(sealOf(path), { force: true })
}

/** Seals a file at rest. Returns whether it did: not while it is in use, and not, unless `always`, when it is very large. A folder that cannot be written to leaves it unsealed. */
export function seal(path: string, always = false): boolean {
  if (!existsSync(path) || inUse(path) || (!always && statSync(path).size > SEALED_BY_ITSELF)) return false
  const part = `${sealOf(path)}.part`
  const file = openSync(part, 'w')
  try {
    writeSync(file, digests(path))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(part, sealOf(path))
  return true
}

/** Seals a ledger whatever its size. Returns whether it did: not while it is in use. */
export const sealStore = (path: string): boolean => seal(path, true)

/** Which pieces of a sealed file are not what they were; `undefined` where there is no seal or the file is in use. */
export function brokenPieces(path: string): string[] | undefined {
  if (!existsSync(sealOf(path)) || inUse(path)) return undefined
  const sealed = readFileSync(sealOf(path), 'utf8').split('\n')
  const now = digests(path).split('\n')
  const faults = []
  for (let i = 0; i < Math.max(sealed.length, now.length); i++) {
    if (sealed[i] !== now[i]) faults.push(`database: its bytes from ${i * PIECE} to ${(i + 1) * PIECE} are not those that were sealed`)
  }
  return faults
}
