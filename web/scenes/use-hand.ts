import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Box } from '#core/charts/drawing/drawing.ts'
import { windowed } from '#core/charts/drawing/view-window.ts'
import type { Plot } from './plot.ts'
import { countOf } from './reading.ts'
import { useGestures } from './use-gestures.ts'
import { useMarkFocus, type Focus } from './use-mark-focus.ts'
import { usePlot } from './use-plot.ts'
import { useSelection, type Selection } from './use-selection.ts'
import { canZoom, isDots, useViewWindow, valuesIn, type Looking } from './use-view-window.ts'
import { useWheelZoom } from './use-wheel-zoom.ts'
import type { ViewProps } from './view-props.ts'

type Wanted = Pick<ViewProps<'xy'>, 'scene' | 'onPick' | 'onSelect'> & { readonly isFolded: boolean }

/** A focus as the plot counts it, which draws a part; null where it is not drawn. */
function drawnFocus(focus: Focus | null, offset: number, count: number): Focus | null {
  const at = focus === null ? -1 : focus.at - offset
  return focus && at >= 0 && at < count ? { ...focus, at } : null
}

type Point = { readonly x: number; readonly y: number }

/** What a key does to what is looked at; null for keys that do nothing to it. */
function zoomKey(key: string, looking: Looking, around: Point | undefined): (() => void) | null {
  if (key === '+' || key === '=') return () => looking.zoomIn(around)
  if (key === '-' || key === '−') return () => looking.zoomOut(around)
  return key === '0' ? looking.reset : null
}

/** What a key does to a marked range; null for keys that do nothing to it. */
function selectionKey(key: string, { selected, forget, takeFocus }: Selection): (() => void) | null {
  if (selected === null) return null
  return key === 'Escape' ? forget : key === 'Enter' ? takeFocus : null
}

type Hands = {
  readonly marks: ReturnType<typeof useMarkFocus>
  readonly looking: Looking
  readonly selection: Selection
  readonly gestures: ReturnType<typeof useGestures>
  /** Where the focused mark is drawn. */
  readonly around: () => Point | undefined
  readonly canMark: boolean
  readonly isEnabled: boolean
}

/** Keys that zoom and mark come first; all others lead from mark to mark. */
function onKey(event: KeyboardEvent, { marks, looking, selection, around, canMark, isEnabled }: Hands): void {
  const { key } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const act = isEnabled && (zoomKey(key, looking, around()) ?? selectionKey(key, selection))
  if (act) {
    act()
    return event.preventDefault()
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') selection.extend(canMark && event.shiftKey)
  marks.listeners.onKeyDown(event)
}

const listenersOf = (hand: Hands) => ({
  ...hand.marks.listeners,
  onKeyDown: (event: KeyboardEvent) => onKey(event, hand),
  onPointerDown(event: PointerEvent) {
    hand.selection.forget()
    hand.gestures.onPointerDown(event)
    hand.marks.listeners.onPointerDown(event)
  },
  onPointerMove(event: PointerEvent) {
    if (hand.gestures.onPointerMove(event)) hand.marks.clear()
    else hand.marks.listeners.onPointerMove(event)
  },
  onPointerUp: hand.gestures.onPointerEnd,
  onPointerCancel: hand.gestures.onPointerEnd,
  onClick() {
    if (!hand.gestures.hasDragged.current) hand.marks.listeners.onClick()
  },
})

/** All that a hand does with a chart of two axes: look at marks, pick one, zoom, pan, mark a range. */
export function useHand({ scene, onPick, onSelect, isFolded }: Wanted) {
  const isEnabled = canZoom(scene)
  const isBox = isDots(scene)
  const current = useRef<Plot | null>(null)
  const looking = useViewWindow(scene, () => current.current)
  const { window } = looking
  const { scene: part, offset } = useMemo(() => windowed(scene, window), [scene, window])
  const plotted = usePlot(part, isFolded)
  const { frame, host, plot, drawn } = plotted
  current.current = plot
  const marks = useMarkFocus({ scene: isEnabled ? scene : drawn, offset, plot, host, onPick })
  const { focus, latest } = marks
  const selection = useSelection({ scene, onSelect, focus, latest, looking, refocus: () => frame.current?.focus() })
  const onSelected = (box: Box): void => {
    const marked = plot && valuesIn(plot, scene, box)
    if (marked) selection.mark(marked)
  }
  const gestures = useGestures({ host, frame, plot, looking, isEnabled, isBox, onSelected })
  useWheelZoom(frame, looking, isEnabled)
  const position = focus?.byKeys ? scene.positions?.[focus.at] : undefined
  useEffect(() => {
    if (position !== undefined) looking.follow(position)
  }, [position])
  const around = (): Point | undefined => (focus ? plot?.marksAt(focus.at - offset)[0] : undefined)
  return {
    ...plotted,
    looking,
    isEnabled,
    selection,
    gestures,
    focus: drawnFocus(focus, offset, countOf(drawn)),
    listeners: listenersOf({
      marks,
      looking,
      selection,
      gestures,
      around,
      canMark: isEnabled && !isBox,
      isEnabled,
    }),
  }
}
export type Hand = ReturnType<typeof useHand>
