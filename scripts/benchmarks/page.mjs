// The page of benchmarks, from what bench/board.json and bench/measured.json keep.
import { measuresOf, sumOf } from './counts.mjs'
import { SPEEDS } from './speeds.mjs'

const figure = (value, digits = 3) => (value === undefined || value === null ? '–' : value.toFixed(digits))
const row = (cells) => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n')
const whole = (value) => Math.round(value).toLocaleString('en')

const scores = (counts) => {
  const { p, r, f1 } = measuresOf(counts)
  return [p, r, f1].map((it) => figure(it, 2))
}

function byType([set, { rows, ours, peers }]) {
  const others = Object.entries(peers)
  const none = { wanted: 0, made: 0, right: 0 }
  const line = (name, counts, of) => [
    name,
    whole(counts.wanted),
    ...scores(counts),
    ...others.flatMap(([, all]) => scores({ ...of(all), wanted: counts.wanted })),
  ]
  const head = ['', 'wanted', 'P', 'R', 'F1', ...others.flatMap(([name]) => [`${name}: P`, 'R', 'F1'])]
  const types = ours.filter(({ wanted }) => wanted > 0)
  const extra = sumOf(ours.filter(({ wanted }) => wanted === 0)).made
  return `### ${set}, ${whole(rows)} texts
${table(head, [
  ...types.map((it) => line(it.type, it, (all) => all.find(({ type }) => type === it.type) ?? none)),
  line('all', sumOf(ours), (all) => sumOf(all)),
])}
${extra > 0 ? `\nIn “all” stand ${extra} of ours that the set has no name for.\n` : ''}`
}

function speed({ stages, machine }) {
  const ours = [
    'demarche',
    whole(stages.sentences),
    'raw text, all layers from words to claims',
    `measured on ${stages.day}: ${whole(stages.tokens)} tokens a CPU second, ${whole(stages.treeTokens)} to the tree alone, ${whole(stages.megabytes)} MB; ${machine.cpu}, Node ${machine.node.slice(1)}`,
  ]
  return `## Speed
One core, models and dictionaries loaded. Ours is CPU time of \`npm run bench -- stages\` on the articles of \`examples/\`, ${(stages.tokens / stages.sentences).toFixed(0)} tokens a sentence; others were measured on other sentences, or published.

${table(['', 'sentences a second', 'given', 'how'], [ours, ...SPEEDS.map(({ name, speed: it, given, source }) => [name, it, given, source])])}
`
}

const task = (name, sets) => `## ${name}
${table(
  ['set', 'figure', 'demarche', 'best peer'],
  sets.flatMap(({ set, figures }) => figures.map(({ metric, value, peer }) => [set, metric, figure(value), peer ?? '–'])),
)}
`

/** The page: `board` as `bench/board.json` has it, `measured` as `bench/measured.json`. */
export function benchmarks({ sets, types }, measured) {
  const tasks = [...new Set(sets.map((it) => it.task))]
  const days = sets.map(({ day }) => day).toSorted()
  const span = days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`
  const [events, ...rest] = tasks.map((name) =>
    task(
      name,
      sets.filter((it) => it.task === name),
    ),
  )
  return `# Benchmarks

Made by \`scripts/benchmarks.mjs\` from runs of the board over third-party sets (development halves; none of their sentences stands in this project), ${span}, kept in \`bench/board.json\`. Raw text in, everything out, no
gold layer given. Extra claims count against us. Peers marked * were given more than we are, or measured on a set that is not quite the same.

${events}
## Events by type
Types of each text as multisets: what is made too often costs precision, what is missed recall; negated claims are left out. Of a headline the first claim counts. PLV joins CONCEDE and RETREAT as YIELD; the examples of CAMEO's manual are told
apart by root. The other coder read the same raw sentences; its CAMEO codes are read as PLOVER types.

${Object.entries(types).map(byType).join('\n')}
${speed(measured)}
${rest.join('\n')}`
}
