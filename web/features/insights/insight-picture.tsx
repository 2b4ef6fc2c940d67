import { useEffect, useState } from 'preact/hooks'
import { chartData } from '#core/charts/chart-data.ts'
import type { ChartSpec } from '#core/charts/chart.ts'
import { heightOf } from '#core/charts/drawing/heights.ts'
import { serves } from '#core/charts/intent.ts'
import { rankCharts, recommendChart } from '#core/charts/recommend.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Scene } from '#core/charts/scenes.ts'
import type { Insight } from '#core/insight/insight.ts'
import { pictures } from '#core/insight/picture.ts'
import { type Query, query as querySchema } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { InsightScreen } from './model.ts'

/** An insight made visible: its Query, chart and scene. */
export type Drawn = {
  readonly query: Query
  readonly chart: ChartSpec
  readonly scene: Scene
  /** The chart shows the first rows only. */
  readonly isCut: boolean
}

function draw(table: Table, query: Query, { kind }: Insight, model: SemanticModel): Drawn {
  const data = chartData(table, query, model)
  const { wants } = pictures[kind]
  const ranked = rankCharts(data, { wants: [wants] })
  const chart = ranked.find(({ type }) => serves(type, wants))?.spec ?? recommendChart(data)
  return { query, chart, scene: sceneFor(chart, data), isCut: table.rows === query.limit }
}

/** The picture of an insight; undefined until it is computed, null where that fails. */
export function useDrawn(insight: Insight, model: SemanticModel, run: InsightScreen['run']): Drawn | null | undefined {
  const [drawn, setDrawn] = useState<Drawn | null | undefined>(undefined)
  useEffect(() => {
    const leaving = new AbortController()
    const query = querySchema.parse(pictures[insight.kind].query(insight))
    const show = (next: Drawn | null): void => {
      if (!leaving.signal.aborted) setDrawn(next)
    }
    run(query, leaving.signal).then(
      (table) => show(table.ok ? draw(table.value, query, insight, model) : null),
      () => show(null),
    )
    return () => leaving.abort()
  }, [insight, model])
  return drawn
}

const usualHeight = 260

/** All groups of a matrix are shown: the one that the sentence tells of may be the last. */
function heightFor(scene: Scene): number {
  const wished = heightOf(scene) ?? usualHeight
  return scene.kind === 'matrix' ? wished : Math.min(wished, usualHeight)
}

export function InsightPicture({ drawn, label }: { readonly drawn: Drawn | null | undefined; readonly label: string }) {
  if (drawn === null) return <p class="small muted">The chart could not be drawn.</p>
  const height = drawn ? heightFor(drawn.scene) : usualHeight
  return (
    <div class="insight-scene" data-kind={drawn?.scene.kind} style={{ height: `${height}px` }}>
      {drawn ? <SceneView scene={drawn.scene} label={label} /> : <Skeleton height="100%" />}
    </div>
  )
}
