import type { ChartSpec } from './chart-spec.ts'
import type { ChartData } from './chart.ts'
import { completed, fits, recommendChart } from './recommend.ts'
import { joinNotes } from './pivot.ts'
import { chartTypeOf } from './registry.ts'
import type { Scene } from './scenes.ts'

const nothing: Scene = { kind: 'empty', reason: 'No rows match.' }

/** What the spec says of itself stands with what its scene leaves out. */
function remarked(scene: Scene, remark: string | undefined): Scene {
  if (remark === undefined || scene.kind === 'number' || scene.kind === 'empty') return scene
  return { ...scene, note: joinNotes(remark, scene.note ?? null) ?? '' }
}

const draw = (spec: ChartSpec, data: ChartData): Scene =>
  remarked(chartTypeOf(spec.type)?.scene(spec, data) ?? nothing, spec.remark)

/**
 * What to see of a result. Without a spec the best chart is chosen; a spec that no longer fits the result
 * keeps its type where that can show the result, and else gives way to the best chart.
 */
export function sceneFor(asked: ChartSpec | null, data: ChartData): Scene {
  if (data.table.rows === 0) return nothing
  if (asked === null) return draw(recommendChart(data), data)
  const type = chartTypeOf(asked.type)
  const spec = completed(asked, data)
  if (type && fits(spec, data)) return draw(spec, data)
  const sameType = type !== null && type.suits(data) > 0
  return draw(sameType ? { ...type.specFor(data), settings: asked.settings } : recommendChart(data), data)
}
