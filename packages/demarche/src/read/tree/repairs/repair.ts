import { according } from './according.js'
import { auxiliaries } from './auxiliaries.js'
import { ofWhomItTells } from './describing.js'
import { amounts } from './amounts.js'
import { bareGerund } from './bare-gerund.js'
import { beside, between } from './beside.js'
import { closing } from './closing.js'
import type { Clause, Repair } from './clause.js'
import { gerunds } from './gerunds.js'
import { hyphenated } from './hyphenated.js'
import { inversion } from './inversion.js'
import { joined } from './joined.js'
import { leadingDay } from './leading-day.js'
import { hyphenatedNames } from './names.js'
import { pairs } from './pairs.js'
import { origins } from './origins.js'
import { offices } from './offices.js'

/** The repairs, in order. Each mends one kind of mistake and leaves every other tree alone. */
const REPAIRS: readonly Repair[] = [
  auxiliaries,
  bareGerund,
  hyphenatedNames,
  offices,
  origins,
  according,
  inversion,
  closing,
  leadingDay,
  amounts,
  hyphenated,
  joined,
  gerunds,
  ofWhomItTells,
  pairs,
  beside,
  between,
]

export function repair(clause: Clause): void {
  for (const one of REPAIRS) one(clause)
}
