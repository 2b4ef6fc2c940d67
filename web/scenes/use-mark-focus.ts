import { useEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { XyScene } from '#core/charts/scenes.ts'
import type { Cell } from '#core/table/table.ts'
import type { MarkIndex, Plot } from './plot.ts'
import { countOf } from './reading.ts'

/** A mark that is looked at, and whether the keyboard led there. */
export type Focus = MarkIndex & { readonly byKeys: boolean }

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(0, most))

/** Where an arrow key leads from a mark; null for keys that mean nothing here. */
function step(key: string, from: MarkIndex | null, scene: XyScene): MarkIndex | null {
  const last = countOf(scene) - 1
  const { at, series } = from ?? { at: -1, series: 0 }
  const moved = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last, PageUp: at - 10, PageDown: at + 10 }[key]
  if (moved !== undefined) return { at: clamp(moved, last), series: seriesAt(scene, clamp(moved, last), series) }
  const turned = { ArrowUp: series - 1, ArrowDown: series + 1 }[key]
  if (turned === undefined) return null
  return from === null ? { at: 0, series: 0 } : { at, series: clamp(turned, scene.series.length - 1) }
}

/** A dot belongs to one series; elsewhere the series stays. */
function seriesAt({ series }: XyScene, at: number, current: number): number {
  if (!series.some(({ style }) => style === 'dot')) return current
  return Math.max(
    0,
    series.findIndex(({ y }) => !Number.isNaN(y[at] ?? Number.NaN)),
  )
}

type Watched = {
  readonly scene: XyScene
  /** The place in the scene of the first position that the plot draws. */
  readonly offset: number
  readonly plot: Plot | null
  readonly host: RefObject<HTMLElement | null>
  readonly onPick: ((value: Cell, series?: Cell) => void) | undefined
}

type Listeners = {
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerLeave: (event: PointerEvent) => void
  readonly onBlur: () => void
  readonly onClick: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** Which mark the pointer or the keyboard is at, with the listeners that find out. */
export function useMarkFocus({ scene, offset, plot, host, onPick }: Watched): {
  focus: Focus | null
  clear: () => void
  latest: () => Focus | null
  listeners: Listeners
} {
  const [focus, show] = useState<Focus | null>(null)
  /** Keys may come faster than they are drawn; each leads on from the one before. */
  const latest = useRef<Focus | null>(null)
  const setFocus = (next: Focus | null): void => {
    latest.current = next
    show(next)
  }
  const clear = (): void => setFocus(null)
  useEffect(clear, [scene])
  const look = (event: PointerEvent): void => {
    const box = host.current?.getBoundingClientRect()
    if (!box || !plot) return
    const found = plot.nearest(event.clientX - box.left, event.clientY - box.top)
    setFocus(found && { ...found, at: found.at + offset, byKeys: false })
  }
  const pick = (): void => {
    const value = focus === null ? undefined : scene.keys[focus.at]
    const series = focus === null ? undefined : scene.series[focus.series]?.key
    if (value !== undefined) onPick?.(value, series)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return clear()
    if (event.key === 'Enter' || event.key === ' ') pick()
    const next = step(event.key, latest.current, scene)
    if (next) setFocus({ ...next, byKeys: true })
    if (next || event.key === ' ') event.preventDefault()
  }
  const onPointerLeave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') clear()
  }
  const listeners = {
    onPointerMove: look,
    onPointerDown: look,
    onPointerLeave,
    onBlur: clear,
    onClick: pick,
    onKeyDown,
  }
  return { focus, clear, latest: () => latest.current, listeners }
}
