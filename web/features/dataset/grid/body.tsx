import { formatCell } from '#core/format/format-cell.ts'
import type { Cell } from '#core/table/table.ts'
import { count } from '../../../ui/figures.ts'
import { type Placed, placedAt } from './arrangement.ts'
import { cellId } from './interaction.ts'
import type { Grid } from './model.ts'
import type { SeenRows } from './seen-rows.ts'
import type { Sight } from './use-sight.ts'

type RowProps = {
  readonly grid: Grid
  readonly seen: SeenRows
  readonly sight: Sight
  readonly row: number
  /** Pixels from the top of the scrolled element. */
  readonly top: number
  readonly odd: OddTexts
  readonly gridId: string
  readonly onOpen: (row: number) => void
}

/** Texts of odd cells, by column and file row. */
export type OddTexts = ReadonlyMap<string, ReadonlyMap<number, string>>

const isRight = (type: string): boolean => type === 'integer' || type === 'decimal'

type CellProps = {
  readonly placed: Placed
  readonly cell: Cell | undefined
  readonly oddText: string | undefined
  readonly id: string
  readonly place: number
  readonly isCurrent: boolean
  readonly isPinned: boolean
}

function textOf(cell: Cell | undefined, oddText: string | undefined, { column }: Placed): string {
  if (oddText !== undefined) return oddText
  return cell === undefined ? '' : formatCell(cell, column.model.format, { type: column.model.type })
}

function GridCell({ placed, cell, oddText, id, place, isCurrent, isPinned }: CellProps) {
  const { column, left } = placed
  const text = textOf(cell, oddText, placed)
  const isOdd = oddText !== undefined
  return (
    <div
      role="gridcell"
      class="grid-cell"
      id={id}
      aria-colindex={place + 2}
      data-current={isCurrent ? '' : undefined}
      data-pinned={isPinned ? '' : undefined}
      data-right={isRight(column.model.type) ? '' : undefined}
      data-null={cell === null && !isOdd ? '' : undefined}
      data-odd={isOdd ? '' : undefined}
      data-coming={cell === undefined && !isOdd ? '' : undefined}
      data-column={place}
      title={isOdd ? `“${text}” did not fit this column; it counts as empty` : text.length > 30 ? text : undefined}
      style={placedAt(column.width, isPinned ? left : null)}
    >
      {text}
    </div>
  )
}

/** The visible part of a row. */
export function GridRow(props: RowProps) {
  const { grid, seen, sight, row, top, odd, gridId, onOpen } = props
  const { layout, free, gap, margin, placeOf } = sight
  const number = seen.blocks.number(row)
  const cursor = grid.cursor.value
  const cellOf = (placed: Placed, isPinned: boolean) => {
    const { name } = placed.column
    const place = placeOf(name)
    return (
      <GridCell
        key={name}
        placed={placed}
        cell={seen.blocks.cell(row, name)}
        oddText={number === undefined ? undefined : odd.get(name)?.get(number)}
        id={cellId(gridId, { row, column: place })}
        place={place}
        isCurrent={cursor.row === row && cursor.column === place}
        isPinned={isPinned}
      />
    )
  }
  return (
    <div
      role="row"
      class="grid-row"
      aria-rowindex={row + 2}
      data-row={row}
      style={{ transform: `translateY(${top}px)` }}
      onDblClick={() => onOpen(row)}
    >
      <div role="rowheader" class="grid-number numeric" style={{ width: `${margin}px` }}>
        {number === undefined ? '' : count(number + 1)}
      </div>
      {layout.pinned.map((placed) => cellOf(placed, true))}
      {gap > 0 && <div class="grid-gap" style={{ width: `${gap}px` }} />}
      {free.map((placed) => cellOf(placed, false))}
    </div>
  )
}
