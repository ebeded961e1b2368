import { XPOS } from 'demarche/doc'
import { LONGEST_ENDING, lemmaKey } from 'demarche/read/tags'
import type { Gold } from './conllu.js'
import { learnedByEnding } from './learned-lemma.js'

type Counts = Map<string, Map<string, number>>

function count(counts: Counts, key: string, value: string): void {
  let values = counts.get(key)
  if (values === undefined) counts.set(key, (values = new Map()))
  values.set(value, (values.get(value) ?? 0) + 1)
}

function most(values: ReadonlyMap<string, number>): string {
  let best = ''
  let times = -1
  for (const [value, n] of values) if (n > times) [best, times] = [value, n]
  return best
}

const total = (values: ReadonlyMap<string, number>): number => [...values.values()].reduce((sum, it) => sum + it, 0)

/** How to get from a form to its lemma: how many letters to cut and what to add. */
function editOf(form: string, lemma: string): string {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return `${form.length - same}+${lemma.slice(same)}`
}

/** Learns lemmas: the most frequent one of each form and tag, rules by ending, and drops whatever the rules give anyway. */
export function trainLemmas(sentences: readonly Gold[]): { words: Record<string, string>; endings: Record<string, string> } {
  const words: Counts = new Map()
  const edits: Counts = new Map()
  for (const { forms, lemmas, xpos } of sentences) {
    for (const [i, raw] of forms.entries()) {
      const form = raw.replaceAll('’', "'")
      const tag = XPOS[xpos[i]!]!
      count(words, lemmaKey(form, tag), lemmas[i]!)
      const lower = form.toLowerCase()
      if (lower.length < 3) continue
      const edit = editOf(lower, lemmas[i]!.toLowerCase())
      for (let size = 0; size <= LONGEST_ENDING && size < lower.length; size++)
        count(edits, `${tag}|${lower.slice(lower.length - size)}`, edit)
    }
  }
  const endings = new Map<string, string>()
  for (const [key, values] of edits) if (key.endsWith('|') || total(values) >= 2) endings.set(key, most(values))
  const kept = [...words]
    .map(([key, values]) => [key, most(values)] as const)
    .filter(([key, lemma]) => {
      const bar = key.indexOf('|')
      return learnedByEnding(key.slice(bar + 1), key.slice(0, bar), endings) !== lemma
    })
  for (const key of [...endings.keys()].toSorted((a, b) => b.length - a.length)) {
    const bar = key.indexOf('|')
    if (bar < key.length - 1 && endings.get(key) === endings.get(key.slice(0, bar + 1) + key.slice(bar + 2))) endings.delete(key)
  }
  return { words: Object.fromEntries(kept), endings: Object.fromEntries(endings) }
}
