import { isAddress } from './locate.js'
import { lines, type Bytes } from './bytes.js'

/** Tables of GDELT 2.0 (events, mentions, knowledge graph) and lists of addresses by name: they hold addresses of articles, not their text. */
export const isAddressList = (path: string): boolean => /\.(?:export|mentions|gkg)\.csv(?:\.gz)?$|\.urls?(?:\.gz)?$/i.test(path)

/** The addresses of such a table, each once, in order: of each line the first cell that is one. */
export async function* addressesIn(bytes: Bytes): AsyncGenerator<string> {
  const seen = new Set<string>()
  for await (const line of lines(bytes, 1 << 20)) {
    if ('tooLong' in line) continue
    const address = Buffer.from(line.bytes)
      .toString('utf8')
      .split('\t')
      .find((cell) => isAddress(cell.trim()))
      ?.trim()
    if (address === undefined || seen.has(address)) continue
    seen.add(address)
    yield address
  }
}
