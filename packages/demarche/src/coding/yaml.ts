import { createRequire } from 'node:module'
import type * as Yaml from 'yaml'

// The reader of YAML is loaded when rules are read from their sources: who codes with the compiled book never waits for it.
const yaml = (): typeof Yaml => createRequire(import.meta.url)('yaml') as typeof Yaml

export type { LineCounter, Node, YAMLMap } from 'yaml'
export const isMap = (it: unknown): it is Yaml.YAMLMap => yaml().isMap(it)
export const isSeq = (it: unknown): it is Yaml.YAMLSeq => yaml().isSeq(it)
export const isScalar = (it: unknown): it is Yaml.Scalar => yaml().isScalar(it)
/** A document with the counter that tells the lines of its nodes. */
export function parseCounted(
  text: string,
  options: Yaml.ParseOptions & Yaml.DocumentOptions & Yaml.SchemaOptions,
): {
  readonly document: Yaml.Document.Parsed
  readonly lines: Yaml.LineCounter
} {
  const lines = new (yaml().LineCounter)()
  return { document: yaml().parseDocument(text, { ...options, lineCounter: lines }), lines }
}
