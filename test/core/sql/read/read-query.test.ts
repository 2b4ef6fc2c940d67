import { describe, expect, test } from 'vitest'
import { runQuery } from '#core/engine/run-query.ts'
import type { Query } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { writeQuery } from '#core/sql/compile-query.ts'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import { readQuery } from '#core/sql/read/read-query.ts'
import { viewOf } from '#core/sql/view.ts'
import { tableSource } from '#core/table/table-source.ts'
import type { Table } from '#core/table/table.ts'
import { difference } from '../../../eval/differential/compare.ts'
import { randomData } from '../../../eval/differential/data.ts'
import { randomQuery, type Subject } from '../../../eval/differential/random-query.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_125)
const count = Number(process.env['EDGEWISE_FUZZ'] ?? 1_200)

const random = seededRandom(seed)
const data = randomData(random, 200)
const [subject] = data.subjects as [Subject]
const table = data.tables['d'] as Table
const source = tableSource([table])
const tables = { d: viewOf('orders', subject.fields) }

/** Queries that are one statement. */
function plainQuery(from: Random): Query {
  for (;;) {
    const valid = validateQuery(randomQuery(from, subject), subject.fields)
    if (!valid.ok) continue
    const { top, compare, dimensions, measures } = valid.value
    const isPlain = top.length === 0 && !compare && measures.every(({ formula }) => formula === undefined)
    if (isPlain && dimensions.every(({ bins }) => bins === undefined)) return valid.value
  }
}

/** Time zones and calendars may stand in a Query that looks at no clock. */
const said = (asked: Query): string =>
  JSON.stringify({ ...asked, timeZone: undefined, weekStart: undefined, fiscalYearStart: undefined })

async function answer(query: Query): Promise<Table> {
  const found = await runQuery(query, source)
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

describe(`[R1] a Query that was written as SQL is read from it again (seed ${seed})`, () => {
  test('as the same Query, or as one with the same numbers', async () => {
    let [read, same] = [0, 0]
    for (let round = 0; round < count; round++) {
      const asked = plainQuery(random)
      const sql = writeQuery(asked, tables, duckdb)
      const found = readQuery(sql, tables)
      if (!found.ok) continue
      read++
      if (said(found.value) === said(asked)) same++
      else expect(difference(await answer(found.value), await answer(asked), new Map()), sql).toBeNull()
    }
    expect(read).toBeGreaterThan(count / 2)
    expect(same).toBeGreaterThan(read / 2)
  }, 120_000)

  test('also where days of the week, quarters, years and bins are reckoned otherwise', () => {
    const asked = {
      dataset: 'd',
      dimensions: [
        { column: 'day', grain: 'week' },
        { column: 'recent', grain: 'quarter' },
        { column: 'recent', part: 'dayOfWeek' },
        { column: 'took', binWidth: 900_000 },
        { column: 'rate', binWidth: 0.25 },
      ],
      measures: [
        { aggregate: 'sd', column: 'amount' },
        { aggregate: 'sum', column: 'flag' },
      ],
      weekStart: 'wednesday',
      fiscalYearStart: 4,
      timeZone: 'UTC',
    } as const
    const valid = validateQuery(asked, subject.fields)
    if (!valid.ok) throw new Error(valid.error.message)
    expect(readQuery(writeQuery(valid.value, tables, duckdb), tables)).toEqual(valid)
  })
})

test('[R8] SQL that lost or doubled a piece is read or refused, at a place within it, and never throws', () => {
  const broken = seededRandom(seed + 1)
  let refused = 0
  for (let round = 0; round < count; round++) {
    const pieces = writeQuery({ ...plainQuery(broken), timeZone: 'UTC' }, tables, duckdb).split(/(?<=[\s(),"'])/)
    const at = broken.below(pieces.length)
    pieces.splice(at, broken.below(2), ...(broken.chance(0.5) ? [pieces[broken.below(pieces.length)] ?? ''] : []))
    const sql = pieces.join('')
    const found = readQuery(sql, tables)
    if (found.ok) continue
    refused++
    const { from, to } = found.error.place ?? { from: 0, to: sql.length }
    expect(from >= 0 && to <= sql.length && from <= to, sql).toBe(true)
  }
  expect(refused).toBeGreaterThan(count / 5)
})

test('[R8] parts of a WITH that double one another are refused at once', () => {
  const parts = Array.from({ length: 40 }, (_, at) => `p${at + 1} AS (SELECT x + x AS x FROM p${at})`)
  const sql = `WITH p0 AS (SELECT amount AS x FROM orders), ${parts.join(', ')} SELECT sum(x) FROM p40`
  expect(readQuery(sql, tables)).toMatchObject({ ok: false, error: { code: 'sql/no-counterpart' } })
})
