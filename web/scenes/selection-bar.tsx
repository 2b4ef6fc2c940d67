import { useEffect, useRef } from 'preact/hooks'
import type { Box } from '#core/charts/drawing/drawing.ts'
import { keysWithin, type ViewWindow } from '#core/charts/drawing/view-window.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import type { Cell } from '#core/table/table.ts'
import { writeCell } from '#core/charts/write-cell.ts'
import type { Plot } from './plot.ts'
import type { Selection } from './use-selection.ts'
import { isDots } from './use-view-window.ts'

/** A span of an axis as people read it: `Jan 2023 – Mar 2024`. */
export function spanText(scene: XyScene, { x }: ViewWindow): string {
  const write = (value: number): string =>
    scene.x.type === 'date' || scene.x.type === 'timestamp'
      ? writeCell(value, scene.x)
      : writeCell(Number(value.toPrecision(3)), scene.x)
  return `${write(x.min)} – ${write(x.max)}`
}

/** Where a marked window stands, in pixels. */
function boxOf(plot: Plot, { x, y }: ViewWindow): Box | null {
  const placing = plot.placing()
  if (!placing?.place) return null
  const { area } = placing
  const from = placing.place({ x: x.min, y: y?.max ?? 0 })
  const to = placing.place({ x: x.max, y: y?.min ?? 0 })
  return y
    ? { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y }
    : { left: from.x, top: area.top, width: to.x - from.x, height: area.height }
}

export const Marked = ({ box }: { readonly box: Box }) => (
  <div
    class="scene-marked"
    style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }}
  />
)

/** The marked window, kept in its place. */
export function MarkedWindow({ plot, window }: { readonly plot: Plot; readonly window: ViewWindow }) {
  const box = boxOf(plot, window)
  return box && <Marked box={box} />
}

/** What was marked, as people read it: how many dots, or from which period to which. */
function markedText(scene: XyScene, keys: readonly Cell[], window: ViewWindow): string {
  if (isDots(scene)) return `${keys.length.toLocaleString('en')} ${keys.length === 1 ? 'dot' : 'dots'}`
  const [first = null, last = null] = [keys[0], keys.at(-1)]
  if (scene.binWidth !== null) return spanText(scene, window)
  if (keys.length === 0) return 'Nothing stands here'
  return keys.length === 1 ? writeCell(first, scene.x) : `${writeCell(first, scene.x)} – ${writeCell(last, scene.x)}`
}

type Props = {
  readonly scene: XyScene
  readonly selected: NonNullable<Selection['selected']>
  readonly selection: Selection
}

/** What to do with a marked range. */
export function SelectionBar({ scene, selected: { window, hasFocus }, selection }: Props) {
  const first = useRef<HTMLButtonElement>(null)
  const { zoom, filter, forget } = selection
  useEffect(() => {
    if (hasFocus) first.current?.focus()
  }, [hasFocus])
  const keys = keysWithin(scene, window)
  const count = keys.length
  return (
    <div
      class="scene-selection"
      role="group"
      aria-label="What to do with the marked range"
      onKeyDown={(event) => event.key === 'Escape' && forget()}
    >
      <span class="scene-selection-text" role="status">
        {markedText(scene, keys, window)}
      </span>
      <button type="button" ref={first} onClick={zoom}>
        Zoom in
      </button>
      {filter && (
        <button type="button" onClick={filter} disabled={count === 0}>
          Show only these
        </button>
      )}
      <button type="button" onClick={forget}>
        Cancel
      </button>
    </div>
  )
}
