import { Maximize2, Minus, Plus, TextSelect } from 'lucide'
import { Icon } from '../ui/icon.tsx'
import type { Looking } from './use-view-window.ts'

type Props = {
  readonly looking: Looking
  readonly isSelecting: boolean
  readonly onSelecting: (isSelecting: boolean) => void
}

/** Zooming by buttons, and marking a range by touch: there when the chart is pointed at, has the focus or is zoomed. */
export function ViewTools({ looking, isSelecting, onSelecting }: Props) {
  const { window, zoomIn, zoomOut, reset } = looking
  return (
    <div class="scene-tools" role="group" aria-label="Zoom" data-zoomed={window ? '' : undefined}>
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoomIn()}>
        <Icon icon={Plus} size={14} />
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" disabled={!window} onClick={() => zoomOut()}>
        <Icon icon={Minus} size={14} />
      </button>
      <button type="button" aria-label="Show all" title="Show all (0)" disabled={!window} onClick={reset}>
        <Icon icon={Maximize2} size={13} />
      </button>
      <button
        type="button"
        class="scene-tools-touch"
        aria-label="Mark a range"
        aria-pressed={isSelecting}
        title="Mark a range by one finger"
        onClick={() => onSelecting(!isSelecting)}
      >
        <Icon icon={TextSelect} size={14} />
      </button>
    </div>
  )
}
