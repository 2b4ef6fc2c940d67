import type { Scene, SceneColumn } from '#core/charts/chart.ts'
import { formatCell } from '#core/format/format-cell.ts'
import type { Cell } from '#core/table/table.ts'
import { SceneNote } from './scene-note.tsx'
import { labelOf } from './reading.ts'

type Props = {
  readonly scene: Extract<Scene, { kind: 'table' }>
  readonly label: string
  readonly onPick?: ((value: Cell) => void) | undefined
}

const isNumeric = ({ type }: SceneColumn): boolean => type === 'integer' || type === 'decimal'

const text = (cell: Cell, { format, type, grain }: SceneColumn): string =>
  formatCell(cell, format, { type, ...(grain ? { grain } : {}) })

/** Rows and columns. The head stays; the box takes the keyboard, so that arrow keys scroll it. */
export function TableView({ scene, label, onPick }: Props) {
  const { columns, rows, note } = scene
  return (
    <figure class="scene-table-figure">
      <div class="scene-table-box" role="region" aria-label={label} tabIndex={0}>
        <table class="scene-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col" data-number={isNumeric(column) ? '' : undefined}>
                  {labelOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} data-pickable={onPick ? '' : undefined} onClick={() => onPick?.(row[0] ?? null)}>
                {columns.map((column, index) => {
                  const shown = text(row[index] ?? null, column)
                  return (
                    <td
                      key={column.name}
                      data-number={isNumeric(column) ? '' : undefined}
                      title={shown.length > 32 ? shown : undefined}
                    >
                      {shown}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SceneNote note={note} />
    </figure>
  )
}
