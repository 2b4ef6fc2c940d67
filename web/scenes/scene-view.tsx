import './scenes.css'
import type { Scene } from '#core/charts/chart.ts'
import type { Cell } from '#core/table/table.ts'
import { NumberView } from './number-view.tsx'
import { TableView } from './table-view.tsx'
import { XyView } from './xy-view.tsx'

type Props = {
  readonly scene: Scene
  /** What it shows, for those who cannot see it: the title of its tile. */
  readonly label: string
  /** A mark was chosen: the value of its category or position, and of its series, as a filter would name them. */
  readonly onPick?: ((value: Cell, series?: Cell) => void) | undefined
}

/** Draws a Scene into the whole of its parent, which must have a height. What is drawn, and not before, carries `data-scene`. */
export function SceneView({ scene, label, onPick }: Props) {
  return <div class="scene">{viewOf({ scene, label, onPick })}</div>
}

function viewOf({ scene, label, onPick }: Props) {
  switch (scene.kind) {
    case 'xy':
      return <XyView scene={scene} label={label} onPick={onPick} />
    case 'number':
      return <NumberView scene={scene} label={label} />
    case 'table':
      return <TableView scene={scene} label={label} onPick={onPick} />
    case 'empty':
      return (
        <p class="scene-empty" data-scene="empty">
          {scene.reason}
        </p>
      )
  }
}
