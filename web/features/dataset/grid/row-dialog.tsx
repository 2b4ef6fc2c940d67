import { ChevronLeft, ChevronRight } from 'lucide'
import { useEffect } from 'preact/hooks'
import { formatCell } from '#core/format/format-cell.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { count } from '../../../ui/figures.ts'
import type { Grid } from './model.ts'
import type { SeenRows } from './seen-rows.ts'

type Props = {
  readonly grid: Grid
  readonly seen: SeenRows
  readonly row: number
  readonly onRow: (row: number) => void
  readonly onClose: () => void
}

/** One row in full, without truncation. */
export function RowDialog({ grid, seen, row, onRow, onClose }: Props) {
  const { columns } = grid.model
  void grid.arrivals.value
  useEffect(() => {
    seen.blocks.want(
      row,
      row + 1,
      columns.map(({ name }) => name),
    )
  }, [seen, row])
  const number = seen.blocks.number(row)
  return (
    <Dialog title={number === undefined ? 'Row' : `Row ${count(number + 1)}`} onClose={onClose} wide>
      <div class="row grid-row-steps">
        <Button size="small" icon={ChevronLeft} disabled={row === 0} onClick={() => onRow(row - 1)}>
          Before
        </Button>
        <Button size="small" icon={ChevronRight} disabled={row + 1 >= seen.rows} onClick={() => onRow(row + 1)}>
          Next
        </Button>
      </div>
      <dl class="grid-row-values">
        {columns.map(({ name, label, format, type }) => {
          const cell = seen.blocks.cell(row, name)
          return (
            <div key={name}>
              <dt>{label}</dt>
              <dd data-null={cell === null ? '' : undefined}>
                {cell === undefined ? '…' : formatCell(cell, format, { type, isExact: true })}
              </dd>
            </div>
          )
        })}
      </dl>
    </Dialog>
  )
}
