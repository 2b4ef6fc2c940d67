import type { Cell } from '#core/table/table.ts'
import { SceneNote } from './scene-note.tsx'
import type { ViewProps } from './view-props.ts'
import { XyView } from './xy-view.tsx'

/** A panel for each group, in as many columns as there is room for. */
export function FacetsView({ scene, label, onPick }: ViewProps<'facets'>) {
  const { panels, note } = scene
  return (
    <figure class="scene-facets" data-scene="facets">
      <ul class="scene-panels" data-many={panels.length > 2 ? '' : undefined}>
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
    </figure>
  )
}
