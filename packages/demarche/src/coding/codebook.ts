import { byCodeUnit } from '../text/index.js'
import type { RuleBook } from './book.js'
import type { Condition, Example, Rule, Source } from './rule.js'

/** The rules as a page in Markdown: types with their modes, the rules of each with examples, and the CAMEO codes that no rule gives. */
export function codebook(book: RuleBook, reasons: Readonly<Record<string, string>> = {}): string {
  const { plover } = book.schemes
  const types = Object.entries(plover.types).map(([type, { gloss, quad, score, modes }]) => {
    const rules = book.rules.filter(({ codes }) => codes.type === type).toSorted((a, b) => byCodeUnit(a.rule, b.rule))
    const rows = Object.entries(modes).map(([mode, it]) => `| ${mode} | ${it.gloss} | ${it.score} |`)
    return [
      `## ${type}`,
      `${gloss}. Quad class ${quad}, score ${score}.`,
      ...(rows.length > 0 ? [['| mode | means | score |', '|---|---|---|', ...rows].join('\n')] : []),
      ...rules.map(page),
    ].join('\n\n')
  })
  const none = book.rules.filter(({ codes }) => codes.type === null).map(page)
  return [
    '# Codebook',
    `Made from ${book.rules.length} rules. Where schemes disagree, \`docs/schemes.md\` says what was settled.`,
    ...types,
    '## Without a PLOVER type',
    ...none,
    contents(book),
    uncoded(book, reasons),
    '',
  ].join('\n\n')
}

function page(rule: Rule): string {
  const { codes } = rule
  const parts = [
    codes.mode,
    ...(codes.contexts ?? []),
    codes.cameo && `CAMEO ${codes.cameo}`,
    rule.frame && `frame ${rule.frame}`,
    rule.content && `content ${rule.content}`,
  ].filter(Boolean)
  const lines = [
    ...rule.variants.map(
      ({ where, codes: other }) =>
        `- where ${Object.entries(where)
          .map(([role, it]) => `${role} is ${it.text}`)
          .join(' and ')}: ${[other.type, other.mode, other.cameo].filter(Boolean).join(' ')}`,
    ),
    ...Object.entries(rule.roles).map(([role, condition]) => `- ${role}: ${said(condition)}`),
    `- actor: ${sources(rule.actor)}; recipient: ${sources(rule.recipient)}`,
    ...(rule.over.length > 0 ? [`- before: ${rule.over.join(', ')}`] : []),
  ]
  return [
    `### ${rule.rule}`,
    `${rule.gloss}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`,
    `Words: ${[...rule.verbs, ...rule.nouns, ...rule.adjectives].join(', ')}.`,
    lines.join('\n'),
    [...rule.finds.map((it) => `- finds: ${marked(it)}`), ...rule.ignores.map(({ text, why }) => `- leaves alone: ${text} (${why})`)].join(
      '\n',
    ),
  ].join('\n\n')
}

const said = ({ text, optional, none }: Condition): string =>
  none ? 'must be unsaid' : `${text.replace(/\?$/, '')}${optional ? ', or unsaid' : ''}`
const sources = (all: readonly Source[]): string =>
  all.map(({ how, role }) => (how === undefined ? role : `${how} ${role}`)).join(', else ') || 'none'

/** An example with its participants in bold and their roles behind them. */
function marked({ text, marks, status }: Example): string {
  let out = ''
  let last = 0
  for (const { role, from, to } of marks) {
    out += `${text.slice(last, from)}**${text.slice(from, to)}** [${role}]`
    last = to
  }
  return `${out}${text.slice(last)}${status === undefined ? '' : ` — ${status}`}`
}

function contents({ contents: table }: RuleBook): string {
  const rows = Object.entries(table).flatMap(([name, { frames }]) =>
    Object.entries(frames).map(
      ([frame, { type, mode, cameo }]) => `| ${name} | ${frame} | ${[type, mode, cameo].filter(Boolean).join(' ')} |`,
    ),
  )
  return ['## Acts inside acts', ['| content | frame | codes |', '|---|---|---|', ...rows].join('\n')].join('\n\n')
}

/** CAMEO codes that some rule, variant or frame gives. */
export function codedCameo({ rules, contents: table }: RuleBook): Set<string> {
  const codes = [
    ...rules.flatMap((rule) => [rule.codes, ...rule.variants.map((it) => it.codes)]),
    ...Object.values(table).flatMap(({ frames }) => Object.values(frames)),
  ]
  return new Set(codes.flatMap(({ cameo }) => (cameo === undefined ? [] : [cameo])))
}

function uncoded(book: RuleBook, reasons: Readonly<Record<string, string>>): string {
  const coded = codedCameo(book)
  const rows = Object.entries(book.schemes.cameo)
    .filter(([code]) => !coded.has(code))
    .toSorted(([a], [b]) => byCodeUnit(a, b))
    .map(([code, { name }]) => `| ${code} | ${name} | ${reasons[code] ?? 'no rule'} |`)
  return ['## CAMEO codes that no rule gives', ['| code | name | why |', '|---|---|---|', ...rows].join('\n')].join('\n\n')
}
