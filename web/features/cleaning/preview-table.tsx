import { emptyText } from '#core/format/empty.ts'
import type { Preview, PreviewCell } from '#core/clean/preview.ts'
import { count } from '../../ui/figures.ts'
import { textsFromDifference } from '../../ui/text-difference.ts'

function Cell({ cell, isRemoved }: { readonly cell: PreviewCell; readonly isRemoved: boolean }) {
  if (isRemoved) return <del>{cell.before ?? emptyText}</del>
  if (!cell.isChanged) return <>{cell.after ?? emptyText}</>
  const [before, after] = textsFromDifference(cell.before ?? emptyText, cell.after ?? emptyText)
  return (
    <span title={`${cell.before ?? emptyText} → ${cell.after ?? emptyText}`}>
      <del>{before}</del> <ins>{after}</ins>
    </span>
  )
}

/** Column order with changed columns first, so that they are visible in wide tables. */
function changedFirst({ columns, rows }: Preview): readonly number[] {
  const changes = columns.map(({ isAdded }, at) => isAdded || rows.some(({ cells }) => cells[at]?.isChanged))
  const places = columns.map((_, at) => at)
  return [...places.filter((at) => changes[at]), ...places.filter((at) => !changes[at])]
}

/** Changed rows with each changed cell before and after. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { rows } = preview
  const places = changedFirst(preview)
  const columns = places.flatMap((at) => preview.columns[at] ?? [])
  return (
    <div class="clean-preview card" tabIndex={0} role="group" aria-label="Rows that change">
      <table>
        <thead>
          <tr>
            <th scope="col" data-numeric="">
              Row
            </th>
            {columns.map(({ name, isAdded }) => (
              <th key={name} scope="col" data-added={isAdded ? '' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="numeric">
          {rows.map(({ row, isRemoved, cells }) => (
            <tr key={row} data-removed={isRemoved ? '' : undefined}>
              <th scope="row" data-numeric="">
                {count(row + 1)}
              </th>
              {places
                .flatMap((at) => cells[at] ?? [])
                .map((cell, at) => (
                  <td
                    key={columns[at]?.name}
                    data-changed={cell.isChanged ? '' : undefined}
                    data-added={columns[at]?.isAdded ? '' : undefined}
                    data-odd={cell.isOdd ? '' : undefined}
                    data-null={cell.after === null && !isRemoved ? '' : undefined}
                  >
                    <Cell cell={cell} isRemoved={isRemoved} />
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
