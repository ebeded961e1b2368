import type { ClaimRow } from '../spec/index.js'
import type { Span } from '../text/index.js'
import type { Explanation } from './explain.js'
import { REACHED } from './reached.js'
import { codesText } from './what-if.js'

const MOST_NEAR = 4
const WIDTH = 10

/** The explanation as lines for a terminal. */
export function explanationText(it: Explanation, show: (span: Span) => string): string {
  const { claim, rule } = it
  const line = (label: string, text: string): string => `  ${label.padEnd(WIDTH)}${text}`
  const near = it.nearly.toSorted((a, b) => Number(a.said === false) - Number(b.said === false))
  const told = it.roles.filter(({ role, condition }) => role !== 'content' || condition !== undefined)
  return [
    it.sentence,
    line('code', `${codesText(claim)} · ${claim.status}${claim.historical ? ', background' : ''}`),
    line('who', `${sideText(claim.actors, show)} → ${sideText(claim.recipients, show)}`),
    line('rule', `${rule.name}, ${rule.file}:${it.variant?.line ?? rule.line}`),
    line('', rule.gloss),
    ...(it.variant ? [line('', `for ${it.variant.where}`)] : []),
    ...(it.frame ? [line('frame', `${it.frame}, rules/contents.yml`)] : []),
    ...(it.manner === undefined ? [] : [line('manner', it.manner)]),
    line('act', actText(it)),
    ...told.map(({ role, text, how, condition }) => line(role, `“${text}”${reached(how)}${condition ? `, must be ${condition}` : ''}`)),
    ...it.rivals.map(({ rule: name, file, codes, lost }) => line('lost', `${name} (${codes}), ${file}: ${lost}`)),
    ...it.whatIf.map(({ change, codes }) => line('if', `${change}: ${codes}`)),
    ...near.slice(0, MOST_NEAR).map(({ rule: name, codes, wanted }) => line('nearly', `${name} (${codes}): ${wanted}`)),
    ...(it.belief === undefined ? [] : [line('belief', `${it.belief.toFixed(2)} that a careful reader makes this claim`)]),
  ].join('\n')
}

const reached = (how: string): string => (REACHED[how] === undefined ? '' : ` (${REACHED[how]})`)

function actText({ act: { text, form, voice, status, because } }: Explanation): string {
  const what = [form, voice].filter((word) => word !== 'none').join(', ')
  return `“${text}”, ${what}${because.length > 0 ? `; ${status} by ${because.join(', ')}` : ''}`
}

const sideText = (all: ClaimRow['actors'], show: (span: Span) => string): string =>
  all.map(({ span, country, sector }) => `${show(span)}${country ? ` (${[country, sector].filter(Boolean).join(' ')})` : ''}`).join(', ') ||
  'nobody'
