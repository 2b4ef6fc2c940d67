import { useRef } from 'preact/hooks'
import { firstRows } from '#core/charts/drawing/cuts.ts'
import { panelsFitting } from '#core/charts/drawing/facets.ts'
import type { Cell } from '#core/table/table.ts'
import { RowsLeft } from './rows-left.tsx'
import { SceneNote } from './scene-note.tsx'
import { useSize } from './use-size.ts'
import type { ViewProps } from './view-props.ts'
import { XyView } from './xy-view.tsx'

/** A panel for each group, in as many columns as there is room for. */
export function FacetsView({ scene: whole, label, onPick, more }: ViewProps<'facets'>) {
  const frame = useRef<HTMLUListElement>(null)
  const room = useSize(frame)
  const { scene, left } = more && room ? firstRows(whole, panelsFitting(room)) : { scene: whole, left: 0 }
  const { panels, note } = scene
  return (
    <figure class="scene-facets" data-scene="facets">
      <ul class="scene-panels" ref={frame} data-many={panels.length > 2 ? '' : undefined}>
        {panels.map(({ label: name, key, scene: panel }) => (
          <li key={name}>
            <p class="scene-panel-name" title={name}>
              {name}
            </p>
            <div class="scene-panel">
              <XyView
                scene={panel}
                label={`${label}: ${name}`}
                onPick={onPick && ((value: Cell) => onPick(value, key))}
              />
            </div>
          </li>
        ))}
      </ul>
      <SceneNote note={note} />
      <RowsLeft scene={whole} count={left} more={more} />
    </figure>
  )
}
