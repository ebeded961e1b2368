import type { JSX } from 'preact'
import { isStatic, useAnswer, type Pairs } from '../api.js'
import { Graph } from '../parts/Graph.js'
import { SearchForm } from '../parts/SearchForm.js'
import { Waiting } from '../parts/Waiting.js'
import { Link, pairAt } from '../route.js'
import { text } from '../text.js'

export function Home(): JSX.Element {
  return (
    <>
      <h1>{text.home.title}</h1>
      <p class="quiet">{text.home.lead}</p>
      {!isStatic && <SearchForm />}
      <h2>{text.home.pairs}</h2>
      <PairList path="/api/pairs?limit=40" graph />
    </>
  )
}

/** Pairs as links, with how much is told of them. */
export function PairList({ path, graph = false }: { readonly path: string; readonly graph?: boolean }): JSX.Element {
  const answer = useAnswer<Pairs>(path)
  if (!answer.value) return <Waiting {...answer} />
  if (answer.value.pairs.length === 0) return <p>{text.home.empty}</p>
  const list = (
    <ul class="cards">
      {answer.value.pairs.map(({ a, b, events, last }) => (
        <li key={`${a.id} ${b.id}`}>
          <Link to={pairAt(a.id, b.id)}>
            <b>
              {a.name} – {b.name}
            </b>
            <span class="quiet">
              {text.home.events(events)}
              {last === null ? '' : `, ${text.home.last} ${last}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
  return graph ? (
    <div class="with-graph">
      {list}
      <Graph pairs={answer.value.pairs} />
    </div>
  ) : (
    list
  )
}
