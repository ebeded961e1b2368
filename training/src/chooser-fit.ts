// The chooser's weights: logistic regression over features that hold or not, laid on whole numbers of eight bits, its belief calibrated on lessons that it did not see.
import { type ChooserWeights, logOdds, sigmoid } from 'demarche/coding'
import type { Lesson } from './chooser-lessons.js'

const ROUNDS = 30
const RATE = 0.05
/** Pull of every weight to nothing; that of single rules and types is stronger, since they are seen seldom. */
const RESERVE = 0.01
const RESERVE_OF_NAMES = 0.05
/** A feature must be seen this often to have a weight. */
const OFTEN = 6
/** Lessons are visited in strides of this prime, which mixes texts and types; the order is always the same. */
const STRIDE = 7919
export const FOLDS = 5

/** A lesson and the log-odds that a model which did not see its text gives it. */
export interface Unseen {
  readonly lesson: Lesson
  readonly odds: number
}

/** Weights for lessons; the same lessons in the same order give the same weights. The belief is not calibrated. */
export function fit(lessons: readonly Lesson[]): ChooserWeights {
  const counts = new Map<string, number>()
  for (const { features } of lessons) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weights = new Map([...counts].filter(([, n]) => n >= OFTEN).map(([feature]) => [feature, 0]))
  let bias = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 5)
    for (let k = 0; k < lessons.length; k++) {
      const { features, right, weight } = lessons[(k * STRIDE) % lessons.length]!
      const sum = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), bias)
      const step = rate * weight * (Number(right) - sigmoid(sum))
      bias += step
      for (const feature of features) {
        const before = weights.get(feature)
        if (before === undefined) continue
        const reserve = feature.startsWith('rule ') || feature.startsWith('type ') ? RESERVE_OF_NAMES : RESERVE
        weights.set(feature, before + step - rate * reserve * before)
      }
    }
  }
  const scale = 127 / Math.max(...[...weights.values()].map(Math.abs), 0.01)
  const whole = [...weights].map(([feature, weight]) => [feature, Math.round(weight * scale)] as const).filter(([, weight]) => weight !== 0)
  return {
    bias: Math.round(bias * scale),
    scale: Math.round(scale * 1000) / 1000,
    least: 0,
    weights: Object.fromEntries(whole.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Log-odds of each own lesson by the model of the folds that its text is not in. */
export function unseen(lessons: readonly Lesson[]): Unseen[] {
  const foldOf = ({ share }: Lesson): number => (share === undefined ? -1 : share % FOLDS)
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = fit(lessons.filter((it) => foldOf(it) !== fold))
    return lessons.filter((it) => foldOf(it) === fold).map((lesson) => ({ lesson, odds: logOdds(model, lesson.features) }))
  }).flat()
}

/** Platt's calibration: slope and shift of log-odds under which they are most likely, by Newton's method. */
export function calibration(all: readonly Unseen[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0]
  for (let n = 0; n < 30; n++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6]
    for (const { lesson, odds } of all) {
      const p = sigmoid(slope * odds + shift)
      const [miss, spread] = [Number(lesson.right) - p, p * (1 - p)]
      g0 += miss * odds
      g1 += miss
      h00 += spread * odds * odds
      h01 += spread * odds
      h11 += spread
    }
    const det = h00 * h11 - h01 * h01
    slope += (h11 * g0 - h01 * g1) / det
    shift += (h00 * g1 - h01 * g0) / det
  }
  return { slope, shift }
}

/** The least belief, in hundredths, at which F1 is best when this many claims are told. */
export function bestLeast(all: readonly { readonly right: boolean; readonly belief: number }[], told: number): number {
  const f1 = (least: number): number => {
    const kept = all.filter((it) => it.belief >= least)
    return (2 * kept.filter(({ right }) => right).length) / (kept.length + told)
  }
  const steps = Array.from({ length: 80 }, (_, i) => i / 100)
  return steps.reduce((best, least) => (f1(least) > f1(best) ? least : best))
}

/** One chooser of two, whose log-odds are summed with `share` of the second; a feature that one of them lacks counts nothing in it. */
export function blended(first: ChooserWeights, second: ChooserWeights, share: number, least: number): ChooserWeights {
  const odds = ({ weights, scale }: ChooserWeights, feature: string): number => (weights[feature] ?? 0) / scale
  const both = (feature: string): number => (1 - share) * odds(first, feature) + share * odds(second, feature)
  const features = [...new Set([...Object.keys(first.weights), ...Object.keys(second.weights)])].toSorted()
  const scale = 127 / Math.max(...features.map((it) => Math.abs(both(it))), 0.01)
  const whole = features.map((it) => [it, Math.round(both(it) * scale)] as const).filter(([, weight]) => weight !== 0)
  return {
    bias: Math.round(((1 - share) * (first.bias / first.scale) + share * (second.bias / second.scale)) * scale),
    scale: Math.round(scale * 1000) / 1000,
    least,
    weights: Object.fromEntries(whole),
  }
}

/** Weights whose belief is calibrated, with the least belief of a claim that is made. */
export function calibrated(
  weights: ChooserWeights,
  { slope, shift }: { readonly slope: number; readonly shift: number },
  least: number,
): ChooserWeights {
  return {
    ...weights,
    bias: Math.round(weights.bias + (shift * weights.scale) / slope),
    scale: Math.round((weights.scale / slope) * 1000) / 1000,
    least,
  }
}
