import type { Tile } from '#core/dashboard/dashboard.ts'
import type { Arranging } from './arranging.ts'

/** Milliseconds of a long press, and pixels of allowed movement, which distinguish dragging from scrolling. */
const restFor = 280
const slop = 8
/** Auto-scroll: pixels from the window's edge, and pixels per frame. */
const edge = 90
const pace = 10

type Point = { readonly x: number; readonly y: number }

type Held = Pick<Tile, 'id' | 'place'>

const idOf = (element: Element): string => element.id.replace(/^tile-/, '')

/** The place after the tile under the pointer once its middle is passed; null if the order stays. */
function placePast(pointer: Point, held: Held, tiles: readonly Tile[]) {
  const element = document.elementFromPoint(pointer.x, pointer.y)?.closest('.tile')
  const at = element ? tiles.find(({ id }) => id === idOf(element)) : undefined
  const own = document.getElementById(`tile-${held.id}`)
  if (!element || !at || !own || at.id === held.id) return null
  const box = element.getBoundingClientRect()
  const isAbove = box.top < own.getBoundingClientRect().top
  const isPast = isAbove ? pointer.y < box.top + box.height / 2 : pointer.y > box.top + box.height / 2
  if (!isPast) return null
  return { ...held.place, y: isAbove ? at.place.y : at.place.y + at.place.h }
}

/** Calls back on each frame until aborted; scrolls while the pointer is near the window's edge. */
function scrollAlong(pointer: () => Point, signal: AbortSignal, moved: () => void): void {
  const frame = (): void => {
    if (signal.aborted) return
    const { y } = pointer()
    const by = y < edge ? -pace : y > innerHeight - edge ? pace : 0
    if (by !== 0) {
      scrollBy(0, by)
      moved()
    }
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

/**
 * Drags a tile in the stacked phone layout. Touch needs a long press, because moving scrolls the page; the tile's
 * header prevents scrolling while it is dragged.
 */
export function startStackedDrag(event: PointerEvent, tile: Held, arranging: Arranging): void {
  const from = { x: event.clientX, y: event.clientY }
  const stop = new AbortController()
  let pointer: Point = from
  let held = false
  const follow = (): void => {
    const place = placePast(pointer, tile, arranging.tiles.peek())
    if (place) arranging.hold(place)
  }
  const pickUp = (): void => {
    held = true
    arranging.pickUp(tile.id, 'pointer')
    scrollAlong(() => pointer, stop.signal, follow)
  }
  const timer = setTimeout(pickUp, event.pointerType === 'mouse' ? 0 : restFor)
  const finish = (act: () => void): void => {
    clearTimeout(timer)
    stop.abort()
    if (held) act()
  }
  const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, act, { signal: stop.signal })
  on('pointermove', ({ clientX: x, clientY: y, pointerId }) => {
    if (pointerId !== event.pointerId) return
    if (!held) return Math.hypot(x - from.x, y - from.y) > slop ? finish(() => undefined) : undefined
    pointer = { x, y }
    follow()
  })
  // A long press would open the context menu, which cancels the drag.
  on('contextmenu', (opened) => opened.preventDefault())
  on('selectstart', (started) => started.preventDefault())
  on('pointerup', () => finish(arranging.drop))
  on('pointercancel', () => finish(arranging.cancel))
  on('keydown', ({ key }) => key === 'Escape' && finish(arranging.cancel))
}
