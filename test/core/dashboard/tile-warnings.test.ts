import { beforeAll, describe, expect, test } from 'vitest'
import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { warningsOfTile } from '#core/dashboard/tile-warnings.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import { renameColumn } from '#core/query/rename-column.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

const rows = Array.from({ length: 60 }, (_, row) => [row % 3 === 0 ? 'North' : 'South', 10 + (row % 7), row % 2])
const table = (header: string, amount: (value: number) => string = String): string =>
  [header, ...rows.map(([region, value, flag]) => `${region},${amount(Number(value))},${flag}`)].join('\n')

const asked = (input: Omit<QueryInput, 'dataset'>) => ({ query: query.parse({ dataset: 'd', ...input }) })
const byRegion = asked({
  dimensions: [{ column: 'Region' }],
  measures: [{ aggregate: 'sum', column: 'Amount', filter: { op: 'greater', column: 'Amount', value: 11 } }],
  filters: [{ op: 'not', filter: { op: 'in', column: 'Region', values: ['East'] } }],
  sort: [{ by: 'Total Amount', direction: 'descending' }],
})

let before: LoadedText
beforeAll(async () => {
  before = await loadText('orders.csv', table('Region,Amount,Flag'))
})

async function warnings(text: string, tile = byRegion) {
  const after = await loadText('orders.csv', text)
  return warningsOfTile(tile, after.model, findDrift(before.profile, after.profile))
}

describe('a tile', () => {
  test('[W1] whose columns are there is not warned of, whatever else changed', async () => {
    expect(await warnings(table('Region,Amount,Flag'))).toEqual([])
    expect(await warnings(table('Region,Amount,Channel'))).toEqual([])
    expect(await warnings(table('Region,Amount,Flag', (value) => `${value}.5`))).toEqual([])
  })

  test('[W2] of a column that went names it, and the one in its place', async () => {
    expect(await warnings(table('Region,Turnover,Flag'))).toEqual([
      { column: 'Amount', instead: 'Turnover', text: '“Amount” is gone; “Turnover” looks like it.' },
    ])
    const gone = 'Region,Flag\nNorth,1\nSouth,0'
    expect(await warnings(gone)).toEqual([{ column: 'Amount', instead: null, text: '“Amount” is gone.' }])
  })

  test('[W3] of a column of another kind says so', async () => {
    expect(await warnings(table('Region,Amount,Flag', (value) => `about ${value}`))).toEqual([
      { column: 'Amount', instead: null, text: '“Amount” held whole numbers and holds text now.' },
    ])
  })

  test('[W4] mended asks the same of the other column, under the same names', async () => {
    const after = await loadText('orders.csv', table('Region,Turnover,Flag'))
    const mended = renameColumn(byRegion.query, { from: 'Amount', to: 'Turnover' })
    expect(mended.measures.map(nameOfMeasure)).toEqual(byRegion.query.measures.map(nameOfMeasure))
    expect(warningsOfTile({ query: mended }, after.model, [])).toEqual([])
    expect(await runQuery(mended, after.source)).toEqual(await runQuery(byRegion.query, before.source))
  })
})
