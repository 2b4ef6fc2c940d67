import type { Place, Tile } from '#core/dashboard/dashboard.ts'
import { inReadingOrder } from '#core/dashboard/layout.ts'
import type { ComponentChildren } from 'preact'
import './dashboard.css'

/** Grid position as CSS variables; the style sheet stacks tiles on phones. */
export const placeStyle = ({ x, y, w, h }: Place) => ({ '--x': x, '--y': y, '--w': w, '--h': h })

/** Number tiles stay side by side on phones. */
export const isSmall = ({ w, h }: Place): boolean => w <= 4 && h <= 2

/** What a frame shows of a tile. */
type Framed = Pick<Tile, 'title' | 'place'> & { readonly id: string }

/** The tile grid, with its final height before tiles have loaded. */
export function TileGrid<Each extends Framed>({
  tiles,
  children,
}: {
  readonly tiles: readonly Each[]
  readonly children: (tile: Each) => ComponentChildren
}) {
  const rows = tiles.reduce((bottom, { place }) => Math.max(bottom, place.y + place.h), 0)
  return (
    <div class="tiles" style={{ '--rows': rows }}>
      {inReadingOrder(tiles).map(children)}
    </div>
  )
}

/** A read-only tile. */
export function StillTile({ tile, children }: { readonly tile: Framed; readonly children: ComponentChildren }) {
  return (
    <div
      role="group"
      class="tile"
      style={placeStyle(tile.place)}
      data-small={isSmall(tile.place) ? '' : undefined}
      aria-label={tile.title}
    >
      <header class="tile-head">
        <h3 class="clip">{tile.title}</h3>
      </header>
      {children}
    </div>
  )
}
