// Which mutants a test can kill at all: those that it passes. A probe stands before the innermost statement, or in the innermost body of an arrow function, that
// holds the mutant; what is passed is then at least what is run.
import { parseAst } from 'rolldown/parseAst'

/** A text with probes for mutants: `[{id, from, to}]`. A probe calls `globalThis.reached(id)`. */
export function probed(text, mutants) {
  const places = []
  const statements = (body) => places.push(...body.filter(({ type }) => !type.startsWith('TS') && type !== 'ImportDeclaration'))
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (node === null || typeof node !== 'object') return
    if (node.type === 'Program' || node.type === 'BlockStatement') statements(node.body)
    if (node.type === 'SwitchCase') statements(node.consequent)
    if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') places.push({ ...node.body, arrow: true })
    for (const key in node) walk(node[key])
  }
  walk(parseAst(text, { lang: 'ts' }))
  const inserted = []
  for (const { id, from, to } of mutants) {
    const holding = places.filter(({ start, end }) => start <= from && to <= end)
    const place = holding.reduce((best, it) => (best && best.end - best.start <= it.end - it.start ? best : it), undefined)
    if (!place) continue
    if (place.arrow) {
      inserted.push(
        { at: place.start, text: `(globalThis.reached(${id}),(` },
        { at: place.end, text: '))', closing: place.end - place.start },
      )
    } else inserted.push({ at: place.start, text: `globalThis.reached(${id});` })
  }
  let out = text
  // From the end on, so that earlier places stay where they are.
  for (const { at, text: probe } of inserted.toSorted((a, b) => b.at - a.at)) out = out.slice(0, at) + probe + out.slice(at)
  return out
}
