// `node training/dist/train-chooser.js STORIES.jsonl [OUT.json]`: trains the chooser on leads of stories whose type is known (weak: rows of text and type) and on the rules' own
// examples. A claim of the lead that has the story's type is right, any other is not; leads without such a claim teach nothing. The same input gives the same file.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { models } from '@demarche/english'
import { type ChooserWeights, compileBook, featuresOf, type RuleBook, traceOf } from 'demarche/coding'
import { articleOf } from 'demarche/doc'
import { bundlePart, loadPipeline, readTraced } from 'demarche/pipeline'

const ROUNDS = 30
const RATE = 0.05
const RESERVE = 0.001
/** Words of one rule must be seen this often to have a weight of their own. */
const OFTEN = 8
const HELD = 10
/** Examples of rules count this much beside a lead. */
const EXAMPLE = 0.25

interface Lesson {
  readonly features: readonly string[]
  readonly right: boolean
  readonly weight: number
  readonly group: number
}

const { chooser: _, ...book } = bundlePart('rules') as RuleBook
const coder = compileBook(book)
const pipeline = loadPipeline()
const read = (text: string): Parameters<typeof traceOf>[1] => readTraced(pipeline, articleOf(text, '2024-06-14'))

const same = (a: string | null | undefined, b: string): boolean =>
  a === b || (['CONCEDE', 'RETREAT'].includes(a ?? '') && ['CONCEDE', 'RETREAT'].includes(b))

function lessonsOf(
  text: string,
  group: number,
  isRight: (rule: string, type: string | null | undefined) => boolean,
  weight: number,
): Lesson[] {
  const { drafts, scene } = traceOf(coder, read(text))
  const { doc } = scene.parties
  const beside = (at: number) => drafts.filter((it) => doc.tokens.sentence[it.chosen.act.head] === doc.tokens.sentence[at])
  return drafts
    .filter(({ status }) => status !== 'negated')
    .map((draft) => ({
      features: featuresOf(doc, scene.parties.told, draft, beside(draft.chosen.act.head)),
      right: isRight(draft.chosen.rule.rule, draft.codes.type),
      weight,
      group,
    }))
}

/** The first sentence or two, which tell what the story is about. */
const leadOf = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 400)

function lessons(stories: string): Lesson[] {
  const leads = stories
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; type: string })
  const seen = new Set<string>()
  const all = leads.flatMap(({ text, type }, group) => {
    const lead = leadOf(text)
    if (lead.length < 40 || seen.has(lead)) return []
    seen.add(lead)
    const found = lessonsOf(lead, group, (_rule, is) => same(is, type), 1)
    return found.some(({ right }) => right) ? found : []
  })
  const own = book.rules.flatMap((rule, i) =>
    rule.finds.flatMap(({ text, also }) => lessonsOf(text, i, (name) => name === rule.rule || also.includes(name), EXAMPLE)),
  )
  return [...all, ...own]
}

function train(all: readonly Lesson[]): { bias: number; weights: Map<string, number> } {
  const counts = new Map<string, number>()
  for (const { features } of all) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weights = new Map([...counts].filter(([, n]) => n >= OFTEN).map(([feature]) => [feature, 0]))
  let bias = 0
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 5)
    for (let k = 0; k < all.length; k++) {
      // A fixed stride visits every lesson once a round in an order that mixes leads and examples.
      const { features, right, weight } = all[(k * 7919) % all.length]!
      const sum = features.reduce((total, feature) => total + (weights.get(feature) ?? 0), bias)
      const step = rate * weight * ((right ? 1 : 0) - 1 / (1 + Math.exp(-sum)))
      bias += step
      for (const feature of features) {
        const before = weights.get(feature)
        if (before !== undefined)
          weights.set(
            feature,
            before + step - rate * RESERVE * before * (feature.startsWith('rule ') || feature.startsWith('type ') ? 20 : 1),
          )
      }
    }
  }
  return { bias, weights }
}

function packed({ bias, weights }: ReturnType<typeof train>, least: number): ChooserWeights {
  const most = Math.max(...[...weights.values()].map(Math.abs), 0.01)
  const scale = 127 / most
  return {
    bias: Math.round(bias * scale),
    scale: Math.round(scale * 1000) / 1000,
    least,
    weights: Object.fromEntries(
      [...weights]
        .map(([feature, weight]) => [feature, Math.round(weight * scale)] as const)
        .filter(([, weight]) => weight !== 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}

const beliefOf = ({ bias, scale, weights }: ChooserWeights, features: readonly string[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias) / scale))

const [stories = '', out = fileURLToPath(new URL('chooser.json', models))] = process.argv.slice(2)
const all = lessons(readFileSync(stories, 'utf8'))
const held = all.filter(({ group }) => group % HELD === 0)
const trial = packed(train(all.filter(({ group }) => group % HELD !== 0)), 0)
process.stdout.write(`${all.length} lessons, ${all.filter(({ right }) => right).length} right; on ${held.length} held out:\n`)
for (let least = 0; least < 0.8; least += 0.05) {
  const kept = held.filter(({ features }) => beliefOf(trial, features) >= least)
  const hits = kept.filter(({ right }) => right).length
  const rights = held.filter(({ right }) => right).length
  process.stdout.write(`least ${least.toFixed(2)}: P ${(hits / kept.length).toFixed(3)} R ${(hits / rights).toFixed(3)}\n`)
}
for (let low = 0; low < 1; low += 0.1) {
  const bin = held.filter(({ features }) => beliefOf(trial, features) >= low && beliefOf(trial, features) < low + 0.1)
  if (bin.length > 0)
    process.stdout.write(
      `belief ${low.toFixed(1)}..${(low + 0.1).toFixed(1)}: ${(bin.filter(({ right }) => right).length / bin.length).toFixed(2)} right of ${bin.length}\n`,
    )
}
writeFileSync(out, `${JSON.stringify(packed(train(all), 0.4), undefined, 1)}\n`)
