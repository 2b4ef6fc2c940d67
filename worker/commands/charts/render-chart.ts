import { z } from 'zod'
import type { ChartSpec } from '#core/charts/chart-spec.ts'
import { chartFor } from '#core/charts/recommend.ts'
import { knownChartSpec } from '#core/charts/registry.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { summaryOf } from '#core/charts/summary.ts'
import { fontsFor } from '#core/charts/svg/fonts.ts'
import { pngZoom } from '#core/charts/svg/png-zoom.ts'
import { sketchOf, textsOf, writeSvg } from '#core/charts/svg/svg-of.ts'
import { themeNames } from '#core/charts/svg/themes.ts'
import { explorationOf } from '#core/explore/query-of.ts'
import { titleOf } from '#core/explore/title.ts'
import { ok, type Result } from '#core/result.ts'
import { sceneToWire, type WireChart } from '#core/wire/scene.ts'
import { digest } from '../../security/digest.ts'
import { defineCommand, type Deps } from '../command.ts'
import { dataOf, openChart, queryInput, type ChartQuery } from './chart-query.ts'

/** Increment when the same chart may be drawn differently. */
const pictureVersion = 1

const input = z.object({
  query: queryInput,
  /** Missing: the chart that suits the result best. With a type alone, the columns are chosen. */
  chart: knownChartSpec.optional(),
  as: z.enum(['scene', 'svg', 'png']).default('svg'),
  /** In pixels; a PNG has twice as many. */
  width: z.int().min(160).max(2000).default(720),
  /** Missing: as tall as the chart needs. A chart with many rows grows beyond it. */
  height: z.int().min(100).max(2000).optional(),
  theme: z.enum(themeNames).default('light'),
  /** Missing: the title that the Query has; empty: none. */
  title: z.string().max(300).optional(),
  /** Whether an SVG holds our typeface or only names it. */
  fonts: z.enum(['embedded', 'named']).default('embedded'),
})
type Asked = z.output<typeof input>

/** A drawn chart: data, or the bytes of a picture. */
export type Rendered =
  | { readonly as: 'scene'; readonly value: WireChart }
  | { readonly as: 'svg' | 'png'; readonly bytes: Uint8Array<ArrayBuffer> }

async function sceneOf(chart: ChartQuery, asked: ChartSpec | null): Promise<Result<{ spec: ChartSpec; scene: Scene }>> {
  const data = await dataOf(chart)
  if (!data.ok) return data
  const spec = chartFor(asked, data.value)
  return ok({ spec, scene: sceneFor(spec, data.value) })
}

async function draw(deps: Deps, scene: Scene, asked: Asked & { readonly title: string }): Promise<Uint8Array> {
  const { as, width, height = null, theme, title, fonts } = asked
  const sketch = sketchOf(scene, { width, height, theme, title })
  const files = fontsFor(textsOf(sketch))
  if (as === 'png') return deps.drawPng(writeSvg(sketch), pngZoom(sketch.picture), await deps.typeface.openType(files))
  return new TextEncoder().encode(writeSvg(sketch, fonts === 'named' ? [] : await deps.typeface.embedded(files)))
}

/** The picture from the cache where it was drawn before. Its key says who may see what, as a result's key does. */
async function pictureOf(deps: Deps, chart: ChartQuery, asked: Asked): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const title = asked.title ?? titleOf(explorationOf(chart.asked), chart.open.model)
  const { query: _, ...options } = asked
  const key = digest(JSON.stringify([pictureVersion, chart.runnable.key, { ...options, title }]))
  const known = await deps.pictures.get(key)
  if (known) return ok(known)
  const drawn = await sceneOf(chart, asked.chart ?? null)
  if (!drawn.ok) return drawn
  const bytes = new Uint8Array(await draw(deps, drawn.value.scene, { ...asked, title }))
  deps.defer(deps.pictures.put(key, bytes, deps.config.query.keptSeconds))
  return ok(bytes)
}

export const renderChart = defineCommand({
  summary: 'Draw a Query’s result as a chart: as data, SVG or PNG.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 3 },
  input,
  async run(deps, asked): Promise<Result<Rendered>> {
    const chart = await openChart(deps, asked.query, asked.chart ?? null)
    if (!chart.ok) return chart
    if (asked.as !== 'scene') {
      const picture = await pictureOf(deps, chart.value, asked)
      return picture.ok ? ok({ as: asked.as, bytes: picture.value }) : picture
    }
    const drawn = await sceneOf(chart.value, asked.chart ?? null)
    if (!drawn.ok) return drawn
    const { spec, scene } = drawn.value
    return ok({ as: 'scene', value: { chart: spec, scene: sceneToWire(scene), summary: summaryOf(scene) } })
  },
})
