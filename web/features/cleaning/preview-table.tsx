import type { Preview, PreviewCell } from '#core/clean/preview.ts'
import { count } from '../../ui/figures.ts'
import { visibleText } from '../../ui/visible-text.ts'

function Cell({ cell, isRemoved }: { readonly cell: PreviewCell; readonly isRemoved: boolean }) {
  if (isRemoved) return <del>{cell.before ?? '—'}</del>
  if (!cell.isChanged) return <>{cell.after ?? '—'}</>
  return (
    <>
      <del>{visibleText(cell.before ?? 'empty')}</del> <ins>{visibleText(cell.after ?? 'empty')}</ins>
    </>
  )
}

/** The rows that a recipe changes, each changed cell before and after. */
export function PreviewTable({ preview }: { readonly preview: Preview }) {
  const { columns, rows } = preview
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
              {cells.map((cell, at) => (
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
