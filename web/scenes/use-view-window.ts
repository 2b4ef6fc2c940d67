import { useEffect, useRef, useState } from 'preact/hooks'
import { following, isWhole, moved, windowOf, zoomed, type ViewWindow } from '#core/charts/drawing/view-window.ts'
import type { Box } from '#core/charts/drawing/drawing.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import type { Plot } from './plot.ts'

/** How much nearer one press of a key or a button leads. */
const nearer = 0.5

type Point = { readonly x: number; readonly y: number }

/** Fewer positions than this are seen at one glance. */
const fewest = 5

/** Positions can be looked at more closely; categories stand where they stand. */
export const canZoom = ({ categories, positions }: XyScene): boolean =>
  categories === null && positions !== null && positions.length >= fewest

/** Dots stand anywhere along both axes. */
export const isDots = ({ series }: XyScene): boolean => series.some(({ style }) => style === 'dot')

/** A rectangle of pixels as the values that it holds: of dots along both axes, else along the first. */
export function valuesIn(plot: Plot, scene: XyScene, { left, top, width, height }: Box): ViewWindow | null {
  const valueAt = plot.placing()?.valueAt
  if (valueAt === undefined) return null
  const [from, to] = [valueAt({ x: left, y: top + height }), valueAt({ x: left + width, y: top })]
  return { x: { min: from.x, max: to.x }, y: isDots(scene) ? { min: from.y, max: to.y } : null }
}

/** Which part of a scene is looked at; null for all of it. */
export type Looking = {
  readonly window: ViewWindow | null
  /** Nearer or farther, around a place in pixels or the middle. */
  readonly zoom: (factor: number, around?: Point) => void
  readonly zoomIn: (around?: Point) => void
  readonly zoomOut: (around?: Point) => void
  /** Moved by parts of what is seen. */
  readonly pan: (parts: Point) => void
  readonly show: (selected: ViewWindow) => void
  /** Moved as little as shows a position. */
  readonly follow: (x: number) => void
  readonly reset: () => void
}

type Looked = { readonly window: ViewWindow; readonly whole: ViewWindow }

/** Zooming and panning, drawn at most once a frame however fast the pointer is. */
export function useViewWindow(scene: XyScene, plot: () => Plot | null): Looking {
  const [looked, setLooked] = useState<Looked | null>(null)
  const next = useRef<Looked | null>(null)
  const waiting = useRef(0)
  const put = (value: Looked | null): void => {
    next.current = value
    cancelAnimationFrame(waiting.current)
    waiting.current = requestAnimationFrame(() => setLooked(next.current))
  }
  useEffect(() => {
    next.current = null
    setLooked(null)
    return () => cancelAnimationFrame(waiting.current)
  }, [scene])
  /** What is seen now, and all there is to see: the same before anything was zoomed. */
  const current = (): Looked | null => {
    const drawn = plot()
    if (next.current !== null || drawn === null) return next.current
    const whole = canZoom(scene) ? valuesIn(drawn, scene, drawn.area()) : null
    return whole && { window: whole, whole }
  }
  const change = (to: (looked: Looked) => ViewWindow): void => {
    const now = current()
    if (now === null) return
    const window = to(now)
    put(isWhole(window, now.whole) ? null : { window, whole: now.whole })
  }
  const pointOf = ({ x, y }: ViewWindow, around: Point | undefined): Point => {
    const value = around && plot()?.placing()?.valueAt?.(around)
    return value ?? { x: (x.min + x.max) / 2, y: y ? (y.min + y.max) / 2 : 0 }
  }
  const zoom = (factor: number, around?: Point): void =>
    change(({ window, whole }) => zoomed(window, whole, { factor, at: pointOf(window, around) }))
  return {
    window: looked?.window ?? null,
    zoom,
    zoomIn: (around) => zoom(nearer, around),
    zoomOut: (around) => zoom(1 / nearer, around),
    pan: (parts) =>
      change(({ window, whole }) =>
        moved(window, whole, {
          x: parts.x * (window.x.max - window.x.min),
          y: window.y ? parts.y * (window.y.max - window.y.min) : 0,
        }),
      ),
    show: (selected) => change(({ whole }) => windowOf(selected, whole)),
    follow: (x) => {
      if (next.current !== null) change(({ window, whole }) => following(window, whole, x))
    },
    reset: () => put(null),
  }
}
