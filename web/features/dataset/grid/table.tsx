import { useId, useMemo, useRef } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import type { Placed } from './arrangement.ts'
import { GridRow, type OddTexts } from './body.tsx'
import { HeadCell } from './head-cell.tsx'
import { cellId, headId, onGridClick, onGridKey } from './interaction.ts'
import type { Grid } from './model.ts'
import { heightOf } from './track.ts'
import { rowHeight, type Sight, useSight } from './use-sight.ts'

type Props = {
  readonly grid: Grid
  readonly profile: Profile | null
  readonly onOpen: (row: number) => void
  readonly onFilterColumn: (name: string) => void
}

type PartProps = Props & { readonly sight: Sight; readonly gridId: string }

const oddTextsOf = (profile: Profile | null): OddTexts =>
  new Map((profile?.columns ?? []).map(({ name, odd }) => [name, new Map(odd.map(({ row, text }) => [row, text]))]))

function Head({ grid, sight, gridId, onFilterColumn }: PartProps) {
  const { layout, free, gap, margin, placeOf } = sight
  const cursor = grid.cursor.value
  const headOf = (placed: Placed, isPinned: boolean) => {
    const place = placeOf(placed.column.name)
    return (
      <HeadCell
        key={placed.column.name}
        grid={grid}
        column={placed.column}
        number={place + 2}
        id={headId(gridId, place)}
        rows={grid.model.rows}
        isCurrent={cursor.row === -1 && cursor.column === place}
        pinnedAt={isPinned ? placed.left : null}
        onFilterColumn={onFilterColumn}
      />
    )
  }
  return (
    <div class="grid-head" role="row" aria-rowindex={1} style={{ width: `${layout.width}px` }}>
      <div
        class="grid-corner"
        role="columnheader"
        aria-label="Row"
        aria-colindex={1}
        style={{ width: `${margin}px` }}
      />
      {layout.pinned.map((placed) => headOf(placed, true))}
      {gap > 0 && <div class="grid-gap" style={{ width: `${gap}px` }} />}
      {free.map((placed) => headOf(placed, false))}
    </div>
  )
}

function Canvas({ grid, profile, sight, gridId, onOpen }: PartProps) {
  const { seen, from, to, track, position, layout } = sight
  const odd = useMemo(() => oddTextsOf(profile), [profile])
  return (
    <div class="grid-canvas" role="rowgroup" style={{ height: `${heightOf(track)}px`, width: `${layout.width}px` }}>
      {seen &&
        Array.from({ length: to - from }, (_, index) => from + index).map((row) => (
          <GridRow
            key={row}
            grid={grid}
            seen={seen}
            sight={sight}
            row={row}
            top={row * rowHeight - position.offset}
            odd={odd}
            gridId={gridId}
            onOpen={onOpen}
          />
        ))}
    </div>
  )
}

/** A virtualised table: draws only visible rows and columns. */
export function GridTable(props: Props) {
  const { grid, profile, onOpen } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const sight = useSight(grid, profile, scroller)
  const { row, column } = grid.cursor.value
  const isDrawn = row >= sight.from && row < sight.to
  const current = row < 0 ? headId(gridId, column) : isDrawn ? cellId(gridId, { row, column }) : undefined
  const parts = { grid, sight, gridId, onOpen }
  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      tabIndex={0}
      aria-label={`Rows of ${grid.model.name}`}
      aria-rowcount={sight.rows + 1}
      aria-colcount={sight.columns.length + 1}
      aria-busy={grid.isOpening.value}
      aria-activedescendant={current}
      onKeyDown={(event) => onGridKey(event, parts)}
      onClick={(event) => onGridClick(event, parts)}
    >
      <Head {...props} sight={sight} gridId={gridId} />
      <Canvas {...props} sight={sight} gridId={gridId} />
    </div>
  )
}
