// What a mutant is: one small wrong change of a source text. All mutants of a module are found by one walk of its tree, in the order in which they stand.
import { parseAst } from 'rolldown/parseAst'

/** Operators that are exchanged: what stands there, what stands there in the mutant. */
const SWAPS = {
  'conditional boundary': { '<': '<=', '<=': '<', '>': '>=', '>=': '>' },
  equality: { '===': '!==', '!==': '===', '==': '!=', '!=': '==' },
  logical: { '&&': '||', '||': '&&', '??': '&&' },
  arithmetic: {
    '+': '-',
    '-': '+',
    '*': '/',
    '/': '*',
    '%': '*',
    '++': '--',
    '--': '++',
    '+=': '-=',
    '-=': '+=',
    '&': '|',
    '|': '&',
    '<<': '>>',
    '>>': '<<',
  },
}
/** Methods that are exchanged, and those whose call is taken away. */
const METHODS = new Map(
  Object.entries({ some: 'every', every: 'some', min: 'max', max: 'min', startsWith: 'endsWith', endsWith: 'startsWith' }),
)
const DROPPED = new Set(['filter', 'slice', 'toSorted', 'sort', 'reverse', 'toReversed', 'trim', 'toLowerCase'])
/** Words for people: another wording of them is no other behaviour. */
const PROSE = new Set(['fault', 'cure', 'place', 'description', 'summary', 'says', 'unit'])

/** Mutants of a TypeScript text: `{from, to, with, what}`, where `what` names the operator and `with` replaces the characters from `from` to `to`. */
export function mutantsOf(text) {
  const found = []
  const add = (what, { start, end }, replacement) => found.push({ from: start, to: end, with: replacement, what })
  const source = ({ start, end }) => text.slice(start, end)
  const negated = (test) => add('negated condition', test, `!(${source(test)})`)
  /** The place of an operator: between its two sides there is nothing else but brackets and comments. */
  const operator = ({ left, right, operator: sign }) => {
    const at = text.indexOf(sign, left.end)
    return at >= 0 && at < right.start ? { start: at, end: at + sign.length } : undefined
  }
  const swapped = (node, where) => {
    for (const [what, signs] of Object.entries(SWAPS)) if (where && signs[node.operator]) add(what, where, signs[node.operator])
  }
  const VISIT = {
    BinaryExpression: (node) => swapped(node, operator(node)),
    // In brackets, for `??` may not stand beside `&&`.
    LogicalExpression: ({ left, right, operator: sign, ...node }) =>
      add('logical', node, `((${source(left)}) ${SWAPS.logical[sign]} (${source(right)}))`),
    AssignmentExpression: (node) => swapped(node, operator(node)),
    UpdateExpression: (node) =>
      swapped(node, node.prefix ? { start: node.start, end: node.start + 2 } : { start: node.end - 2, end: node.end }),
    UnaryExpression(node) {
      if (node.operator === '!') add('negation removed', node, source(node.argument))
      if (node.operator === '-' && node.argument.type !== 'Literal') add('arithmetic', node, `+${source(node.argument)}`)
    },
    IfStatement: ({ test }) => negated(test),
    ConditionalExpression: ({ test }) => negated(test),
    WhileStatement: ({ test }) => add('negated condition', test, 'false'),
    DoWhileStatement: ({ test }) => add('negated condition', test, 'false'),
    ForStatement: ({ test }) => test && add('negated condition', test, 'false'),
    ReturnStatement: ({ argument }) => argument && argument.name !== 'undefined' && add('return value', argument, 'undefined'),
    BlockStatement: (node) => node.body.length > 0 && add('block removed', node, '{}'),
    ArrowFunctionExpression({ body }) {
      if (body.type !== 'BlockStatement') add('return value', body, 'undefined')
    },
    Literal(node) {
      if (typeof node.value === 'boolean') add('boolean', node, String(!node.value))
      else if (typeof node.value === 'string') add('string', node, node.value === '' ? "'mutant'" : "''")
    },
    TemplateLiteral: (node) => add('string', node, "''"),
    ArrayExpression: (node) => add('array', node, node.elements.length > 0 ? '[]' : "['mutant']"),
    MemberExpression(node) {
      if (node.optional) {
        const at = text.indexOf('?.', node.object.end)
        add('optional call', { start: at, end: at + 2 }, node.computed ? '' : '.')
      }
    },
    CallExpression(node) {
      const { callee } = node
      if (node.optional) {
        const at = text.indexOf('?.', callee.end)
        add('optional call', { start: at, end: at + 2 }, '')
      }
      if (callee.type !== 'MemberExpression' || callee.computed) return
      const { name } = callee.property
      if (METHODS.has(name)) add('method', callee.property, METHODS.get(name))
      if (DROPPED.has(name)) add('method', { start: callee.object.end, end: node.end }, '')
    },
  }
  walk(parseAst(text, { lang: 'ts' }), (node) => VISIT[node.type]?.(node))
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.what < b.what ? -1 : 1))
}

/** A text with a mutant in the place of what stands there. */
export const mutated = (text, { from, to, with: replacement }) => text.slice(0, from) + replacement + text.slice(to)

/** Whether a mutant is a program at all: to be asked of those that are drawn, for it costs a reading of the whole text. */
export function parses(text, mutant) {
  try {
    return Boolean(parseAst(mutated(text, mutant), { lang: 'ts' }))
  } catch {
    return false
  }
}

/** Parts of a node that are no code which runs: types, what is imported, names of fields, words for people, thrown errors without a reason. */
const SKIPPED = {
  ImportDeclaration: ['source', 'specifiers', 'attributes'],
  ExportNamedDeclaration: ['source', 'specifiers', 'attributes'],
  ExportAllDeclaration: ['source'],
  ImportExpression: ['source'],
  MethodDefinition: ['key'],
  PropertyDefinition: ['key'],
}
const TYPED = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSInstantiationExpression'])

function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((it) => walk(it, visit))
  if (node === null || typeof node !== 'object' || typeof node.type !== 'string') return
  if (TYPED.has(node.type)) return walk(node.expression, visit)
  if (node.type.startsWith('TS')) return
  if (node.type === 'Property') {
    if (node.computed) walk(node.key, visit)
    if (!PROSE.has(node.key.name)) walk(node.value, visit)
    return
  }
  visit(node)
  for (const key in node) if (key !== 'type' && !SKIPPED[node.type]?.includes(key)) walk(node[key], visit)
}
