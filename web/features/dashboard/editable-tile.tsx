import { ArrowDown, ArrowUp, BadgeCheck, Compass, Ellipsis, Pencil, SlidersHorizontal, Trash2 } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { rankCharts } from '#core/charts/recommend.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { chartData } from '#core/charts/chart-data.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { dimensionOfRows } from '#core/query/query-of-groups.ts'
import { filterOfKey } from '#core/query/filter-of-key.ts'
import type { Cell } from '#core/table/table.ts'
import { iconOf } from '../../ui/chart-icon.ts'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import type { Board } from './board.ts'
import { startDrag } from './drag.ts'
import { toggleFilter } from './mark-filter.ts'
import { TileBody } from './tile-body.tsx'
import { TileSettings } from './tile-settings.tsx'
import { TileWarning } from './tile-warning.tsx'
import { isSmall, placeStyle } from './tile-frame.tsx'

type Props = { readonly tile: Tile; readonly board: Board }
type TileProps = Props & {
  readonly canEdit: boolean
  readonly onExplore: (tile: Tile) => void
  readonly onReceipt: (tile: Tile) => void
}

function Title({ tile, board, editing, onDone }: Props & { readonly editing: boolean; readonly onDone: () => void }) {
  const done = useRef(false)
  if (!editing) return <h3 class="clip grow">{tile.title}</h3>
  const finish = (text: string | null): void => {
    if (done.current) return
    done.current = true
    const title = text?.trim() ?? ''
    if (title !== '' && title !== tile.title)
      board.dashboard.edit({ type: 'rename-tile', payload: { tile: tile.id, title } })
    onDone()
  }
  return (
    <input
      class="input grow"
      data-size="small"
      aria-label="Title"
      maxLength={200}
      defaultValue={tile.title}
      ref={(input) => input?.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(event.currentTarget.value)
        if (event.key === 'Escape') finish(null)
      }}
    />
  )
}

/** More ways to show a result than this make a menu that nobody reads. */
const mostOffered = 8

/** Other chart types for the tile's result, best first. */
function otherCharts({ tile, board }: Props): MenuItem[] {
  const model = board.models.get(tile.query.dataset)
  const { shown } = board.results.of(tile.id).peek()
  if (!model || !shown) return []
  const data = chartData(shown.table, shown.query, model)
  return rankCharts(data)
    .filter(({ type }) => type !== tile.chart?.type)
    .slice(0, mostOffered)
    .map(({ type, spec }) => ({
      text: `Show as ${chartTypes[type].title.toLowerCase()}`,
      icon: iconOf(chartTypes[type]),
      run: () => void board.dashboard.edit({ type: 'change-tile', payload: { tile: tile.id, chart: spec } }),
    }))
}

type Opening = { readonly onRename: () => void; readonly onSettings: () => void }

function menuOf(
  { tile, board, canEdit, onExplore, onReceipt }: TileProps,
  { onRename, onSettings }: Opening,
): readonly MenuItem[] {
  const looking: readonly MenuItem[] = [
    { text: 'Explore this', icon: Compass, run: () => onExplore(tile) },
    { text: 'Receipt', icon: BadgeCheck, run: () => onReceipt(tile) },
  ]
  if (!canEdit) return looking
  return [
    ...looking,
    { text: 'Rename', icon: Pencil, run: onRename },
    ...(tile.chart ? [{ text: 'Chart settings', icon: SlidersHorizontal, run: onSettings }] : []),
    ...otherCharts({ tile, board }),
    { text: 'Move up', icon: ArrowUp, run: () => board.arranging.shift(tile.id, 'up') },
    { text: 'Move down', icon: ArrowDown, run: () => board.arranging.shift(tile.id, 'down') },
    { text: 'Delete', icon: Trash2, danger: true, run: () => board.removeTile(tile) },
  ]
}

function pickedFilter(board: Board, tile: Tile, value: Cell, scene: Scene): void {
  const { dimensions } = tile.query
  const along = 'x' in scene ? scene.x?.name : undefined
  const dimension = dimensions.find((each) => nameOfDimension(each) === along) ?? dimensions[0]
  const behind = dimension && dimensionOfRows(tile.query, dimension)
  const filter = behind && filterOfKey(behind, value, scene.kind === 'xy' ? scene.binWidth : null)
  if (!filter) return
  const filters = [...toggleFilter(board.dashboard.document.value.filters, filter)]
  board.dashboard.edit({ type: 'set-filters', payload: { filters } })
}

function TileMenu({ onRename, ...props }: TileProps & Pick<Opening, 'onRename'>) {
  const { tile, board } = props
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  return (
    <div class="tile-menu" ref={box} onPointerDown={(event) => event.stopPropagation()}>
      <Menu
        label={`What to do with ${tile.title}`}
        icon={Ellipsis}
        items={menuOf(props, { onRename, onSettings: () => setOpen(true) })}
      />
      {isOpen && <TileSettings tile={tile} board={board} anchor={box} onClose={() => setOpen(false)} />}
    </div>
  )
}

/** Sizes a tile by mouse and touch. */
function Corner({ tile, board }: Props) {
  return (
    <span
      class="tile-corner"
      aria-hidden="true"
      onPointerDown={(event) => startDrag(event, 'size', tile, board.arranging)}
    />
  )
}

/** A tile that can be moved, resized, renamed, changed and deleted by mouse, touch and keyboard. */
export function EditableTile({ tile, board, canEdit, onExplore, onReceipt }: TileProps) {
  const [renaming, setRenaming] = useState(false)
  const model = board.models.get(tile.query.dataset)
  const { moving } = board.arranging
  const held = moving.value?.tile === tile.id
  /** As it is now, not when last rendered: a touch that is not prevented at once becomes the page's. */
  const isHeld = (): boolean => moving.peek()?.tile === tile.id
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!canEdit || event.target !== event.currentTarget || !board.moveByKey(tile.id, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      role="group"
      id={`tile-${tile.id}`}
      class="tile"
      style={placeStyle(tile.place)}
      data-small={isSmall(tile.place) ? '' : undefined}
      data-held={held ? moving.value?.by : undefined}
      aria-label={tile.title}
      aria-describedby={canEdit ? 'tile-help' : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={(event) =>
        held && moving.value?.by === 'keys' && event.target === event.currentTarget && board.arranging.drop()
      }
    >
      <header
        class="tile-head"
        data-grab={canEdit ? '' : undefined}
        onPointerDown={(event) => canEdit && startDrag(event, 'move', tile, board.arranging)}
        onTouchMove={(event) => isHeld() && event.preventDefault()}
        onContextMenu={(event) => isHeld() && event.preventDefault()}
      >
        <Title tile={tile} board={board} editing={renaming} onDone={() => setRenaming(false)} />
        <TileMenu
          tile={tile}
          board={board}
          canEdit={canEdit}
          onExplore={onExplore}
          onReceipt={onReceipt}
          onRename={() => setRenaming(true)}
        />
      </header>
      {board.warningsOf(tile).length > 0 && <TileWarning tile={tile} board={board} canEdit={canEdit} />}
      {model && board.warningsOf(tile).length === 0 && (
        <TileBody
          tile={tile}
          model={model}
          results={board.results}
          onPick={canEdit ? (value, scene) => pickedFilter(board, tile, value, scene) : undefined}
        />
      )}
      {canEdit && <Corner tile={tile} board={board} />}
    </div>
  )
}
