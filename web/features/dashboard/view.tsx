import { Cloud, CloudAlert, Redo2, Share2, Plus, Undo2 } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { expectPlots } from '../../scenes/expect-plots.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Board } from './board.ts'
import { showToast } from '../../ui/toast-model.ts'
import { EditableTile } from './editable-tile.tsx'
import { FilterBar } from './filter-bar.tsx'
import { FilterNote } from './filter-note.tsx'
import { ShareDialog, type SharePorts } from './share-dialog.tsx'
import { BoardWarning } from './tile-warning.tsx'
import { TileGrid } from './tile-frame.tsx'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

function useUndoKeys({ dashboard }: Board): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      event.preventDefault()
      if (event.shiftKey) dashboard.redo()
      else dashboard.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [dashboard])
}

const savingWords = { saved: 'Saved', saving: 'Saving …', unsaved: 'Not saved yet; trying again' } as const

/** Shows a toast when the server refused an edit and it was reverted. */
function useRefusals({ dashboard }: Board): void {
  useEffect(
    () =>
      dashboard.refused.subscribe((problem) => {
        if (problem) showToast(`That change was not kept. ${problem.message} ${problem.hint}`)
      }),
    [dashboard],
  )
}

function SavingState({ board }: { readonly board: Board }) {
  const state = board.dashboard.saving.value
  return (
    <span class="board-state" data-state={state} role="status">
      <Icon icon={state === 'unsaved' ? CloudAlert : Cloud} size={15} />
      <span>{savingWords[state]}</span>
    </span>
  )
}

type Props = {
  readonly board: Board
  readonly canEdit: boolean
  readonly canShare: boolean
  readonly sharing: SharePorts
  /** Opens the dialog for a new tile. */
  readonly onAdd: () => void
  /** Opens a tile in Explore. */
  readonly onExplore: (tile: Tile) => void
  /** Shows the receipt of a tile's figures. */
  readonly onReceipt: (tile: Tile) => void
  readonly children?: ComponentChildren
}

/** What one sees who may not change the dashboard. */
function StillBar({ board }: { readonly board: Board }) {
  return (
    <>
      <FilterNote filters={board.dashboard.document.value.filters} models={board.models} />
      <p class="small muted">You can look at this dashboard and ask its data; an analyst can change it.</p>
    </>
  )
}

function Bar({ board, canShare, onAdd, onShare }: Props & { readonly onShare: () => void }) {
  const { canUndo, canRedo, undo, redo } = board.dashboard
  return (
    <div class="board-bar">
      <FilterBar board={board} />
      <SavingState board={board} />
      <div class="row">
        <Button kind="quiet" size="small" icon={Undo2} label="Undo" disabled={!canUndo.value} onClick={undo} />
        <Button
          kind="quiet"
          size="small"
          class="board-redo"
          icon={Redo2}
          label="Redo"
          disabled={!canRedo.value}
          onClick={redo}
        />
        <Button size="small" icon={Plus} onClick={onAdd}>
          Add tile
        </Button>
        {canShare && (
          <Button size="small" icon={Share2} onClick={onShare}>
            Share
          </Button>
        )}
      </div>
    </div>
  )
}

/** An editable dashboard. */
export function DashboardView(props: Props) {
  const { board, canEdit, sharing, onAdd, onExplore, onReceipt } = props
  const [isSharing, setSharing] = useState(false)
  useUndoKeys(board)
  useRefusals(board)
  const tiles = board.arranging.tiles.value
  return (
    <div class="board">
      <h2 class="visually-hidden">Tiles</h2>
      {canEdit ? <Bar {...props} onShare={() => setSharing(true)} /> : <StillBar board={board} />}
      <BoardWarning board={board} />
      {canEdit && tiles.length === 0 && (
        <EmptyState icon={Plus} title="This dashboard is empty" text="Ask a question and pin its answer here.">
          <Button kind="primary" onClick={onAdd}>
            Add a tile
          </Button>
        </EmptyState>
      )}
      <TileGrid tiles={tiles}>
        {(tile) => (
          <EditableTile
            key={tile.id}
            tile={tile}
            board={board}
            canEdit={canEdit}
            onExplore={onExplore}
            onReceipt={onReceipt}
          />
        )}
      </TileGrid>
      <p id="tile-help" class="visually-hidden">
        Press Enter or M to pick the tile up, arrows to move it, Shift and arrows to size it.
      </p>
      <p class="visually-hidden" role="status">
        {board.said.value}
      </p>
      {isSharing && <ShareDialog ports={sharing} onClose={() => setSharing(false)} />}
    </div>
  )
}

/** Placeholder of a loading dashboard: four numbers, a wide chart and a narrow one. */
export function DashboardSkeleton() {
  useEffect(expectPlots, [])
  const places = [
    [0, 0, 3, 2],
    [3, 0, 3, 2],
    [6, 0, 3, 2],
    [9, 0, 3, 2],
    [0, 2, 8, 5],
    [8, 2, 4, 5],
  ] as const
  return (
    <div class="board" role="group" aria-busy="true" aria-label="Loading the dashboard">
      <div class="board-bar">
        <Skeleton width={80} height={28} />
      </div>
      <div class="tiles" style={{ '--rows': 7 }}>
        {places.map(([x, y, w, h]) => (
          <div
            key={`${x}-${y}`}
            class="tile"
            data-small={h === 2 ? '' : undefined}
            style={{ '--x': x, '--y': y, '--w': w, '--h': h }}
          >
            <div class="tile-waiting">
              <Skeleton width="40%" />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
