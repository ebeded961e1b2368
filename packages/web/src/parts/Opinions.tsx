import type { JSX } from 'preact'
import type { Reasons } from '../api.js'
import { text } from '../text.js'

/** What language models said of a claim, in a box of its own: no claim follows them. Nothing where none was asked. */
export function Opinions({ all }: { readonly all: Reasons['opinions'] }): JSX.Element | null {
  if (all.length === 0) return null
  return (
    <section class="opinions" aria-label={text.opinions.title}>
      <h4>{text.opinions.title}</h4>
      <p class="quiet small">{text.opinions.lead}</p>
      <ul>
        {all.map((it) => {
          const choice = it.readings.find(({ letter }) => letter === it.choice)
          return (
            <li key={it.id}>
              <b>
                <bdi>{it.model}</bdi>
              </b>{' '}
              {text.opinions.on(it.day)}: {choice ? text.opinions.prefers(choice.rule, choice.codes) : text.opinions.abstains}{' '}
              <span class="quiet">{text.opinions.among(it.readings.map(({ codes }) => codes).join(' · '))}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
