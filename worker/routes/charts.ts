import { z } from '@hono/zod-openapi'
import type { DescribedChartType } from '#core/charts/describe.ts'
import { drillDownChart, type WireDrilled } from '../commands/charts/drill-down.ts'
import { listChartTypes } from '../commands/charts/list-chart-types.ts'
import { recommendCharts, type Recommended } from '../commands/charts/recommend-charts.ts'
import { renderChart, type Rendered } from '../commands/charts/render-chart.ts'
import { querySchema } from '../http/json-schema.ts'
import { perform } from '../http/perform.ts'
import { respond, respondFailure } from '../http/respond.ts'
import { body, commandRoute, rawRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'

const tag = 'Charts'

/** What the product wrote itself is not checked again on its way out. */
const described = <Value>(type: 'array' | 'object', description: string) =>
  z.custom<Value>().openapi({ type, description, ...(type === 'array' ? { items: { type: 'object' } } : {}) })

const query = z.looseObject({ dataset: z.string() }).openapi(querySchema)

const routes = {
  types: commandRoute(listChartTypes, {
    method: 'get',
    path: '/charts/types',
    tag,
    request: {},
    data: described<readonly DescribedChartType[]>('array', 'Chart types, with their settings as JSON Schema.'),
  }),
  recommend: commandRoute(recommendCharts, {
    method: 'post',
    path: '/charts/recommend',
    tag,
    request: { body: body(recommendCharts.input.extend({ query })) },
    data: described<readonly Recommended[]>('array', 'Charts, each with its spec, its score and the reason.'),
  }),
  render: rawRoute(renderChart, {
    method: 'post',
    path: '/charts/render',
    tag,
    request: { body: body(renderChart.input.extend({ query })) },
    gives: 'An SVG or a PNG; for `scene` JSON with the spec, what to draw, and what it shows in a sentence.',
  }),
  drill: commandRoute(drillDownChart, {
    method: 'post',
    path: '/charts/drilldown',
    tag,
    request: { body: body(drillDownChart.input.extend({ query })) },
    data: described<WireDrilled>('object', 'The Query of the rows behind the mark, and Queries that ask more closely.'),
  }),
}

const types = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const
/** A picture opened by itself runs no script and fetches nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"

const pictureOf = ({ as, bytes }: Extract<Rendered, { as: 'svg' | 'png' }>): Response =>
  new Response(bytes, { headers: { 'content-type': types[as], 'content-security-policy': policy } })

/** Chart types, recommendations, pictures and drill-downs. */
export const chartRoutes = newRoutes()
  .openapi(routes.types, async (c) => respond(c, await perform(c, listChartTypes, {})))
  .openapi(routes.recommend, async (c) => respond(c, await perform(c, recommendCharts, c.req.valid('json'))))
  .openapi(routes.render, async (c) => {
    const drawn = await perform(c, renderChart, c.req.valid('json'))
    if (!drawn.ok) return respondFailure(c, drawn.error)
    return drawn.value.as === 'scene' ? respond(c, { ok: true, value: drawn.value.value }) : pictureOf(drawn.value)
  })
  .openapi(routes.drill, async (c) => respond(c, await perform(c, drillDownChart, c.req.valid('json'))))
