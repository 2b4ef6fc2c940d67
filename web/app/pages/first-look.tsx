import './first-look.css'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { firstLookId, type FirstLook } from '#core/wire/first-look.ts'
import { StillTile, TileGrid } from '../../features/dashboard/tile-frame.tsx'

/** What the first response holds of the sample; null where the page was opened elsewhere, or without a network. */
export function readFirstLook(): FirstLook | null {
  const text = document.getElementById(firstLookId)?.textContent
  return text ? (JSON.parse(text) as FirstLook) : null
}

/** The drawing that needs the least stretching in so many pixels. */
function drawingFor({ drawings }: FirstLook, width: number): string {
  const off = (each: FirstLook['drawings'][number]): number => Math.abs(each.width - width)
  return drawings.toSorted((one, other) => off(one) - off(other))[0]?.svg ?? ''
}

/** The first chart as it was drawn before the page was there, in its tile until the page has drawn its own. */
export function FirstChart({ look, title }: { readonly look: FirstLook | null; readonly title: string }) {
  const place = useRef<HTMLDivElement>(null)
  const isHere = look?.chart === title
  useLayoutEffect(() => {
    if (isHere && place.current) place.current.innerHTML = drawingFor(look, place.current.clientWidth)
  }, [isHere])
  return isHere ? <div class="tile-look" aria-hidden="true" ref={place} /> : null
}

/** The sample's dashboard before anything of it is loaded: its tiles, and its first chart. */
export function FirstDashboard({ look }: { readonly look: FirstLook }) {
  return (
    <TileGrid tiles={look.tiles}>
      {(tile) => (
        <StillTile key={tile.id} tile={tile}>
          <FirstChart look={look} title={tile.title} />
        </StillTile>
      )}
    </TileGrid>
  )
}
