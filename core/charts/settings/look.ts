import type { Format } from '../../semantic/vocabulary.ts'
import type { Scene, SceneColumn, SceneKind, SceneOf, XyScene } from '../scenes.ts'
import { referenceLines, trendLines } from './lines.ts'
import { turnOf, type Look } from './shared.ts'

const as = (column: SceneColumn, format: Format): SceneColumn => ({ ...column, format })

type Rewrites = { readonly [Kind in SceneKind]?: (scene: SceneOf<Kind>, format: Format) => SceneOf<Kind> }

/** Which of a scene's columns hold its figures. */
const figures: Rewrites = {
  xy: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  number: (scene, format) => ({ ...scene, format }),
  parts: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  matrix: (scene, format) => ({ ...scene, value: as(scene.value, format) }),
  calendar: (scene, format) => ({ ...scene, value: as(scene.value, format) }),
  boxes: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  meters: (scene, format) => ({
    ...scene,
    y: as(scene.y, format),
    target: scene.target && as(scene.target, format),
  }),
  slopes: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  stems: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  steps: (scene, format) => ({ ...scene, y: as(scene.y, format) }),
  facets: (scene, format) => ({
    ...scene,
    panels: scene.panels.map((panel) => ({ ...panel, scene: { ...panel.scene, y: as(panel.scene.y, format) } })),
  }),
}

function withNumbers(scene: Scene, { numbers }: Look): Scene {
  const rewrite = figures[scene.kind] as ((scene: Scene, format: Format) => Scene) | undefined
  return numbers === undefined || numbers === 'own' || rewrite === undefined ? scene : rewrite(scene, numbers as Format)
}

/** An axis that would end before it begins keeps its own ends. */
function withBounds(scene: XyScene, { axisFrom = null, axisTo = null }: Look): XyScene {
  if ((axisFrom === null && axisTo === null) || (axisFrom !== null && axisTo !== null && axisFrom >= axisTo))
    return scene
  return { ...scene, bounds: { min: axisFrom, max: axisTo } }
}

function withLines(scene: XyScene, look: Look): XyScene {
  const [lines, trends] = [referenceLines(scene, look), trendLines(scene, look)]
  return { ...scene, ...(lines.length > 0 ? { lines } : {}), ...(trends.length > 0 ? { trends } : {}) }
}

/** A scene with the shared settings that its type takes. */
export function withLook(scene: Scene, look: Look): Scene {
  const numbered = withNumbers(scene, look)
  const drawn = numbered.kind === 'xy' ? withLines(withBounds(numbered, look), look) : numbered
  const turn = turnOf(look)
  return turn === 0 ? drawn : { ...drawn, turn }
}
