import type { SceneColumn } from '#core/charts/scenes.ts'
import { isQuantity } from '#core/query/type-rules.ts'
import { columnTexts } from './column-texts.ts'
import { SceneNote } from './scene-note.tsx'
import { labelOf } from './reading.ts'
import type { ViewProps } from './view-props.ts'

/** Longer texts may be cut, and so are shown whole in a tooltip. */
const longText = 32

const isNumeric = ({ type }: SceneColumn): boolean => isQuantity(type)

/** Rows and columns. The head stays; the box takes the keyboard, so that arrow keys scroll it. */
export function TableView({ scene, label, onPick }: ViewProps<'table'>) {
  const { columns, rows, note } = scene
  const texts = columns.map((column, index) =>
    columnTexts(
      rows.map((row) => row[index] ?? null),
      column,
    ),
  )
  return (
    <figure class="scene-table-figure" data-scene="table">
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
                {columns.map((column, index) => (
                  <BodyCell
                    key={column.name}
                    text={texts[index]?.[at] ?? ''}
                    isNumber={isNumeric(column)}
                    isPick={onPick !== undefined && index === 0}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SceneNote note={note} />
    </figure>
  )
}

type CellProps = { readonly text: string; readonly isNumber: boolean; readonly isPick: boolean }

/** One cell; the one that names its row is a button where rows can be picked, for the keyboard's sake. */
function BodyCell({ text, isNumber, isPick }: CellProps) {
  return (
    <td data-number={isNumber ? '' : undefined} title={text.length > longText ? text : undefined}>
      {isPick ? (
        <button type="button" class="scene-cell-pick">
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  )
}
