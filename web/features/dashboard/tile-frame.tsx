import type { Place, Tile } from '#core/dashboard/dashboard.ts'
import { inReadingOrder } from '#core/dashboard/layout.ts'
import type { ComponentChildren } from 'preact'
import './dashboard.css'

/** Where a tile stands, for the style sheet: it turns grid units into places, or stacks them on a phone. */
export const placeStyle = ({ x, y, w, h }: Place) => ({ '--x': x, '--y': y, '--w': w, '--h': h })

/** Numbers stand side by side even on a phone. */
export const isSmall = ({ w, h }: Place): boolean => w <= 4 && h <= 2

/** The grid that tiles stand on, tall enough for all of them before any has loaded. */
export function TileGrid({
  tiles,
  children,
}: {
  readonly tiles: readonly Tile[]
  readonly children: (tile: Tile) => ComponentChildren
}) {
  const rows = tiles.reduce((bottom, { place }) => Math.max(bottom, place.y + place.h), 0)
  return (
    <div class="tiles" style={{ '--rows': rows }}>
      {inReadingOrder(tiles).map(children)}
    </div>
  )
}

/** A tile that is only looked at. */
export function StillTile({ tile, children }: { readonly tile: Tile; readonly children: ComponentChildren }) {
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
