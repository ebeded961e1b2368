import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { isStatic, useAnswer, type Counts } from '../api.js'
import { Network } from '../graph/Network.js'
import { useGraph } from '../graph/useGraph.js'
import { PairTable } from '../parts/PairTable.js'
import { SearchForm } from '../parts/SearchForm.js'
import { Link, member } from '../route.js'
import { text } from '../text.js'

export function Home(): JSX.Element {
  const graph = useGraph()
  const counts = useAnswer<Counts>('/api/counts').value?.counts
  // The table stays as it is while the slider moves the time of the graph.
  const table = useMemo(() => <PairTable path="/api/pairs?limit=40" empty={text.home.empty} />, [])
  return (
    <>
      <h1>{text.home.title}</h1>
      <p class="quiet">{text.home.lead}</p>
      {counts && (
        <p class="quiet">
          {text.home.holds(counts['documents'] ?? 0, counts['events'] ?? 0)} <Link to="/runs">{text.home.made}</Link>.
        </p>
      )}
      {!isStatic && <SearchForm />}
      <div class="two">
        <section>
          <h2>{text.home.pairs}</h2>
          {table}
        </section>
        {graph && graph.edges.length > 0 && <Network graph={graph} centre={[]} range={{ from: member('from'), to: member('to') }} />}
      </div>
    </>
  )
}
