import { readRows } from './lexicon.js'
import { readYaml } from './load.js'
import type { Codes } from './rule.js'

export interface PloverType {
  readonly gloss: string
  readonly quad: number
  readonly score: number
  /** Whether the manual wants a recipient. */
  readonly recipient: boolean
  readonly modes: Readonly<Record<string, { readonly score: number; readonly gloss: string }>>
}

export interface CameoCode {
  readonly name: string
  readonly goldstein?: number
  readonly type?: string
  readonly mode?: string
  readonly contexts: readonly string[]
}

export interface Schemes {
  readonly plover: { readonly types: Readonly<Record<string, PloverType>>; readonly contexts: readonly string[] }
  readonly cameo: Readonly<Record<string, CameoCode>>
}

/** Reads `plover.yml` and `cameo.tsv`; what was settled in them is told in `docs/schemes.md`. */
export function readSchemes(plover: string, cameo: string): Schemes {
  const it = readYaml(plover, 'schemes/plover.yml')
  const types = it.fields('types')!
  return {
    plover: {
      types: Object.fromEntries(types.names().map((name) => [name, readType(types.fields(name)!)])),
      contexts: it.list('contexts'),
    },
    cameo: Object.fromEntries(readRows(cameo).map(({ cells }) => [cells[0]!, readCode(cells)])),
  }
}

function readType(it: NonNullable<ReturnType<ReturnType<typeof readYaml>['fields']>>): PloverType {
  const modes = it.fields('modes')
  return {
    gloss: it.text('gloss')!,
    quad: Number(it.text('quad')),
    score: Number(it.text('score')),
    recipient: it.text('recipient') === 'required',
    modes: Object.fromEntries(
      (modes?.names() ?? []).map((name) => [
        name,
        { score: Number(modes!.fields(name)!.text('score')), gloss: modes!.fields(name)!.text('gloss')! },
      ]),
    ),
  }
}

function readCode([, name = '', goldstein = '-', type = '-', mode = '-', context = '-']: readonly string[]): CameoCode {
  return {
    name,
    contexts: context === '-' ? [] : context.split(' '),
    ...(goldstein !== '-' && { goldstein: Number(goldstein) }),
    ...(type !== '-' && { type }),
    ...(mode !== '-' && { mode }),
  }
}

/** What is wrong with codes: an unknown type, mode, context or CAMEO code; `undefined` when all is well. */
export function faultOfCodes({ plover, cameo }: Schemes, codes: Codes): { fault: string; cure: string } | undefined {
  const type = codes.type ? plover.types[codes.type] : undefined
  if (codes.type && !type) return { fault: `“${codes.type}” is no PLOVER type`, cure: `there are ${Object.keys(plover.types).join(', ')}` }
  if (type && codes.mode !== undefined && !type.modes[codes.mode]) {
    return { fault: `“${codes.mode}” is no mode of ${codes.type}`, cure: `there are ${Object.keys(type.modes).join(', ') || 'none'}` }
  }
  const context = codes.contexts?.find((name) => !plover.contexts.includes(name))
  if (context !== undefined) return { fault: `“${context}” is no context`, cure: `there are ${plover.contexts.join(', ')}` }
  if (codes.cameo !== undefined && !cameo[codes.cameo])
    return { fault: `“${codes.cameo}” is no CAMEO code`, cure: 'look it up in schemes/cameo.tsv' }
  return undefined
}

/** Quad class and Goldstein score of codes: the CAMEO code's score, else that of the PLOVER mode or type. */
export function scoresOf({ plover, cameo }: Schemes, { type, mode, cameo: code }: Codes): { quad?: number; goldstein?: number } {
  const of = type ? plover.types[type] : undefined
  const goldstein =
    (code === undefined ? undefined : cameo[code]?.goldstein) ?? (mode === undefined ? undefined : of?.modes[mode]?.score) ?? of?.score
  return { ...(of && { quad: of.quad }), ...(goldstein !== undefined && { goldstein }) }
}
