import { useEffect, useState } from 'preact/hooks'
import type { Graph } from '../api.js'
import type { Placed } from './layout.js'
import { signedIn } from './signed.js'

/** Where the actors of a graph stand; the places of the graph before stay until those of the next are found. */
export function useLayout(graph: Graph, centre: readonly string[]): ReadonlyMap<string, Placed> | undefined {
  const [places, setPlaces] = useState<ReadonlyMap<string, Placed>>()
  const key = graph.nodes.map(({ id }) => id).join(' ')
  useEffect(() => {
    let current = true
    const find = async (): Promise<void> => {
      const { layoutInSlices } = await import('./layout.js')
      const ids = graph.nodes.map(({ id }) => id)
      const weighed = signedIn(graph, undefined, undefined).map(({ a, b, plus, minus }) => ({ a, b, weight: plus + minus }))
      const turn = (): Promise<unknown> => new Promise((done) => setTimeout(done))
      const found = await layoutInSlices(ids, weighed, centre, () => current, turn)
      if (found && current) setPlaces(new Map(found.map((it) => [it.id, it])))
    }
    void find()
    return () => {
      current = false
    }
  }, [key])
  return places
}
