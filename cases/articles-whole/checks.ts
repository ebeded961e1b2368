import { concerning, fold, holdingOn } from '../../packages/demarche/src/ledger/index.js'
import { ledgerEffects } from '../../packages/demarche/src/pipeline.js'
import type { DocumentRow } from '../../packages/demarche/src/spec/index.js'
import { mergeReports, reportsOf } from '../../packages/demarche/src/story/index.js'
import { type Fact, isNamed, lacking, overlaps } from './held.js'

type Claim = DocumentRow['claims'][number]

/** What a careful reader takes from one article. */
export interface Reading {
  readonly date: string | null
  readonly facts: readonly Fact[]
  /** What a reader may take from the text too: no miss where it is absent, no extra where it is there. */
  readonly optional: readonly Fact[]
  /** Claims that must not be: any in the words of `in`; at `at` those that have everything that `never` names. */
  readonly traps: readonly { readonly id: string; readonly in?: readonly string[]; readonly at?: string; readonly never?: Never }[]
  readonly quotations: readonly { readonly content: string; readonly speaker: string }[]
  readonly times: readonly { readonly text: string; readonly value?: string; readonly from?: string; readonly to?: string }[]
  readonly mentions: readonly { readonly text: string; readonly actor?: string; readonly country?: string; readonly sector?: string }[]
  readonly ledger: readonly ({
    readonly asOf: string
    readonly of: string
    readonly is: string | readonly string[]
    readonly between?: readonly string[]
  } & Readonly<Record<string, unknown>>)[]
}

interface Never {
  readonly types?: readonly string[]
  readonly status?: string
  readonly actors?: readonly string[]
}

/** One thing asked of an article's coding: what kind it is, and what is wrong with it where something is. */
export interface Check {
  readonly kind: 'fact' | 'extra' | 'trap' | 'quotation' | 'time' | 'mention' | 'ledger'
  readonly id: string
  readonly wrong?: string
}

/** Holds the coding of an article against its reading. An extra is a claim that no fact and no optional reading tells. */
export function checksOf(row: DocumentRow, reading: Reading): Check[] {
  const { text } = row.article
  const located = (words: string): readonly [number, number] => {
    const from = text.indexOf(words)
    if (from < 0) throw new Error(`the article does not say “${words}”`)
    return [from, from + words.length]
  }
  const at = (words: string): Claim[] => row.claims.filter(({ sentence }) => overlaps(sentence, located(words)))
  return [
    ...factChecks(row, reading.facts, at),
    ...extraChecks(row, [...reading.facts, ...reading.optional], located),
    ...reading.traps.map(({ id, in: never, at: here, never: what }): Check => {
      const caught = never
        ? never.filter((words) => text.includes(words)).flatMap(at)
        : at(here!).filter(
            (it) =>
              (!what?.types || what.types.includes(it.type ?? '')) &&
              (!what?.status || it.status === what.status) &&
              (what?.actors ?? []).every((name) => it.actors.some((actor) => isNamed(row, actor, name))),
          )
      return check('trap', id, caught.length === 0, caught.map(told).join('; '))
    }),
    ...reading.quotations.map(({ content, speaker }): Check => {
      const found = row.quotations.find((it) => it.kind !== 'indirect' && it.content.some((span) => overlaps(span, located(content))))
      const source = found && (found.source ?? found.content[0]!)
      const right = source !== undefined && isNamed(row, { span: source, ...(found?.speaker ? { actor: found.speaker } : {}) }, speaker)
      return check('quotation', content, right, found ? `speaker ${found.speaker ?? 'unknown'}` : 'not found')
    }),
    ...reading.times.map(({ text: words, value, from, to }): Check => {
      const found = row.times.filter(({ span }) => overlaps(span, located(words)))
      const right =
        value === undefined
          ? found.some((it) => it.from === from) && found.some((it) => it.to === to)
          : found.some((it) => it.value.startsWith(value))
      return check('time', words, right, found.map((it) => `${it.value} ${it.from}..${it.to}`).join(', ') || 'not found')
    }),
    ...reading.mentions.map(({ text: words, actor, country, sector }): Check => {
      const found = row.mentions
        .filter(({ span }) => overlaps(span, located(words)))
        .flatMap((it) => row.actors.find(({ id }) => id === it.actor) ?? [])
      const right = found.some(
        (it) =>
          (!actor || `${it.name} ${it.id}`.includes(actor)) && (!country || it.country === country) && (!sector || it.sector === sector),
      )
      return check('mention', words, right, found.map(({ id, sector: of }) => `${id} ${of ?? ''}`).join(', ') || 'not found')
    }),
    ...ledgerChecks(row, reading.ledger),
  ]
}

const check = (kind: Check['kind'], id: string, right: boolean, wrong: string): Check => ({ kind, id, ...(right ? {} : { wrong }) })
const told = ({ rule, type, status }: Claim): string => `${rule} ${type} ${status}`

function factChecks(row: DocumentRow, facts: readonly Fact[], at: (words: string) => Claim[]): Check[] {
  const claims = new Map<string, Claim>()
  return facts.map((fact) => {
    const best = at(fact.at)
      .map((claim) => ({ claim, lacks: lacking(row, claim, fact, claims) }))
      .toSorted((a, b) => a.lacks.length - b.lacks.length)[0]
    if (best?.lacks.length === 0) claims.set(fact.id, best.claim)
    return check('fact', fact.id, best?.lacks.length === 0, best ? `${best.claim.rule}: ${best.lacks.join('; ')}` : 'no claim')
  })
}

function extraChecks(row: DocumentRow, readings: readonly Fact[], located: (words: string) => readonly [number, number]): Check[] {
  return row.claims.map((claim) => {
    const right = readings.some(
      ({ id, at, types = null, status, actors = [], recipients = [], between = [], involves = [] }) =>
        overlaps(claim.sentence, located(at)) &&
        lacking(row, claim, { id, at, types, actors, recipients, between, involves, ...(status ? { status } : {}) }, new Map()).length ===
          0,
    )
    return check('extra', told(claim), right, `“${row.article.text.slice(claim.trigger.from - 40, claim.trigger.to + 30)}”`)
  })
}

function ledgerChecks(row: DocumentRow, wanted: Reading['ledger']): Check[] {
  const entries = fold(mergeReports(reportsOf(row)), ledgerEffects())
  const side = (value: unknown, name: string): boolean =>
    String(value ?? '')
      .toLowerCase()
      .includes(name.toLowerCase().replaceAll(' ', '-'))
  return wanted.map(({ asOf, of, is, ...sides }) => {
    const found = holdingOn(concerning(entries, []), asOf).filter(
      (it) =>
        it.of === of &&
        Object.entries(sides).every(([name, value]) => {
          const held = (it as unknown as Record<string, unknown>)[name]
          return Array.isArray(value) ? value.every((one: string) => side(held, one)) : side(held, String(value))
        }),
    )
    return check(
      'ledger',
      `${of} ${JSON.stringify(sides)} ${asOf}`,
      found.some((it) => [is].flat().includes(it.is)),
      found.map((it) => it.is).join(', ') || 'no entry',
    )
  })
}
