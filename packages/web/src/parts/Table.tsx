import type { ComponentChildren, JSX } from 'preact'

interface TableProps {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ComponentChildren[])[]
  /** Columns of numbers, which stand to the end of their cells. */
  readonly numbers?: readonly number[]
}

/** A short table. It scrolls within itself where it is wider than the page. */
export function Table({ name, columns, rows, numbers = [] }: TableProps): JSX.Element {
  const side = (i: number): string | undefined => (numbers.includes(i) ? 'number' : undefined)
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={name}>
      <table class="plain">
        <thead>
          <tr>
            {columns.map((column, i) =>
              column === '' ? (
                <td key={i} />
              ) : (
                <th key={i} scope="col" class={side(i)}>
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, k) => (
                <td key={k} class={side(k)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
