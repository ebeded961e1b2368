import type { WorldPlace } from './types.js'

/** Where cities come from: the bundled gazetteer or an imported one. */
export interface Gazetteer {
  named(folded: string): readonly WorldPlace[]
  get(geonames: number): WorldPlace | undefined
}
