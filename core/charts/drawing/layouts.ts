import type { Scene, SceneKind } from '../scenes.ts'
import { layBoxes } from './boxes.ts'
import { layCalendar } from './calendar.ts'
import type { Drawing, Layout, Room } from './drawing.ts'
import { layFacets } from './facets.ts'
import { layNumber } from './figure.ts'
import { layMatrix } from './matrix.ts'
import { layMeters } from './meters.ts'
import { layEmpty } from './nothing.ts'
import { layParts } from './parts.ts'
import { layTable } from './rows.ts'
import { laySlopes } from './slopes.ts'
import { layStems } from './stems.ts'
import { laySteps } from './steps.ts'
import { layXy } from './xy.ts'

/** How each kind of scene is laid out where no page draws it. */
const layouts: { readonly [Kind in SceneKind]: Layout<Kind> } = {
  xy: layXy,
  number: layNumber,
  table: layTable,
  parts: layParts,
  matrix: layMatrix,
  calendar: layCalendar,
  boxes: layBoxes,
  meters: layMeters,
  slopes: laySlopes,
  stems: layStems,
  steps: laySteps,
  facets: layFacets,
  empty: layEmpty,
}

/** A scene laid out in a room. */
export const layScene = (scene: Scene, room: Room): Drawing => (layouts[scene.kind] as Layout<SceneKind>)(scene, room)
