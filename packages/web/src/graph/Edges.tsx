import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Link, pairAt } from '../route.js'
import { text } from '../text.js'
import type { Signed } from './signed.js'

/** Relations that the list holds; who wants all of them asks the API. */
const LISTED = 200

/** The graph in words, those of most events first; made when it is opened. */
export function Edges({ edges, name }: { readonly edges: readonly Signed[]; readonly name: (id: string) => string }): JSX.Element {
  const [open, setOpen] = useState(false)
  const sorted = open ? edges.toSorted((a, b) => b.plus + b.minus - a.plus - a.minus) : []
  return (
    <details onToggle={(it) => setOpen(it.currentTarget.open)}>
      <summary>{text.graph.list}</summary>
      <ul class="edges">
        {sorted.slice(0, LISTED).map((it) => (
          <li key={`${it.a} ${it.b}`}>
            <Link to={pairAt(it.a, it.b)}>{text.graph.edge(name(it.a), name(it.b), it.plus, it.minus)}</Link>
          </li>
        ))}
      </ul>
      {sorted.length > LISTED && <p class="quiet">{text.graph.more(sorted.length - LISTED)}</p>}
    </details>
  )
}
