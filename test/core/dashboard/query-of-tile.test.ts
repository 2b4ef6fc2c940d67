import { expect, test } from 'vitest'
import { queryOfTile } from '#core/dashboard/query-of-tile.ts'
import { query } from '#core/query/query.ts'
import type { Filter } from '#core/query/filter.ts'
import { shop } from '../../support/chart-tables.ts'

const own: Filter = { op: 'in', column: 'Product', values: ['Tea'] }
const north: Filter = { op: 'in', column: 'Region', values: ['North'] }
const foreign: Filter = { op: 'isNull', column: 'Elsewhere' }
const asked = query.parse({ dataset: 'orders', measures: [{ aggregate: 'count' }], filters: [own] })

test('[F1] a filter of the dashboard is added to what the tile asks by itself', () => {
  expect(queryOfTile({ query: asked }, { filters: [north] }, shop).filters).toEqual([own, north])
})

test('[F1] a filter on a column that the dataset lacks leaves the tile alone, wherever the column stands in it', () => {
  const mixed: Filter = { op: 'or', filters: [north, { op: 'not', filter: foreign }] }
  expect(queryOfTile({ query: asked }, { filters: [foreign, mixed] }, shop)).toBe(asked)
  expect(queryOfTile({ query: asked }, { filters: [foreign, north] }, shop).filters).toEqual([own, north])
})
