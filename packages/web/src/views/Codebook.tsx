import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { useAnswer, type Codebook as Book } from '../api.js'
import { Waiting } from '../parts/Waiting.js'
import { choose, member } from '../route.js'
import { text } from '../text.js'

export function Codebook(): JSX.Element {
  const answer = useAnswer<Book>('/api/codebook')
  const wanted = member('rule')
  const filter = (member('filter') ?? '').toLowerCase()
  useEffect(() => document.getElementById(`rule-${wanted ?? ''}`)?.scrollIntoView({ block: 'start' }), [wanted, answer.value])
  if (!answer.value) return <Waiting {...answer} />
  const { types, rules, version } = answer.value
  const shown = rules.filter(({ rule, gloss, codes }) =>
    `${rule} ${gloss} ${codes.type ?? ''} ${codes.mode ?? ''}`.toLowerCase().includes(filter),
  )
  return (
    <>
      <h1>{text.codebook.title}</h1>
      <p class="quiet">{version}</p>
      <h2>{text.codebook.types}</h2>
      <dl class="types">
        {types.map(({ type, gloss, quad, modes }) => (
          <div key={type}>
            <dt>
              <i class={`dot quad-${quad}`} aria-hidden="true" />
              {type}
            </dt>
            <dd>
              {gloss} <span class="quiet">({text.quads[quad]})</span>
              {modes.length > 0 && <p class="quiet">{modes.map((it) => `${it.mode}: ${it.gloss}`).join('; ')}</p>}
            </dd>
          </div>
        ))}
      </dl>
      <h2>{text.codebook.rules(shown.length)}</h2>
      <label>
        {text.codebook.filter}{' '}
        <input
          type="search"
          value={member('filter') ?? ''}
          onInput={(it) => choose({ filter: it.currentTarget.value, rule: undefined }, 'replace')}
        />
      </label>
      {shown.map((it) => (
        <details key={it.rule} id={`rule-${it.rule}`} open={it.rule === wanted} class="rule">
          <summary>
            <b>{it.rule}</b> {it.gloss}{' '}
            <span class="quiet">{[it.codes.type, it.codes.mode, it.codes.cameo].filter(Boolean).join(' · ')}</span>
          </summary>
          {it.ledger && (
            <p>
              {text.codebook.ledger}:{' '}
              <code>
                {Object.entries(it.ledger)
                  .map(([key, value]) => `${key} ${value}`)
                  .join(', ')}
              </code>
            </p>
          )}
          <p>{text.codebook.finds}</p>
          <ul>
            {it.finds.map((example) => (
              <li key={example.text}>{example.text}</li>
            ))}
          </ul>
          {it.ignores.length > 0 && (
            <>
              <p>{text.codebook.ignores}</p>
              <ul>
                {it.ignores.map((example) => (
                  <li key={example.text}>
                    {example.text} <span class="quiet">{example.why}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="quiet">{text.reader.ruleAt(it.file, it.line)}</p>
        </details>
      ))}
    </>
  )
}
