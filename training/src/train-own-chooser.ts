// `npm run train:chooser -- OUT.json`: trains a chooser on the project's own sentences and the rules' examples, prints how it does on sentences that it did not see, and writes it.
// The same sentences and rules give the same file.
import { readFileSync, writeFileSync } from 'node:fs'
import { type ChooserWeights, logOdds, sigmoid } from 'demarche/coding'
import { bestLeast, blended, calibrated, calibration, fit, type Unseen, unseen } from './chooser-fit.js'
import { exampleLessons, type Lesson, ownLessons } from './chooser-lessons.js'
import { labelledSentences } from './own-sentences.js'

/** The weights that the leads of stories taught, and the share of own sentences in the log-odds of both. */
const STORIES = JSON.parse(readFileSync(new URL('../chooser-stories.json', import.meta.url), 'utf8')) as ChooserWeights
const SHARE = 0.3
/** A claim is made from this belief on, and what is only recalled, which own sentences leave out as no news, from this one. */
const LEAST = 0.47
const LEAST_RECALLED = 0.3
const [out] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const sentences = labelledSentences(new URL('../sentences/', import.meta.url))
const told = sentences.reduce((sum, { claims }) => sum + claims.length, 0)
const own = ownLessons(sentences)
const examples = exampleLessons()
say(`${sentences.length} own sentences tell ${told} claims; ${own.length} drafts, ${own.filter(({ right }) => right).length} right`)

/** Lessons with the log-odds of both together, of which own sentences did not see the lesson's text. */
const judged = (lessons: readonly Lesson[]): Unseen[] => {
  const all = unseen([...lessons, ...examples])
  const { slope, shift } = calibration(all)
  return all.map(({ lesson, odds }) => ({
    lesson,
    odds: (1 - SHARE) * logOdds(STORIES, lesson.features) + SHARE * (slope * odds + shift),
  }))
}
const confidence = calibration(judged(own))
const beliefs = (part: number) => {
  const all = judged(own.filter(({ share }) => share! % 20 < part * 20))
  const { slope, shift } = calibration(all)
  return all.map(({ lesson, odds }) => ({ right: lesson.right, belief: sigmoid(slope * odds + shift) }))
}
const all = beliefs(1)
for (const part of [0.25, 0.5, 0.75, 1]) {
  const some = beliefs(part)
  const wanted = some.filter(({ right }) => right).length
  const loss = some.reduce((sum, { right, belief }) => sum - Math.log(right ? belief : 1 - belief), 0) / some.length
  const cut = bestLeast(some, wanted)
  const kept = some.filter(({ belief }) => belief >= cut)
  const hits = kept.filter(({ right }) => right).length
  say(`${part * 100} %: log loss ${loss.toFixed(3)}, P ${(hits / kept.length).toFixed(3)} R ${(hits / wanted).toFixed(3)} of right drafts`)
}
say(`F1 is best from ${bestLeast(all, told)}; unseen, by belief:`)
for (let low = 0; low < 1; low += 0.1) {
  const bin = all.filter(({ belief }) => Math.min(9, Math.floor(belief * 10)) === Math.round(low * 10))
  if (bin.length > 0)
    say(
      `| ${low.toFixed(1)}–${(low + 0.1).toFixed(1)} | ${bin.length} | ${(bin.filter(({ right }) => right).length / bin.length).toFixed(2)} |`,
    )
}
const round = (x: number): number => Math.round(x * 1000) / 1000
if (out !== undefined) {
  const taught = calibrated(fit([...own, ...examples]), calibration(unseen([...own, ...examples])), 0)
  const { weights, ...rest } = blended(STORIES, taught, SHARE, LEAST)
  const line = { slope: round(confidence.slope), shift: round(confidence.shift) }
  writeFileSync(out, `${JSON.stringify({ ...rest, leastRecalled: LEAST_RECALLED, confidence: line, weights }, undefined, 1)}\n`)
}
