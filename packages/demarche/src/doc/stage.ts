import { Problem } from '../text/index.js'
import type { Doc, LayerName, Layers } from './doc.js'

/** One step of reading: a pure function that declares which layers it needs and which it gives. */
export interface Stage<N extends LayerName = LayerName, G extends LayerName = LayerName> {
  readonly name: string
  readonly needs: readonly N[]
  readonly gives: readonly G[]
  run(doc: Doc<N>): Pick<Layers, G>
}

/** Declares a stage; the types of `run` follow from `needs` and `gives`. */
export const stage = <N extends LayerName, G extends LayerName>(it: Stage<N, G>): Stage => it as unknown as Stage

/** Checks that every layer is given once, before it is needed. Throws a `Problem` that names the stage. */
export function checkStages(stages: readonly Stage[]): readonly Stage[] {
  const given = new Map<LayerName, string>()
  for (const { name, needs, gives } of stages) {
    for (const layer of needs) {
      if (!given.has(layer)) throw fault(name, `needs the layer “${layer}”, which no stage before it gives`)
    }
    for (const layer of gives) {
      if (given.has(layer)) throw fault(name, `gives the layer “${layer}”, which “${given.get(layer)}” has given`)
      given.set(layer, name)
    }
  }
  return stages
}

const fault = (place: string, what: string): Problem =>
  new Problem({ reason: 'bad-pipeline', place: `stage “${place}”`, fault: what, cure: 'change the order of the stages in pipeline.ts' })
