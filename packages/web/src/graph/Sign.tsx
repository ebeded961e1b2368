import type { JSX } from 'preact'
import { letterScale } from '../parts/width.js'
import type { Written } from './signs.js'

/** The sign of an edge, on a ground of its own. */
export function Sign({ says, box: { left, right, top, bottom } }: Written): JSX.Element {
  return (
    <>
      <rect class="ground" x={left} y={top} width={right - left} height={bottom - top} rx={3} />
      <text x={(left + right) / 2} y={(top + bottom) / 2 + 4 * letterScale()} text-anchor="middle">
        {says}
      </text>
    </>
  )
}
