import { Replace, TriangleAlert, Trash2 } from 'lucide'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Board } from './board.ts'

type Props = { readonly tile: Tile; readonly board: Board }

/** Replaces a broken tile: the columns that were removed or changed, and how to repair it. */
export function TileWarning({ tile, board, canEdit }: Props & { readonly canEdit: boolean }) {
  const warnings = board.warningsOf(tile)
  const canMend = warnings.every(({ instead }) => instead !== null)
  return (
    <div class="tile-problem tile-warning">
      {warnings.map(({ column, text }) => (
        <p key={column} class="small">
          {text}
        </p>
      ))}
      {canEdit &&
        (canMend ? (
          <Button size="small" icon={Replace} onClick={() => board.mendTile(tile)}>
            Use {warnings.map(({ instead }) => `“${instead}”`).join(', ')}
          </Button>
        ) : (
          <Button size="small" icon={Trash2} onClick={() => board.removeTile(tile)}>
            Delete the tile
          </Button>
        ))}
    </div>
  )
}

/** Lists the tiles that a new version broke, with links. */
export function BoardWarning({ board }: { readonly board: Board }) {
  const broken = board.dashboard.document.value.tiles.filter((tile) => board.warningsOf(tile).length > 0)
  if (broken.length === 0) return null
  const columns = [...new Set(broken.flatMap((tile) => board.warningsOf(tile).map(({ column }) => column)))]
  return (
    <div class="notice board-warning" data-tone="warn" role="status">
      <Icon icon={TriangleAlert} />
      <div class="grow">
        <strong>
          The data changed under {broken.length} {broken.length === 1 ? 'tile' : 'tiles'}:
        </strong>{' '}
        {columns.map((column) => `“${column}”`).join(', ')} {columns.length === 1 ? 'is' : 'are'} not what{' '}
        {columns.length === 1 ? 'it was' : 'they were'}. See{' '}
        {broken.map((tile, index) => (
          <span key={tile.id}>
            {index > 0 && ', '}
            <a
              href={`#tile-${tile.id}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(`tile-${tile.id}`)?.focus()
              }}
            >
              {tile.title}
            </a>
          </span>
        ))}
        .
      </div>
    </div>
  )
}
