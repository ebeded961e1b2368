import type { ClaimRow, DocumentRow } from 'demarche/spec'
import type { JSX } from 'preact'
import { text } from '../text.js'
import { fieldsOf } from './spans.js'

const ORDER = ['trigger', 'actor', 'recipient', 'other', 'when', 'where', 'figure', 'attribution']

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
                <q>{words.slice(from, to)}</q>
                {as !== undefined && as !== words.slice(from, to) && <span class="as"> {as}</span>}
              </dd>
            ))}
        </div>
      ))}
      {!fields.some(({ field }) => field === 'when') && (
        <div>
          <dt>{text.fields['when']}</dt>
          <dd>
            {claim.when.from === undefined
              ? '–'
              : claim.when.from === claim.when.to
                ? claim.when.from
                : `${claim.when.from} – ${claim.when.to ?? '…'}`}{' '}
            <span class="quiet">({text.basis[claim.when.basis]})</span>
          </dd>
        </div>
      )}
      {claim.attribution.length === 0 && (
        <div>
          <dt>{text.fields['attribution']}</dt>
          <dd class="quiet">{text.article}</dd>
        </div>
      )}
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
