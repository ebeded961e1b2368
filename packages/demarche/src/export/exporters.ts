import { annotations } from './annotations.js'
import { csv } from './csv.js'
import { gdelt } from './gdelt.js'
import { geojson } from './geojson.js'
import { gexf } from './gexf.js'
import { icews } from './icews.js'
import { ics } from './ics.js'
import { jsonl } from './jsonl.js'
import { panels } from './panels.js'
import { parquet } from './parquet.js'
import { polecat } from './polecat.js'
import type { Exporter } from './release.js'

/** Every format, in the order in which documents and help name them. */
export const EXPORTERS: readonly Exporter[] = [csv, parquet, jsonl, gdelt, icews, polecat, panels, geojson, gexf, ics, annotations]
