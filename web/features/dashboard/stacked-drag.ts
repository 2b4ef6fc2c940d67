import type { Arranging } from './arranging.ts'
import { boxesIn, indexAt, type Point } from './stacked-order.ts'

/** Milliseconds of a long press, and pixels of allowed movement, which distinguish dragging from scrolling. */
const restFor = 280
const slop = 8
/** Auto-scroll: pixels from the window's edge, and pixels per frame. */
const edge = 90
const pace = 10

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

type Held = { readonly id: string; readonly grid: HTMLElement }

/** Previews the tile at the pointer's index among the other tiles. */
function follower({ id, grid }: Held, arranging: Arranging): (pointer: Point) => void {
  const boxes = boxesIn(grid, `tile-${id}`)
  let shown = Number.NaN
  return ({ x, y }) => {
    const { left, top } = grid.getBoundingClientRect()
    const index = indexAt({ x: x - left, y: y - top }, boxes)
    if (index !== shown) arranging.holdAt(index)
    shown = index
  }
}

/**
 * Drags a tile in the stacked phone layout. Touch needs a long press, because moving scrolls the page; the tile's
 * header prevents scrolling while it is dragged. A slow page may acknowledge a touch too late, and the browser cancels the
 * pointer: the tile is then dropped where it is shown.
 */
export function startStackedDrag(event: PointerEvent, held: Held, arranging: Arranging): void {
  const from = { x: event.clientX, y: event.clientY }
  const stop = new AbortController()
  let pointer: Point = from
  let follow: ((pointer: Point) => void) | null = null
  const pickUp = (): void => {
    const next = follower(held, arranging)
    follow = next
    arranging.pickUp(held.id, 'pointer')
    scrollAlong(
      () => pointer,
      stop.signal,
      () => next(pointer),
    )
  }
  const timer = setTimeout(pickUp, event.pointerType === 'mouse' ? 0 : restFor)
  const finish = (act: () => void): void => {
    clearTimeout(timer)
    stop.abort()
    if (follow) act()
  }
  const on = <Name extends keyof WindowEventMap>(name: Name, act: (event: WindowEventMap[Name]) => void): void =>
    window.addEventListener(name, act, { signal: stop.signal })
  on('pointermove', ({ clientX: x, clientY: y, pointerId }) => {
    if (pointerId !== event.pointerId) return
    if (!follow) return Math.hypot(x - from.x, y - from.y) > slop ? finish(() => undefined) : undefined
    pointer = { x, y }
    follow(pointer)
  })
  // A long touch would open the browser's menu, which ends the drag.
  on('contextmenu', (opened) => opened.preventDefault())
  on('selectstart', (started) => started.preventDefault())
  on('pointerup', () => finish(arranging.drop))
  on('pointercancel', () => finish(arranging.drop))
  on('keydown', ({ key }) => key === 'Escape' && finish(arranging.cancel))
}
