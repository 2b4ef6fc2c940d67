import { describe, expect, test } from 'vitest'
import { openRowView, type RowChoice } from '#core/engine/rows/row-view.ts'
import { searchFilter } from '#core/engine/rows/search-filter.ts'
import { Cancelled } from '#core/engine/scan.ts'
import type { Filter } from '#core/query/filter.ts'
import type { QueryInput, Sort } from '#core/query/query.ts'
import { cachingSource } from '#core/table/caching-source.ts'
import type { Source } from '#core/table/source.ts'
import { toRows } from '#core/table/table.ts'
import { openParquet, parquetBytes } from '../../support/parquet-bytes.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { dataset, moments, numbers, rowsOf as rowsOfQuery, sourceOf, texts } from './asking.ts'
import { randomQuery } from './referee/random-query.ts'
import { randomFields, randomTable } from './referee/random-table.ts'

const rowsOf = async (source: Source, choice: Partial<RowChoice>, [from, to]: readonly [number, number]) => {
  const view = await openRowView(source, { filters: [], sort: [], ...choice })
  const { table, numbers: places } = await view.read(
    from,
    to,
    source.fields.map(({ name }) => name),
  )
  return { all: view.rows, rows: toRows(table), places: [...places] }
}

describe('[V] a view of rows', () => {
  const source = sourceOf(
    texts('city', ['Rome', null, 'Oslo', 'Rome', 'Århus']),
    numbers('sold', 'integer', [3, 1, null, 2, 3]),
    moments('day', ['2024-01-02', '2024-02-01', null, '2023-05-05', '2024-01-31'], 'date'),
  )

  test('[V1] without a choice the rows stand as in the file, and a stretch past the end is cut', async () => {
    const { all, rows, places } = await rowsOf(source, {}, [3, 99])
    expect(all).toBe(5)
    expect(places).toEqual([3, 4])
    expect(rows.map((row) => row['city'])).toEqual(['Rome', 'Århus'])
  })

  test('[V2] nulls come last either way, and ties keep the order of the file', async () => {
    const ascending = await rowsOf(source, { sort: [{ by: 'sold', direction: 'ascending' }] }, [0, 5])
    expect(ascending.places).toEqual([1, 3, 0, 4, 2])
    const descending = await rowsOf(source, { sort: [{ by: 'sold', direction: 'descending' }] }, [0, 5])
    expect(descending.places).toEqual([0, 4, 3, 1, 2])
    const byText = await rowsOf(source, { sort: [{ by: 'city', direction: 'ascending' }] }, [0, 5])
    expect(byText.places).toEqual([2, 0, 3, 4, 1])
  })

  test.each([
    ['rom', [0, 3]],
    ['3', [0, 4]],
    ['2024-01', [0, 4]],
    ['2024', [0, 1, 4]],
    ['nowhere', []],
  ])('[V3] searching for “%s” finds it in texts, numbers and moments', async (words, found) => {
    const filter = searchFilter(source.fields, words)
    const { places } = await rowsOf(source, { filters: filter ? [filter] : [] }, [0, 5])
    expect(places).toEqual(found)
  })

  test('[V3] no words are no search', () => expect(searchFilter(source.fields, '  ')).toBeNull())

  test('[V5] a signal stops the work', async () => {
    const choice: RowChoice = { filters: [], sort: [{ by: 'sold', direction: 'ascending' }] }
    await expect(openRowView(source, choice, AbortSignal.abort())).rejects.toThrow(Cancelled)
  })
})

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_124)

describe(`[V4, V6] any stretch is what a Query lists, from a memory that holds only some columns (seed ${seed})`, () => {
  test.each([1, 40, 900])('of %i rows', async (rows) => {
    const random = seededRandom(seed + rows)
    const bytes = await parquetBytes([randomTable(random, rows)], randomFields, Math.ceil(rows / 4))
    const source = cachingSource(await openParquet(bytes), 4_000)
    for (let round = 0; round < 60; round++) {
      const [filters, sort] = [random.chance(0.5) ? randomFilters(random) : [], randomSort(random)]
      const calendar = random.pick(calendars)
      const columns = [random.pick(randomFields).name, 'code']
      const view = await openRowView(source, { filters, sort, calendar })
      const from = random.below(rows + 3)
      const { table } = await view.read(from, from + 25, columns)
      const query = { dataset, columns, filters, sort: [...sort], offset: from, limit: 25, ...calendar }
      expect(toRows(table), JSON.stringify(query)).toEqual(await listing(query, source))
    }
  })
})

const calendars = [{}, { timeZone: 'America/St_Johns', weekStart: 'saturday', fiscalYearStart: 10 }] as const

const randomSort = (random: Random): Sort[] =>
  Array.from({ length: random.below(3) }, () => ({
    by: random.pick(randomFields).name,
    direction: random.pick(['ascending', 'descending'] as const),
  })).filter(({ by }, at, all) => all.findIndex((each) => each.by === by) === at)

/** Filters of a random Query, so that all kinds of them come up. */
function randomFilters(random: Random): Filter[] {
  const { filters = [] } = randomQuery(random)
  return filters as Filter[]
}

/** What the engine lists; it is held to native DuckDB elsewhere. A Query sorts only by what it lists, a view by any column. */
async function listing(query: QueryInput & { columns: string[] }, source: Source) {
  const columns = [...new Set([...query.columns, ...(query.sort ?? []).map(({ by }) => by)])]
  const rows = await rowsOfQuery({ ...query, columns }, source)
  return rows.map((row) => Object.fromEntries(query.columns.map((name) => [name, row[name] ?? null])))
}
