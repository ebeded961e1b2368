import type { Condition, Source, Test } from './rule.js'

/** Reads `arms | money?`, `actor & !armed`, `!envoy`, `none`. A list stands for its members joined by `|`. */
export function readCondition(text: string): Condition {
  const optional = text.trim().endsWith('?')
  const body = text.trim().replace(/\?$/, '').trim()
  if (body === 'none') return { text, optional: true, none: true, any: [] }
  const any = body.split('|').map((part) => part.split('&').map(readTest))
  // What only forbids is content with silence.
  const forbids = any.every((tests) => tests.every(({ not }) => not))
  return { text, optional: optional || forbids, none: false, any }
}

function readTest(text: string): Test {
  const name = text.trim().replace(/\?$/, '')
  return name.startsWith('!') ? { not: true, name: name.slice(1).trim() } : { not: false, name }
}

/** Reads `agent`, `sender-of theme`. */
export function readSource(text: string): Source {
  const [first = '', second] = text.trim().split(/\s+/)
  return second === undefined ? { role: first } : { how: first, role: second }
}

/** Splits `{actor Armenia} recalled …` into the plain text and the marked participants. */
export function readMarks(marked: string): { text: string; marks: { role: string; from: number; to: number }[] } {
  const marks: { role: string; from: number; to: number }[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(/\{([a-z-]+) ([^}]+)\}/g)) {
    text += marked.slice(last, match.index)
    marks.push({ role: match[1]!, from: text.length, to: text.length + match[2]!.length })
    text += match[2]!
    last = match.index + match[0].length
  }
  return { text: text + marked.slice(last), marks }
}
