import { beforeAll, describe, expect, test } from 'vitest'
import type { DescribedChartType } from '#core/charts/describe.ts'
import type { Query } from '#core/query/query.ts'
import { chartTypeIds } from '#core/charts/registry.ts'
import type { WireChart } from '#core/wire/scene.ts'
import type { WireTable } from '#core/wire/wire-table.ts'
import type { Recommended } from '#worker/commands/charts/recommend-charts.ts'
import { ready } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

let visitor: Visitor
let dataset: string

beforeAll(async () => {
  visitor = await guest()
  dataset = (await ready(visitor)).id
}, 60_000)

const byRegion = () => ({
  dataset,
  dimensions: [{ column: 'Region' }],
  measures: [{ aggregate: 'sum', column: 'Amount' }],
})

const render = (body: object): Promise<Response> => visitor.send('POST', '/api/v1/charts/render', { body })

describe('chart types', () => {
  test('[CH5] are listed with the columns they take and the schema of their settings', async () => {
    const types = await visitor.get<readonly DescribedChartType[]>('charts/types')
    expect(types.map(({ id }) => id)).toEqual(chartTypeIds)
    const bar = types.find(({ id }) => id === 'bar')
    expect(bar?.channels[0]).toMatchObject({ id: 'x', isRequired: true })
    expect(bar?.settings).toMatchObject({ type: 'object', properties: { direction: { default: 'auto' } } })
  })

  test('are recommended for a Query with score and reason, best first', async () => {
    const found = await visitor.post<readonly Recommended[]>('charts/recommend', { query: byRegion(), limit: 3 })
    expect(found).toHaveLength(3)
    expect(found[0]).toMatchObject({ type: 'bar', title: 'Bar chart', spec: { type: 'bar' } })
    expect(found[0]?.reason).toMatch(/^Bars compare regions/)
    const scores = found.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })
})

describe('a chart', () => {
  test('[CH7] is drawn as data, as the page draws it', async () => {
    const body = { query: byRegion(), chart: { type: 'pie' }, as: 'scene' }
    const { chart, scene, summary } = await visitor.post<WireChart>('charts/render', body)
    expect(chart).toMatchObject({ type: 'pie', channels: { x: ['Region'], y: ['Total Amount'] } })
    expect(scene).toMatchObject({ kind: 'parts', shape: 'pie', total: 1000 })
    expect(summary).toMatch(/^4 parts: West 400/)
  })

  test('[CH7] is drawn as SVG that holds its typeface and fetches nothing', async () => {
    const response = await render({ query: byRegion() })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const svg = await response.text()
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720"/)
    expect(svg).toContain('>Total amount by region<')
    expect(svg).toContain('src:url(data:font/woff2;base64,')
    expect(svg).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    const named = await (await render({ query: byRegion(), fonts: 'named', title: '' })).text()
    expect(named).not.toContain('@font-face')
    expect(named).not.toContain('>Total amount by region<')
  })

  test('[CH6] is drawn as PNG of twice its size', async () => {
    const response = await render({ query: byRegion(), as: 'png', width: 400, height: 240 })
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = new DataView(await response.arrayBuffer())
    expect(bytes.getUint32(0)).toBe(0x89504e47)
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([800, 480])
    expect(bytes.byteLength).toBeGreaterThan(4000)
  })

  test('asked for again comes as it was, and with other settings anew', async () => {
    const first = await (await render({ query: byRegion() })).text()
    expect(await (await render({ query: byRegion() })).text()).toBe(first)
    const chart = { type: 'bar', settings: { direction: 'lying' } }
    expect(await (await render({ query: byRegion(), chart })).text()).not.toBe(first)
    expect(await (await render({ query: byRegion(), theme: 'dark' })).text()).not.toBe(first)
  })

  test.each([
    ['a type that there is not', { chart: { type: 'pie in the sky' } }, 'No such chart type'],
    ['a setting that its type does not take', { chart: { type: 'bar', settings: { direction: 'up' } } }, 'direction'],
    ['a size without measure', { width: 100_000 }, 'width'],
    ['a form that there is not', { as: 'gif' }, 'as'],
  ])('[CH5] with %s is refused, with the reason', async (_, wrong, said) => {
    const refusal = await visitor.refused('POST', 'charts/render', { body: { query: byRegion(), ...wrong } })
    expect(refusal).toMatchObject({ status: 400, code: 'request/invalid' })
    expect(refusal.message).toContain(said)
  })

  test('of a column that there is not is refused with the nearest', async () => {
    const query = { dataset, measures: [{ aggregate: 'sum', column: 'Amuont' }] }
    const refusal = await visitor.refused('POST', 'charts/render', { body: { query } })
    expect(refusal).toMatchObject({ status: 422, code: 'query/unknown-column' })
  })

  test.each(['recommend', 'render', 'drilldown'])('of another workspace is not found: %s', async (verb) => {
    const stranger = await guest()
    const mark = [{ by: 'Region', value: 'West' }]
    const refusal = await stranger.refused('POST', `charts/${verb}`, {
      body: { query: byRegion(), ...(verb === 'drilldown' ? { mark } : {}) },
    })
    expect(refusal.code).toBe('dataset/not-found')
  })
})

describe('a drill-down', () => {
  type Drilled = { readonly rows: Query; readonly closer: readonly { readonly title: string; readonly query: Query }[] }
  const drill = (body: object): Promise<Drilled> => visitor.post<Drilled>('charts/drilldown', body)

  test('leads to the rows of a mark, and to Queries that ask more closely', async () => {
    const query = {
      dataset,
      dimensions: [{ column: 'Day', grain: 'month' }],
      measures: [{ aggregate: 'count' }],
    }
    const { rows, closer } = await drill({ query, mark: [{ by: 'Day (month)', value: '2024-02-01' }] })
    expect(closer[0]?.title).toBe('by day')
    const days = await visitor.post<WireTable>('query', closer[0]?.query)
    expect(days.rows.every(([day]) => String(day).startsWith('2024-02'))).toBe(true)
    const months = await visitor.post<WireTable>('query', query)
    const listed = await visitor.post<WireTable>('query', { ...rows, limit: 10_000 })
    expect(listed.rows.length).toBe(months.rows.find(([month]) => month === '2024-02-01')?.[1])
  })

  test('of a column that the Query does not group by is refused', async () => {
    const refusal = await visitor.refused('POST', 'charts/drilldown', {
      body: { query: byRegion(), mark: [{ by: 'City', value: 'Berlin' }] },
    })
    expect(refusal.message).toBe('The query does not group by “City”. It groups by: Region.')
  })
})
