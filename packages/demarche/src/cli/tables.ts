import type { ClaimRow, DocumentRow } from '../spec/index.js'
import { csvLine } from '../export/index.js'
import { toldDays } from '../time/index.js'
import { fit, printable } from './cell.js'

/** The claims of one document as a table for a terminal. */
export function claimTable(row: DocumentRow): string {
  const title = row.article.title ?? row.input.path
  const head = `${printable(title)}${row.article.published ? ` (${row.article.published.day}, ${row.article.published.basis})` : ''}\n`
  if (row.claims.length === 0) return `${head}  no claims\n\n`
  return `${head}${row.claims.map((claim) => line(row, claim)).join('')}\n`
}

function line(row: DocumentRow, claim: ClaimRow): string {
  const what = `${claim.type ?? '(none)'}${claim.mode === undefined ? '' : ` ${claim.mode}`}`
  const who = `${sides(row, claim.actors)} → ${sides(row, claim.recipients)}`
  const says = claim.attribution.map((it) => nameOf(row, it)).join(' ← ')
  const cells = [
    fit(toldDays(claim.when) ?? '', 15),
    fit(what, 22),
    fit(claim.status, 12),
    fit(claim.historical ? 'background' : '', 10),
    fit(who, 52),
    says === '' ? '' : `says ${says}`,
  ]
  return `  ${printable(cells.join('  ')).trimEnd()}\n`
}

interface Party {
  readonly span: { readonly from: number; readonly to: number }
  readonly actor?: string | undefined
}

const nameOf = (row: DocumentRow, { actor, span }: Party): string =>
  row.actors.find(({ id }) => id === actor)?.name ?? row.article.text.slice(span.from, span.to)
const sides = (row: DocumentRow, parties: readonly Party[]): string =>
  parties.length === 0 ? '–' : parties.map((it) => nameOf(row, it)).join(', ')

const HEAD = [
  'document',
  'claim',
  'rule',
  'type',
  'mode',
  'contexts',
  'cameo',
  'quad',
  'goldstein',
  'status',
  'historical',
  'actors',
  'actor_countries',
  'recipients',
  'recipient_countries',
  'from',
  'to',
  'basis',
  'place',
  'figures',
  'attribution',
  'confidence',
  'sentence',
]

export const claimCsv = {
  head: csvLine(HEAD),
  lines: (row: DocumentRow): string => row.claims.map((claim) => csvLine(cells(row, claim))).join(''),
}

function cells(row: DocumentRow, claim: ClaimRow): (string | number | boolean | null | undefined)[] {
  const countries = (parties: ClaimRow['actors']): string => parties.map(({ country }) => country ?? '').join(';')
  return [
    row.id,
    claim.id,
    claim.rule,
    claim.type,
    claim.mode,
    claim.contexts?.join(';'),
    claim.cameo,
    claim.quad,
    claim.goldstein,
    claim.status,
    claim.historical,
    sides(row, claim.actors),
    countries(claim.actors),
    sides(row, claim.recipients),
    countries(claim.recipients),
    claim.when.from,
    claim.when.to,
    claim.when.basis,
    claim.where && row.places[claim.where.place]?.name,
    claim.figures?.map(({ kind, min, max }) => `${kind}:${min ?? ''}..${max ?? ''}`).join(';'),
    claim.attribution.map((it) => nameOf(row, it)).join(';'),
    claim.confidence,
    row.article.text.slice(claim.sentence.from, claim.sentence.to),
  ]
}
