import { byCodeUnit } from '../text/index.js'
import { alpha, wilson } from './agreement.js'
import { type Answer, NO_EVENT } from './read.js'
import { type Field, FIELDS } from './sheet.js'

export interface Precision {
  /** A type of the machine; `all` for all together. */
  readonly type: string
  readonly judged: number
  readonly right: number
  readonly share: number | null
  readonly interval: readonly [number, number] | null
}

export interface Figures {
  readonly coders: readonly {
    readonly name: string
    readonly answers: number
    /** Whether there is an event of that type. */
    readonly precision: readonly Precision[]
    /** Whether everything is right. */
    readonly whole: Precision
  }[]
  /** Krippendorff's alpha a field: of all coders, and of each with the machine. */
  readonly alpha: readonly {
    readonly of: readonly string[]
    readonly field: Field
    readonly units: number
    readonly alpha: number | null
  }[]
}

interface Coder {
  readonly name: string
  readonly answers: readonly Answer[]
}

const keyOf = ({ document, claim }: Answer): string => `${document}\n${claim}`

/** Precision by type and agreement, from what people filled in. */
export function figuresOf(coders: readonly Coder[]): Figures {
  return { coders: coders.map(precisionOf), alpha: agreement(coders) }
}

function precisionOf({ name, answers }: Coder): Figures['coders'][number] {
  const judged = answers.filter(({ said }) => said !== undefined)
  const types = [...new Set(judged.map(({ machine }) => machine.type ?? ''))].toSorted(byCodeUnit)
  const sameType = ({ said, machine }: Answer): boolean => said?.type === machine.type
  const whole = ({ said, machine }: Answer): boolean => FIELDS.every((field) => (said?.[field] ?? '') === (machine[field] ?? ''))
  return {
    name,
    answers: judged.length,
    precision: [
      ...types.map((type) =>
        share(
          type,
          judged.filter(({ machine }) => (machine.type ?? '') === type),
          sameType,
        ),
      ),
      share('all', judged, sameType),
    ],
    whole: share('all', judged, whole),
  }
}

function share(type: string, answers: readonly Answer[], ok: (answer: Answer) => boolean): Precision {
  const right = answers.filter(ok).length
  return {
    type,
    judged: answers.length,
    right,
    share: answers.length === 0 ? null : right / answers.length,
    interval: wilson(right, answers.length) ?? null,
  }
}

function agreement(coders: readonly Coder[]): Figures['alpha'] {
  const said = coders.map(({ answers }) => new Map(answers.map((it) => [keyOf(it), it.said])))
  const machine = new Map(coders.flatMap(({ answers }) => answers.map((it) => [keyOf(it), it.machine] as const)))
  const keys = [...machine.keys()].toSorted(byCodeUnit)
  const value = (coding: Answer['said'], field: Field): string | undefined =>
    coding === undefined || (field !== 'type' && coding.type === NO_EVENT) ? undefined : (coding[field] ?? '')
  const row = (of: readonly string[], field: Field, sources: readonly ReadonlyMap<string, Answer['said']>[]): Figures['alpha'][number] => {
    const units = keys.map((key) => sources.map((source) => value(source.get(key), field)))
    const counted = units.filter((unit) => unit.filter((it) => it !== undefined).length > 1)
    return { of, field, units: counted.length, alpha: alpha(counted) ?? null }
  }
  return FIELDS.flatMap((field) => [
    ...(coders.length > 1
      ? [
          row(
            coders.map(({ name }) => name),
            field,
            said,
          ),
        ]
      : []),
    ...coders.map(({ name }, i) => row([name, 'machine'], field, [said[i]!, machine])),
  ])
}
