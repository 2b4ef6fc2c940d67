import type { Scene, SceneColumn } from '#core/charts/chart.ts'
import type { Cell } from '#core/table/table.ts'
import { columnTexts } from './column-texts.ts'
import { SceneNote } from './scene-note.tsx'
import { labelOf } from './reading.ts'

type Props = {
  readonly scene: Extract<Scene, { kind: 'table' }>
  readonly label: string
  readonly onPick?: ((value: Cell) => void) | undefined
}

const isNumeric = ({ type }: SceneColumn): boolean => type === 'integer' || type === 'decimal'

/** Rows and columns. The head stays; the box takes the keyboard, so that arrow keys scroll it. */
export function TableView({ scene, label, onPick }: Props) {
  const { columns, rows, note } = scene
  const texts = columns.map((column, index) =>
    columnTexts(
      rows.map((row) => row[index] ?? null),
      column,
    ),
  )
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
                  const shown = texts[index]?.[at] ?? ''
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
