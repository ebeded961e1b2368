// `npm run train:chooser -- OUT.json`: trains a chooser on the project's own sentences and the rules' examples, prints how it does on sentences that it did not see, and writes it.
// The same sentences and rules give the same file.
import { writeFileSync } from 'node:fs'
import { bestLeast, calibrated, calibration, fit, unseen } from './chooser-fit.js'
import { exampleLessons, ownLessons } from './chooser-lessons.js'
import { labelledSentences } from './own-sentences.js'

/** A claim is made where it is likelier right than not. */
const LEAST = 0.5
const [out] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const sentences = labelledSentences(new URL('../sentences/', import.meta.url))
const told = sentences.reduce((sum, { claims }) => sum + claims.length, 0)
const own = ownLessons(sentences)
const examples = exampleLessons()
say(`${sentences.length} own sentences tell ${told} claims; ${own.length} drafts, ${own.filter(({ right }) => right).length} right`)

const line = calibration(unseen([...own, ...examples]))
const beliefs = (part: number) => {
  const lessons = own.filter(({ share }) => share! % 20 < part * 20)
  const all = unseen([...lessons, ...examples])
  const { slope, shift } = calibration(all)
  return all.map(({ lesson, odds }) => ({ right: lesson.right, belief: 1 / (1 + Math.exp(-slope * odds - shift)) }))
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
if (out !== undefined) writeFileSync(out, `${JSON.stringify(calibrated(fit([...own, ...examples]), line, LEAST), undefined, 1)}\n`)
