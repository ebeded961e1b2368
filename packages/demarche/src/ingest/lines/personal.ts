import { bundle } from '@demarche/english'
import { jsonPart } from '../../text/index.js'

/** Letters, chats and reviews have more than this share of personal words; articles hardly any. */
const SHARE = 0.02

let personal: RegExp | undefined

/** Whether lines speak of *I* and *you* as letters, chats and reviews do. The words are those of `lexicon/personal.txt`. */
export function isPersonal(lines: readonly string[]): boolean {
  personal ??= new RegExp(`\\b(?:${(jsonPart(bundle, 'personal') as string[]).join('|')})\\b`, 'g')
  let all = 0
  let found = 0
  for (const line of lines) {
    all += line.split(/\s+/).length
    found += line.match(personal)?.length ?? 0
  }
  return found > SHARE * all
}
