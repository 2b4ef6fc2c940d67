import { formatCell } from '#core/format/format-cell.ts'
import type { WireTable } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { count } from '../../ui/figures.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Load } from './model.ts'

const isNumeric = (type: string): boolean => type === 'integer' || type === 'decimal'

/** The first rows as they were understood. */
export function PreviewView({ load, rows }: { readonly load: Load<WireTable>; readonly rows: number | null }) {
  const preview = load.value.value
  if (load.problem.value)
    return (
      <FailureNotice problem={load.problem.value}>
        <Button size="small" onClick={() => void load.need()}>
          Try again
        </Button>
      </FailureNotice>
    )
  if (!preview) return <Skeleton height={560} />
  return (
    <section aria-label="The first rows">
      <p class="small muted preview-note">
        The first {count(preview.rows.length)} of {count(rows ?? preview.rows.length)} rows, as they were understood.
      </p>
      <div class="preview card" tabIndex={0} role="group" aria-label="Table of the first rows">
        <table>
          <thead>
            <tr>
              {preview.columns.map(({ name, type }) => (
                <th key={name} scope="col" data-numeric={isNumeric(type) ? '' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="numeric">
            {preview.rows.map((row, index) => (
              <tr key={index}>
                {preview.columns.map(({ name, type, format }, column) => {
                  const cell = row[column] ?? null
                  return (
                    <td
                      key={name}
                      data-numeric={isNumeric(type) ? '' : undefined}
                      data-null={cell === null ? '' : undefined}
                    >
                      {formatCell(cell, format, { type })}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
