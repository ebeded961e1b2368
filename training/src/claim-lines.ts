// Sentences with the claims that a careful reader makes of them, as `training/sentences` and `cases/claims` hold them: `sentence ==> TYPE source, source > target; TYPE > target; TYPE`,
// or `==> nothing`. A claim without `>` says nothing of its parties; a side left empty says that there is none. A `? ` in front marks a case that is known to miss.

/** A claim as a careful reader makes it. */
export interface ToldClaim {
  readonly type: string
  /** Words of each source and of each target as the sentence has them; absent where the line names no parties. */
  readonly sides?: readonly [readonly string[], readonly string[]]
}

/** One line: the sentence, its claims, each as often as it is told, and whether the line is known to miss. */
export interface ClaimLine {
  readonly text: string
  readonly claims: readonly ToldClaim[]
  readonly missed: boolean
}

const ARROW = ' ==> '
const MISSED = '? '

/** Reads every line that is not empty. `name` is the file's, for messages. Throws for a line of another format, and for a party whose words the sentence does not have. */
export function claimLines(text: string, name: string): ClaimLine[] {
  return text.split('\n').flatMap((line, i) => (line === '' ? [] : [claimLine(line, `${name}:${i + 1}`)]))
}

function claimLine(line: string, place: string): ClaimLine {
  const missed = line.startsWith(MISSED)
  const at = line.lastIndexOf(ARROW)
  if (at < 0) throw new Error(`${place}: there is no “==>”: write “sentence ==> TYPE source > target; TYPE …” or “sentence ==> nothing”`)
  const text = line.slice(missed ? MISSED.length : 0, at)
  const told = line.slice(at + ARROW.length)
  const claims = told === 'nothing' ? [] : told.split('; ').map((it) => claimOf(it, place))
  const lost = claims.flatMap(({ sides = [] }) => sides.flat()).find((words) => !text.includes(words))
  if (lost !== undefined) throw new Error(`${place}: the sentence has no “${lost}”: name a party by the words of the sentence`)
  return { text, claims, missed }
}

function claimOf(told: string, place: string): ToldClaim {
  const end = told.search(/[^A-Z]/)
  const type = end < 0 ? told : told.slice(0, end)
  const rest = told.slice(type.length)
  const arrow = rest.indexOf('>')
  if (type === '' || (rest !== '' && arrow < 0))
    throw new Error(`${place}: “${told}” is no claim: write “TYPE source, source > target”, or “TYPE” alone`)
  return arrow < 0 ? { type } : { type, sides: [namesOf(rest.slice(0, arrow)), namesOf(rest.slice(arrow + 1))] }
}

const namesOf = (side: string): string[] =>
  side
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
