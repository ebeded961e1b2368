import { z } from 'zod'
import { contentId, Problem, sha256 } from '../text/index.js'
import type { Question } from './question.js'

export { NO_EVENT } from './question.js'

/** What a model said of one claim. It stands beside the claim and never changes it. */
export const Opinion = z.strictObject({
  id: z.string(),
  model: z.string().min(1),
  /** The day on which it was asked, in UTC. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  document: z.string(),
  claim: z.string(),
  trigger: z.strictObject({ from: z.int().nonnegative(), to: z.int().nonnegative() }),
  readings: z.array(z.strictObject({ letter: z.string().regex(/^[A-Z]$/), rule: z.string(), codes: z.string() })).min(2),
  /** SHA-256 of `prompt` as JSON. */
  promptHash: z.string().regex(/^[0-9a-f]{64}$/),
  prompt: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  /** What the model wrote, cut to 2,000 characters. */
  answer: z.string(),
  /** The letter of a reading; null is an abstention. */
  choice: z.string().nullable(),
})
export type Opinion = z.infer<typeof Opinion>

/** Members that are not listed are left out. */
const Published = z.object(Opinion.omit({ prompt: true }).shape)

const LONGEST = 2000

/** The opinion that an answer is. `day` is `YYYY-MM-DD`. */
export function opinionOf(
  { hash, prompt, document, claim, trigger, readings }: Question,
  model: string,
  day: string,
  said: string,
): Opinion {
  const answer = said.slice(0, LONGEST)
  const rest = {
    model,
    day,
    document,
    claim,
    trigger,
    readings: [...readings],
    promptHash: hash,
    prompt: [...prompt],
    answer,
    choice: choiceIn(answer, readings),
  }
  return { id: idOf(rest), ...rest }
}

/** The id of an opinion: its content. */
const idOf = (it: Omit<Opinion, 'id'>): string => contentId('opinion', JSON.stringify(it))

/** The letter that an answer is, alone or with a stop or bracket after it; null for everything else, which abstains. */
function choiceIn(answer: string, readings: Opinion['readings'] | Question['readings']): string | null {
  const letter = /^\s*([A-Z])[.)]?\s*$/.exec(answer)?.[1]
  return readings.find((it) => it.letter === letter)?.letter ?? null
}

/** An opinion without the words of the article: what a release may hold. The hash tells a holder of the text whether it is of that text. */
export const published = (it: Opinion): Omit<Opinion, 'prompt'> => Published.parse(it)

/** Reads one line of the log, and holds it against itself. Throws a `Problem` with its place. */
export function readOpinion(line: string, place: string): Opinion {
  const bad = (fault: string, cause?: unknown): Problem =>
    new Problem({ reason: 'bad-opinion', place, fault, cure: 'take the line out, and ask again with `demarche adjudicate`' }, { cause })
  let found: Opinion
  try {
    found = Opinion.parse(JSON.parse(line))
  } catch (cause) {
    throw bad(cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll('\n', ' ') : 'is no JSON', cause)
  }
  if (sha256(JSON.stringify(found.prompt)) !== found.promptHash) throw bad('its prompt does not have its hash')
  if (choiceIn(found.answer, found.readings) !== found.choice) throw bad('its choice does not follow from its answer')
  const { id, ...rest } = found
  if (idOf(rest) !== id) throw bad('its content does not have its id')
  return found
}
