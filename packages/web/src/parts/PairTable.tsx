import type { JSX } from 'preact'
import { useAnswer, type Pairs } from '../api.js'
import { Link, pairAt } from '../route.js'
import { text } from '../text.js'
import { Waiting } from './Waiting.js'

type Row = Pairs['pairs'][number]

/** An actor that a registry knows has an id with a name space; others have an id made of their words. */
const isKnown = ({ a, b }: Row): boolean => a.id.includes(':') && b.id.includes(':')

/** Pairs with how much is told of them, and its sign. */
export function PairTable({ path, empty }: { readonly path: string; readonly empty: string }): JSX.Element {
  const answer = useAnswer<Pairs>(path)
  if (!answer.value) return <Waiting {...answer} />
  const { pairs } = answer.value
  if (pairs.length === 0) return <p>{empty}</p>
  const [known, others] = [pairs.filter(isKnown), pairs.filter((it) => !isKnown(it))]
  const most = Math.max(...pairs.map(({ events }) => events))
  if (known.length === 0) return <Rows rows={others} most={most} />
  return (
    <>
      <Rows rows={known} most={most} />
      {others.length > 0 && (
        <details class="others">
          <summary>{text.home.others(others.length)}</summary>
          <Rows rows={others} most={most} />
        </details>
      )}
    </>
  )
}

function Rows({ rows, most }: { readonly rows: readonly Row[]; readonly most: number }): JSX.Element {
  const { columns } = text.home
  return (
    <table class="plain pairs">
      <thead>
        <tr>
          <th scope="col">{columns.pair}</th>
          <th scope="col" class="balance">
            {columns.balance}
          </th>
          <th scope="col" class="number">
            {columns.events}
          </th>
          <th scope="col" class="day">
            {columns.last}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((it) => (
          <tr key={`${it.a.id} ${it.b.id}`}>
            <td>
              <Link to={pairAt(it.a.id, it.b.id)}>
                <bdi>{it.a.name}</bdi> – <bdi>{it.b.name}</bdi>
              </Link>
            </td>
            <td class="balance">
              <Balance plus={it.events - it.conflict} minus={it.conflict} most={most} />
            </td>
            <td class="number">{it.events}</td>
            <td class="day">{it.last ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Conflict to one side of a middle, cooperation to the other. */
function Balance({ plus, minus, most }: { readonly plus: number; readonly minus: number; readonly most: number }): JSX.Element {
  const half = 50
  return (
    <svg width={2 * half + 2} height={14} viewBox={`0 0 ${2 * half + 2} 14`} role="img" aria-label={text.home.balance(plus, minus)}>
      <title>{text.home.balance(plus, minus)}</title>
      <rect class="is-bad" x={half - (half * minus) / most} y={2} width={(half * minus) / most} height={10} />
      <rect class="is-good" x={half + 2} y={2} width={(half * plus) / most} height={10} />
      <line class="axis" x1={half + 1} x2={half + 1} y1={0} y2={14} />
    </svg>
  )
}
