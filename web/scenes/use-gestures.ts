import { useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { Box } from '#core/charts/drawing/drawing.ts'
import type { Plot } from './plot.ts'
import type { Looking } from './use-view-window.ts'

type Point = { readonly x: number; readonly y: number }

/** A pointer that moved less than this has clicked, in pixels. */
const still = 5

type Wanted = {
  readonly host: RefObject<HTMLElement | null>
  readonly frame: RefObject<HTMLElement | null>
  readonly plot: Plot | null
  readonly looking: Looking
  readonly isEnabled: boolean
  /** Both axes are marked, as dots need it; else a range of the first. */
  readonly isBox: boolean
  readonly onSelected: (box: Box) => void
}

const between = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** The rectangle between two points within the axes; of full height where only a range is marked. */
function marked(a: Point, b: Point, { area, isBox }: { readonly area: Box; readonly isBox: boolean }): Box {
  const inside = ({ x, y }: Point): Point => ({
    x: Math.max(area.left, Math.min(area.left + area.width, x)),
    y: Math.max(area.top, Math.min(area.top + area.height, y)),
  })
  const box = between(inside(a), inside(b))
  return isBox ? box : { ...box, top: area.top, height: area.height }
}

function placeIn(element: HTMLElement | null, { clientX, clientY }: MouseEvent): Point {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {}
  return { x: clientX - left, y: clientY - top }
}

type Held = { readonly from: Point; last: Point; hasMoved: boolean; readonly does: 'mark' | 'pan' | 'look' }

/** What a pointer does that is pressed and moved. */
function meaning({ pointerType, shiftKey }: PointerEvent, isZoomed: boolean, isSelecting: boolean): Held['does'] {
  const isOneFinger = pointerType === 'touch' && !isSelecting
  if (isZoomed && (shiftKey || isOneFinger)) return 'pan'
  return isOneFinger ? 'look' : 'mark'
}

const apart = ([a, b]: readonly Point[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)
const middle = ([a, b]: readonly Point[]): Point =>
  a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : { x: 0, y: 0 }

/** Marks a range by dragging, pans by Shift or one finger, zooms by two fingers or the wheel with Ctrl. */
export function useGestures({ host, frame, plot, looking, isEnabled, isBox, onSelected }: Wanted) {
  /** A touch marks a range too; without it, one finger moves what is zoomed. */
  const [isSelecting, setSelecting] = useState(false)
  const [box, setBox] = useState<Box | null>(null)
  const pointers = useRef(new Map<number, Point>())
  const held = useRef<Held | null>(null)
  /** The click that ends a drag picks nothing. */
  const hasDragged = useRef(false)
  const placeOf = (event: MouseEvent): Point => placeIn(host.current, event)
  const area = (): Box => plot?.area() ?? { left: 0, top: 0, width: 1, height: 1 }
  const panBy = (from: Point, to: Point): void => {
    const { width, height } = area()
    looking.pan({ x: (from.x - to.x) / width, y: (to.y - from.y) / height })
  }

  function onPointerDown(event: PointerEvent): void {
    hasDragged.current = false
    if (!isEnabled || event.button !== 0) return
    const at = placeOf(event)
    pointers.current.set(event.pointerId, at)
    held.current = { from: at, last: at, hasMoved: false, does: meaning(event, looking.window !== null, isSelecting) }
  }

  function pinch(event: PointerEvent, at: Point): void {
    const before = [...pointers.current.values()]
    pointers.current.set(event.pointerId, at)
    const now = [...pointers.current.values()]
    if (apart(now) === 0) return
    looking.zoom(apart(before) / apart(now), middle(now))
    panBy(middle(before), middle(now))
    hasDragged.current = true
    held.current = null
    setBox(null)
  }

  /** Whether the pointer did more than look. */
  function onPointerMove(event: PointerEvent): boolean {
    if (!pointers.current.has(event.pointerId)) return false
    const at = placeOf(event)
    if (pointers.current.size === 2) return (pinch(event, at), true)
    pointers.current.set(event.pointerId, at)
    const drag = held.current
    if (!drag || drag.does === 'look') return false
    if (!drag.hasMoved && Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < still) return false
    if (!drag.hasMoved) frame.current?.setPointerCapture(event.pointerId)
    drag.hasMoved = true
    hasDragged.current = true
    if (drag.does === 'pan') panBy(drag.last, at)
    else setBox(marked(drag.from, at, { area: area(), isBox }))
    drag.last = at
    return true
  }

  function onPointerEnd(event: PointerEvent): void {
    pointers.current.delete(event.pointerId)
    const drag = held.current
    held.current = null
    setBox(null)
    if (event.type !== 'pointerup' || !drag?.hasMoved || drag.does !== 'mark') return
    const found = marked(drag.from, placeOf(event), { area: area(), isBox })
    if (found.width < still || found.height < still) return
    setSelecting(false)
    onSelected(found)
  }

  return { box, isSelecting, setSelecting, hasDragged, onPointerDown, onPointerMove, onPointerEnd }
}
