import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { byCodeUnit, Problem, sha256 } from '../text/index.js'

const SUMS = 'SHA256SUMS'

/** What in the folder of a release is not as it was written: files altered, missing, or not of it. Throws a `Problem` where there are no checksums. */
export function faultsOfRelease(folder: string): string[] {
  const list = join(folder, SUMS)
  if (!existsSync(list))
    throw new Problem({
      reason: 'no-release',
      place: folder,
      fault: `there is no ${SUMS} in it`,
      cure: 'name the folder that `demarche export --out` made',
    })
  const faults: string[] = []
  const told = new Set<string>()
  for (const [i, line] of readFileSync(list, 'utf8').split('\n').entries()) {
    if (line === '') continue
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (sum === undefined || name === undefined) faults.push(`${SUMS}: line ${i + 1} is no checksum`)
    else {
      told.add(name)
      const path = join(folder, name)
      if (relative(folder, path).startsWith('..')) faults.push(`${SUMS}: line ${i + 1} leads out of the folder`)
      else if (!existsSync(path) || !statSync(path).isFile()) faults.push(`${name}: is missing`)
      else if (sha256(readFileSync(path)) !== sum) faults.push(`${name}: was altered`)
    }
  }
  if (!readFileSync(list, 'utf8').endsWith('\n')) faults.push(`${SUMS}: its end is missing`)
  const files = (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.split(sep).join('/')).toSorted(byCodeUnit)
  for (const name of files)
    if (name !== SUMS && !told.has(name) && statSync(join(folder, name)).isFile()) faults.push(`${name}: is not of this release`)
  return faults
}
