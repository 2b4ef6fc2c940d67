import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partOfSource } from '#core/engine/parts/part-of-source.ts'
import { runInParts } from '#core/engine/parts/run-in-parts.ts'
import { runPart } from '#core/engine/parts/run-part.ts'
import { runQuery } from '#core/engine/run-query.ts'
import type { Query } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Result } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Cell, cellAt, type NumberColumn, type Table } from '#core/table/table.ts'
import { openParquet, parquetBytes } from '../../support/parquet-bytes.ts'
import { seededRandom } from '../../support/random.ts'
import { randomQuery } from './referee/random-query.ts'
import { randomFields, randomTable } from './referee/random-table.ts'
import { createReferee, type Referee } from './referee/referee.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_121)
const queriesPerTable = Number(process.env['EDGEWISE_FUZZ'] ?? 80)
const sizes = [0, 1, 2, 40, 900, 5_000]

let referee: Referee
beforeAll(async () => {
  referee = await createReferee()
})
afterAll(() => referee.close())

/** Durations as the referee has them: the text of a cell is rounded to milliseconds. */
function numberOf({ values }: NumberColumn, row: number): Cell {
  const value = values[row] ?? Number.NaN
  return Number.isNaN(value) ? null : value
}

const cellsOf = (table: Table): Cell[][] =>
  Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) => (column.type === 'duration' ? numberOf(column, row) : cellAt(column, row))),
  )

function isSame(ours: Cell | undefined, theirs: Cell | undefined): boolean {
  if (typeof ours !== 'number' || typeof theirs !== 'number') return ours === theirs
  return Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(ours), Math.abs(theirs))
}

const isSameRows = (ours: Cell[][], theirs: Cell[][]): boolean =>
  ours.length === theirs.length &&
  ours.every(
    (row, at) => row.length === theirs[at]?.length && row.every((cell, column) => isSame(cell, theirs[at]?.[column])),
  )

async function answer(query: Query, run: Run): Promise<Cell[][]> {
  const result = await run(query)
  if (!result.ok) throw new Error(result.error.message)
  return cellsOf(result.value)
}

type Run = (query: Query) => Promise<Result<Table>>

const whole =
  (source: Source): Run =>
  (query) =>
    runQuery(query, source)

/** As several workers do, each with a part of the row groups. */
const inParts =
  (source: Source, of: number): Run =>
  (query) =>
    runInParts(query, source, (plain) =>
      Promise.all(Array.from({ length: of }, (_, index) => runPart(plain, partOfSource(source, { index, of })))),
    )

describe(`[E1, E3b, E5a, E21, C3] random queries give what native DuckDB gives (seed ${seed})`, () => {
  test.each(sizes)(
    'over %i rows, in memory, from Parquet, and in parts',
    async (rows) => {
      const random = seededRandom(seed + rows)
      const tables = [0, 0.3, 0.35, 1].slice(1).map((end, at) => {
        const [from, to] = [[0, 0.3, 0.35][at] ?? 0, end].map((part) => Math.floor(part * rows)) as [number, number]
        return randomTable(random, to - from, from)
      })
      const bytes = await parquetBytes(tables, randomFields, Math.max(1, Math.ceil(rows / 4)))
      await referee.load(bytes)
      const parquet = await openParquet(bytes)
      const ways = {
        memory: whole(tableSource(tables)),
        parquet: whole(parquet),
        'two parts': inParts(parquet, 2),
        'five parts': inParts(parquet, 5),
      }
      for (let round = 0; round < queriesPerTable; round++) {
        const input = randomQuery(random)
        const query = validateQuery(input, randomFields)
        if (!query.ok) throw new Error(`${query.error.message} ${JSON.stringify(input)}`)
        const theirs = await referee.answer(query.value, randomFields)
        for (const [kind, run] of Object.entries(ways)) {
          const ours = await answer(query.value, run)
          if (!isSameRows(ours, theirs))
            expect.soft(ours, `${kind}, round ${round}: ${JSON.stringify(input)}`).toEqual(theirs)
        }
      }
    },
    120_000,
  )
})
