import { useEffect, useRef, useState } from 'preact/hooks'
import { keysWithin, type ViewWindow } from '#core/charts/drawing/view-window.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import type { Focus } from './use-mark-focus.ts'
import type { Looking } from './use-view-window.ts'
import type { ViewProps } from './view-props.ts'

/** A marked range, and whether what is to be done with it has the focus. */
type SelectedRange = { readonly window: ViewWindow; readonly hasFocus: boolean }

/** The range of positions between two. */
function rangeOf({ positions, binWidth }: XyScene, from: number, to: number): ViewWindow {
  const [first, last] = [positions?.[Math.min(from, to)] ?? 0, positions?.[Math.max(from, to)] ?? 0]
  return { x: { min: first, max: last + (binWidth ?? 0) }, y: null }
}

type Wanted = Pick<ViewProps<'xy'>, 'scene' | 'onSelect'> & {
  readonly focus: Focus | null
  /** The focus of now, which may not be drawn yet. */
  readonly latest: () => Focus | null
  readonly looking: Looking
  /** Gives the focus back to the chart. */
  readonly refocus: () => void
}

/** A range that was marked by pointer or keys, and what can be done with it. */
export function useSelection({ scene, onSelect, focus, latest, looking, refocus }: Wanted) {
  const [selected, setSelected] = useState<SelectedRange | null>(null)
  /** Where a range that is marked by keys began. */
  const anchor = useRef<number | null>(null)
  const forget = (): void => {
    anchor.current = null
    setSelected(null)
  }
  useEffect(forget, [scene])
  useEffect(() => {
    if (anchor.current !== null && focus !== null)
      setSelected({ window: rangeOf(scene, anchor.current, focus.at), hasFocus: false })
  }, [focus])
  const finish = (act: (window: ViewWindow) => void): void => {
    if (selected) act(selected.window)
    forget()
    refocus()
  }
  return {
    selected,
    forget,
    /** Where nothing can be filtered, a marked range is looked at at once. */
    mark(window: ViewWindow): void {
      if (onSelect) setSelected({ window, hasFocus: false })
      else looking.show(window)
    },
    zoom: (): void => finish(looking.show),
    filter: onSelect && ((): void => finish((window) => onSelect({ ...window, keys: keysWithin(scene, window) }))),
    /** Marks on from where the focus is, or ends that. */
    extend(isMarking: boolean): void {
      if (isMarking) anchor.current ??= latest()?.at ?? 0
      else if (anchor.current !== null) forget()
    },
    takeFocus: (): void => setSelected(selected && { ...selected, hasFocus: true }),
  }
}
export type Selection = ReturnType<typeof useSelection>
