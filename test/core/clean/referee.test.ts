import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { batchOf } from '#core/clean/row-source.ts'
import { cleanRows } from '#core/clean/run-recipe.ts'
import type { RecipeStep } from '#core/clean/recipe.ts'
import { createReferee, type Referee } from '../engine/referee/referee.ts'
import { columnOf, cut, rowsOf, written } from '../../support/clean-rows.ts'
import { parquetBytes } from '../../support/parquet-bytes.ts'
import { seededRandom } from '../../support/random.ts'

const seed = Number(process.env['SEED'] ?? 4711)
const random = seededRandom(seed)
const many = <Value>(make: () => Value): Value[] => Array.from({ length: 3000 }, make)
const { fields, rows } = rowsOf({
  city: { type: 'text', values: many(() => random.pick(['Rome', 'Oslo', 'Bonn', null])) },
  kind: { type: 'text', values: many(() => random.pick(['a', 'b'])) },
  size: { type: 'integer', values: many(() => (random.chance(0.2) ? null : random.below(5))) },
  /** The referee's table has it. */
  took: { type: 'duration', values: many(() => null) },
  price: { type: 'decimal', values: many(() => (random.chance(0.1) ? null : random.next() ** 4 * 1000)) },
})
const batches = cut(rows, 700)

let referee: Referee
beforeAll(async () => {
  referee = await createReferee()
  await referee.load(await parquetBytes([batchOf(rows, 0).table], fields))
})
afterAll(() => referee.close())

const clean = (step: RecipeStep) => cleanRows({ schema: 1, steps: [step] }, fields, batches)
const figure = async (sql: string): Promise<number> => Number((await referee.rows(sql))[0]?.[0])

describe(`native DuckDB finds the same (seed ${seed})`, () => {
  test.each([
    ['mean', 'avg(price)'],
    ['median', 'median(price)'],
  ])('[S12] %s', async (method, sql) => {
    const { log } = await clean({ step: 'fill-missing', settings: { column: 'price', method } })
    const expected = await figure(`SELECT ${sql} FROM t`)
    expect(Number(log.steps[0]?.learned[method])).toBeCloseTo(expected, 9)
    expect(log.steps[0]?.figures?.cellsChanged).toBe(await figure('SELECT count(*) FROM t WHERE price IS NULL'))
  })

  test('[S12] the most frequent value', async () => {
    const { log } = await clean({ step: 'fill-missing', settings: { column: 'size', method: 'mode' } })
    const expected = 'SELECT size FROM t WHERE size IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1'
    expect(log.steps[0]?.learned['mode']).toBe(await figure(expected))
  })

  test('[S12] fences and what lies beyond them', async () => {
    const { log } = await clean({ step: 'cap-outliers', settings: { column: 'price', action: 'remove' } })
    const fences = 'WITH q AS (SELECT quantile_cont(price, 0.25) AS a, quantile_cont(price, 0.75) AS b FROM t)'
    const [low, high] = ['low', 'high'].map((name) => Number(log.steps[0]?.learned[name])) as [number, number]
    expect(low).toBeCloseTo(await figure(`${fences} SELECT a - 1.5 * (b - a) FROM q`), 8)
    expect(high).toBeCloseTo(await figure(`${fences} SELECT b + 1.5 * (b - a) FROM q`), 8)
    const beyond = await figure(`SELECT count(*) FROM t WHERE price < ${low} OR price > ${high}`)
    expect(3000 - log.after.rows).toBe(beyond)
  })

  test.each([
    ['whole rows', [], 'SELECT count(*) FROM (SELECT DISTINCT city, kind, size, price FROM t)'],
    ['two columns', ['city', 'size'], 'SELECT count(*) FROM (SELECT DISTINCT city, size FROM t)'],
  ])('[S13] duplicates by %s', async (_, columns, sql) => {
    const { log } = await clean({ step: 'remove-duplicates', settings: { columns } })
    expect(log.after.rows).toBe(await figure(sql))
  })

  test.each([
    ['first', 'min'],
    ['last', 'max'],
  ])('[S13] keeping the %s of equal rows', async (keep, pick) => {
    const { rows: after } = await clean({ step: 'remove-duplicates', settings: { columns: ['city', 'size'], keep } })
    const expected = await referee.rows(`SELECT ${pick}(row_number) FROM t GROUP BY city, size ORDER BY 1`)
    expect(written(after).map((row) => row[''])).toEqual(expected.map(([number]) => String(number)))
  })

  test('[S14] the value of the row before', async () => {
    const { rows: after } = await clean({ step: 'fill-missing', settings: { column: 'city', method: 'previous' } })
    const expected = await referee.rows(
      'SELECT last_value(city IGNORE NULLS) OVER (ORDER BY row_number) FROM t ORDER BY row_number',
    )
    expect(columnOf(after, 'city')).toEqual(expected.map(([city]) => city))
  })
})
