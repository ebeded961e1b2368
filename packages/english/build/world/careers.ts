import type { Entry } from './tenures.js'
import { interval, type Row } from './table.js'

const SPELL = /^(.+?)(?: of ([a-z]+:\S+|[A-Z]{3}))? (\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?$/

/**
 * The offices of a row of `careers.tsv`: `OFFICE [of ORGANISATION] [FROM]..[TO]`, by semicolons: `governor 2015-01-20..`, `director of org:fsb 1998-07-25..1999-08-08`.
 * Unlike the lists of `tenures/`, many may hold such an office at once, and no tenure ends another.
 */
export function readCareer(row: Row): Entry[] {
  return row.list('career').map((spell) => {
    const match = SPELL.exec(spell)
    if (!match)
      throw row.problem(`“${spell}” is no spell of an office`, 'write “governor 2015-01-20..” or “director of org:fsb 1998-07..1999-08”')
    const [, office, of, from = '', to = ''] = match
    return {
      of: of ?? row.need('country'),
      office: office!,
      person: row.need('name'),
      title: '',
      acting: false,
      ...interval(from, to, row),
      at: row,
    }
  })
}
