import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { byCodeUnit, Problem } from '../text/index.js'
import { columnsPage } from './codebook.js'
import { EXPORTERS } from './exporters.js'
import type { ExportFile, Release } from './release.js'

/**
 * Writes a release in the formats named (a `Problem` lists those that there are), with codebook, citation, checksums and what else is given. Returns
 * the files' names.
 */
export async function writeRelease(
  release: Release,
  formats: readonly string[],
  folder: string,
  more: readonly ExportFile[] = [],
): Promise<string[]> {
  const chosen = formats.map((format) => {
    const exporter = EXPORTERS.find((it) => it.format === format)
    if (!exporter)
      throw new Problem({
        reason: 'bad-format',
        place: '--format',
        fault: `there is no format “${format}”`,
        cure: `choose from ${EXPORTERS.map((it) => it.format).join(', ')}`,
      })
    return exporter
  })
  mkdirSync(folder, { recursive: true })
  const files = [...(await Promise.all(chosen.map((it) => it.files(release)))).flat(), ...more, ...papers(release, formats)]
  const sums: string[] = []
  for (const file of files) sums.push(`${await writeOne(folder, file)}  ${file.name}`)
  writeFileSync(join(folder, 'SHA256SUMS'), `${sums.toSorted((a, b) => byCodeUnit(a.slice(66), b.slice(66))).join('\n')}\n`)
  return [...files.map(({ name }) => name), 'SHA256SUMS']
}

/** Writes one file in pieces and returns the SHA-256 of its bytes. */
async function writeOne(folder: string, { name, content }: ExportFile): Promise<string> {
  const hash = createHash('sha256')
  const file = openSync(join(folder, name), 'w')
  try {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(bytes)
      writeSync(file, bytes)
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function papers(release: Release, formats: readonly string[]): ExportFile[] {
  return [
    { name: 'CODEBOOK.md', content: [columnsPage(release, formats)] },
    { name: 'CITATION.cff', content: [citation(release)] },
    { name: 'LICENSE.txt', content: [LICENCE] },
  ]
}

const citation = ({ version, knownAt }: Release): string =>
  `cff-version: 1.2.0\nmessage: Cite the data by this file and the coder by its version.\ntitle: Event data coded by demarche\ntype: dataset\nversion: "${version}"\n${knownAt === null ? '' : `date-released: ${knownAt}\n`}authors:\n  - name: The makers of this release\n`

const LICENCE =
  'The rows of this release are facts derived from news by demarche. demarche (Apache-2.0) claims no right in them; whoever publishes the release states the licence here.\nThe articles themselves are not part of it; the short quotations in annotations belong to their publishers.\n'
