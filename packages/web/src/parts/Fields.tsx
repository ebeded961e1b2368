import type { ClaimRow, DocumentRow } from 'demarche/spec'
import { toldDays } from 'demarche/time'
import type { JSX } from 'preact'
import { text } from '../text.js'
import { fieldsOf } from './spans.js'

const ORDER = ['trigger', 'actor', 'recipient', 'other', 'when', 'where', 'figure']

/** Who says so, from the article inwards: each source as the one before it tells of it. */
function Chain({ claim, row }: { readonly claim: ClaimRow; readonly row: DocumentRow }): JSX.Element {
  if (claim.attribution.length === 0) return <span class="quiet">{text.article}</span>
  const sources = fieldsOf(claim, row).filter(({ field }) => field === 'attribution')
  return (
    <ol class="chain">
      <li class="quiet">{row.article.publisher ?? text.articleSays}</li>
      {sources.map(({ from, to, as }) => (
        <li key={from}>
          <q dir="auto">{row.article.text.slice(from, to)}</q>
          {as !== undefined && as !== row.article.text.slice(from, to) && <span class="as"> {as}</span>}
        </li>
      ))}
    </ol>
  )
}

/** Each field of a claim with the very words that say it, and what they were taken for. */
export function Fields({ claim, row }: { readonly claim: ClaimRow; readonly row: DocumentRow }): JSX.Element {
  const fields = fieldsOf(claim, row)
  const words = row.article.text
  return (
    <dl class="fields">
      {ORDER.filter((name) => fields.some(({ field }) => field === name)).map((name) => (
        <div key={name}>
          <dt>
            <span class={`key field ${name}`}>{text.fields[name]}</span>
          </dt>
          {fields
            .filter(({ field }) => field === name)
            .map(({ from, to, as }) => (
              <dd key={from}>
                <q dir="auto">{words.slice(from, to)}</q>
                {as !== undefined && as !== words.slice(from, to) && <span class="as"> {as}</span>}
              </dd>
            ))}
        </div>
      ))}
      {!fields.some(({ field }) => field === 'when') && (
        <div>
          <dt>{text.fields['when']}</dt>
          <dd>
            {toldDays(claim.when) ?? '–'} <span class="quiet">({text.basis[claim.when.basis]})</span>
          </dd>
        </div>
      )}
      <div>
        <dt>
          <span class="key field attribution">{text.fields['attribution']}</span>
        </dt>
        <dd>
          <Chain claim={claim} row={row} />
        </dd>
      </div>
      <div>
        <dt>{text.columns.status}</dt>
        <dd>
          {text.status[claim.status]}
          {claim.historical ? `, ${text.history}` : ''}{' '}
          <span class="quiet">
            · {text.reader.confidence} {claim.confidence.toFixed(2)}
            {claim.cameo === undefined ? '' : ` · CAMEO ${claim.cameo}`}
            {claim.goldstein === undefined ? '' : ` · Goldstein ${claim.goldstein}`}
          </span>
        </dd>
      </div>
    </dl>
  )
}
