import type { Status } from '../doc/index.js'
import { Problem } from '../text/index.js'
import { readCondition, readMarks, readSource } from './condition.js'
import { FIELDS, type Codes, type Condition, type Example, type Frame, type Ignored, type Rule, type Source, type Variant } from './rule.js'
import { isMap, isScalar, isSeq, parseCounted, type LineCounter, type Node, type YAMLMap } from './yaml.js'

/** The types whose inner acts are no events of their own: what is refused, demanded or alleged did not thereby happen. */
const DROPS: ReadonlySet<string> = new Set(['AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'])
const RECIPIENT = ['recipient', 'theme', 'to', 'with', 'against', 'on'].map(readSource)

/** A YAML map with the place of each field, so that every fault has a line. */
export class Fields {
  constructor(
    readonly map: YAMLMap,
    readonly file: string,
    readonly lines: LineCounter,
  ) {}
  line(node: unknown): number {
    return this.lines.linePos((node as Node | null)?.range?.[0] ?? 0).line
  }
  fault(node: unknown, fault: string, cure: string): Problem {
    return new Problem({ reason: 'bad-rule', place: `${this.file}:${this.line(node)}`, fault, cure })
  }
  node(name: string): unknown {
    return this.map.get(name, true)
  }
  text(name: string): string | undefined {
    const node = this.node(name)
    if (node === undefined) return undefined
    if (!isScalar(node)) throw this.fault(node, `“${name}” is not a word`, 'write one value')
    return String(node.value)
  }
  /** One word or a list of words; absent is empty. */
  list(name: string): string[] {
    const node = this.node(name)
    if (node === undefined) return []
    if (isScalar(node)) return [String(node.value)]
    if (!isSeq(node) || !node.items.every(isScalar)) throw this.fault(node, `“${name}” is not a list of words`, 'write [word, word]')
    return node.items.map((item) => String((item as { value: unknown }).value))
  }
  fields(name: string): Fields | undefined {
    const node = this.node(name)
    if (node === undefined) return undefined
    if (!isMap(node)) throw this.fault(node, `“${name}” is not a mapping`, 'write { name: value }')
    return new Fields(node, this.file, this.lines)
  }
  names(): string[] {
    return this.map.items.map(({ key }) => String(isScalar(key) ? key.value : key))
  }
  items(name: string): unknown[] {
    const node = this.node(name)
    if (node === undefined) return []
    if (!isSeq(node)) throw this.fault(node, `“${name}” is not a list`, 'write one item a line, each after “- ”')
    return node.items
  }
  only(known: readonly string[]): void {
    const strange = this.names().find((name) => !known.includes(name))
    if (strange !== undefined) throw this.fault(this.map, `the field “${strange}” is unknown`, `there are ${known.join(', ')}`)
  }
}

/** Parses YAML of which every scalar is text. Throws a `Problem` with the line. */
export function readYaml(text: string, file: string): Fields {
  const { document, lines } = parseCounted(text, { schema: 'failsafe', prettyErrors: false })
  const error = document.errors[0]
  if (error)
    throw new Problem({
      reason: 'bad-rule',
      place: `${file}:${lines.linePos(error.pos[0]).line}`,
      fault: error.message,
      cure: 'mend the YAML; quote text that holds “: ” or “{”',
    })
  if (!isMap(document.contents))
    throw new Problem({ reason: 'bad-rule', place: file, fault: 'is not a mapping', cure: 'start with “rule: name”' })
  return new Fields(document.contents, file, lines)
}

/** Reads one rule file. Throws a `Problem` for a broken shape; names and codes are checked by `checkRules`. */
export function readRule(text: string, file: string): Rule {
  const it = readYaml(text, file)
  it.only(FIELDS)
  const codes = readCodes(it.fields('codes'))
  const frame = it.text('frame') as Frame | undefined
  const status = it.text('status') as Status | undefined
  const content = it.text('content')
  const ledger = it.fields('ledger')
  return {
    rule: it.text('rule') ?? '',
    gloss: it.text('gloss') ?? '',
    codes,
    variants: it.items('variants').map((node) => readVariant(it, node)),
    verbs: it.list('verbs'),
    nouns: it.list('nouns'),
    adjectives: it.list('adjectives'),
    roles: readConditions(it.fields('roles')),
    words: readLists(it.fields('words')),
    actor: readSources(it, 'actor') ?? [{ role: 'agent' }],
    recipient: readSources(it, 'recipient') ?? RECIPIENT,
    others: Object.fromEntries(Object.entries(readLists(it.fields('others'))).map(([role, sources]) => [role, sources.map(readSource)])),
    reciprocal: it.text('reciprocal') === 'true',
    requires: it.node('requires') === undefined ? ['actor'] : it.list('requires'),
    figures: readLists(it.fields('figures')),
    inside: (it.text('inside') as 'drop' | 'keep' | undefined) ?? (frame !== undefined || DROPS.has(codes.type ?? '') ? 'drop' : 'keep'),
    over: it.list('over'),
    finds: it.items('finds').map((node) => readExample(it, node)),
    ignores: it.items('ignores').map((node) => readIgnored(it, node)),
    off: it.text('off') === 'true',
    file,
    line: 1,
    ...(status && { status }),
    ...(content !== undefined && { content }),
    ...(frame && { frame }),
    ...(ledger && { ledger: Object.fromEntries(ledger.names().map((name) => [name, ledger.text(name)!])) }),
  }
}

export function readCodes(it: Fields | undefined): Codes {
  if (!it) return {}
  it.only(['type', 'mode', 'contexts', 'cameo'])
  const [type, mode, cameo] = [it.text('type'), it.text('mode'), it.text('cameo')]
  return {
    ...(type !== undefined && { type: type === 'none' ? null : type }),
    ...(mode !== undefined && { mode }),
    ...(it.node('contexts') !== undefined && { contexts: it.list('contexts') }),
    ...(cameo !== undefined && { cameo }),
  }
}

function readVariant(it: Fields, node: unknown): Variant {
  if (!isMap(node)) throw it.fault(node, 'a variant is not a mapping', 'write { where: { … }, codes: { … } }')
  const fields = new Fields(node, it.file, it.lines)
  fields.only(['where', 'codes', 'status'])
  const status = fields.text('status') as Status | undefined
  return {
    where: readConditions(fields.fields('where')),
    codes: readCodes(fields.fields('codes')),
    line: it.line(node),
    ...(status && { status }),
  }
}

const readConditions = (it: Fields | undefined): Record<string, Condition> =>
  Object.fromEntries((it?.names() ?? []).map((role) => [role, readCondition(it!.list(role).join(' | '))]))

const readLists = (it: Fields | undefined): Record<string, string[]> =>
  Object.fromEntries((it?.names() ?? []).map((name) => [name, it!.list(name)]))

function readSources(it: Fields, name: string): Source[] | undefined {
  if (it.node(name) === undefined) return undefined
  return it
    .list(name)
    .filter((source) => source !== 'none')
    .map(readSource)
}

function readExample(it: Fields, node: unknown): Example {
  const line = it.line(node)
  if (isScalar(node)) return { ...readMarks(String(node.value)), line, also: [] }
  if (!isMap(node)) throw it.fault(node, 'an example is neither text nor a mapping', 'write "text" or { text: "…", status: negated }')
  const fields = new Fields(node, it.file, it.lines)
  fields.only(['text', 'status', 'type', 'mode', 'cameo', 'historical', 'figures', 'also', 'why'])
  const figures = fields.fields('figures')
  const said = Object.fromEntries(
    ['status', 'type', 'mode', 'cameo', 'historical'].flatMap((name) =>
      fields.text(name) === undefined ? [] : [[name, fields.text(name)!]],
    ),
  )
  return {
    ...readMarks(fields.text('text') ?? ''),
    line,
    also: fields.list('also'),
    ...said,
    ...(figures && { figures: Object.fromEntries(figures.names().map((name) => [name, figures.text(name)!])) }),
  }
}

function readIgnored(it: Fields, node: unknown): Ignored {
  if (!isMap(node)) throw it.fault(node, 'what a rule ignores is not a mapping', 'write { text: "…", why: … }')
  const fields = new Fields(node, it.file, it.lines)
  fields.only(['text', 'why', 'as'])
  const as = fields.text('as')
  return { text: fields.text('text') ?? '', why: fields.text('why') ?? '', line: it.line(node), ...(as !== undefined && { as }) }
}
