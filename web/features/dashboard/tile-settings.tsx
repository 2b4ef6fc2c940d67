import type { RefObject } from 'preact'
import { chartTypeOf } from '#core/charts/registry.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { ChartSettings } from '../../ui/chart-settings.tsx'
import { Popover } from '../../ui/popover.tsx'
import type { Board } from './board.ts'

type Props = {
  readonly tile: Tile
  readonly board: Board
  /** What it stands beside. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** The settings of a tile's chart, beside it; each is an edit like any other, drawn at once and undone by itself. */
export function TileSettings({ tile, board, anchor, onClose }: Props) {
  const { chart } = tile
  const type = chartTypeOf(chart?.type)
  if (chart === null || type === null) return null
  const close = (focus: boolean): void => {
    onClose()
    if (focus) anchor.current?.querySelector('button')?.focus()
  }
  return (
    <Popover label={`Chart settings of ${tile.title}`} button={anchor} onClose={close}>
      <div class="tile-settings">
        <h4 class="small">{type.title}</h4>
        <ChartSettings
          type={type}
          settings={chart.settings}
          onChange={(settings) =>
            board.dashboard.edit({
              type: 'change-tile',
              payload: { tile: tile.id, chart: { ...chart, settings: { ...settings } } },
            })
          }
        />
      </div>
    </Popover>
  )
}
