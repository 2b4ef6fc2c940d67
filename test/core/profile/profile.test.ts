import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { csv } from '#core/ingest/csv/csv.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { ColumnProfile, NumberProfile, Profile } from '#core/profile/profile.ts'
import type { Batch } from '#core/ingest/reader.ts'
import type { Column } from '#core/table/table.ts'
import { Profiler } from '#core/profile/profiler.ts'
import { benchFile, benchFolder, fileOf, hasBench } from '../../support/table-files.ts'
import { profileOf } from '../../support/profile-text.ts'
import { seededRandom } from '../../support/random.ts'

const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`
const close = (found: number, expected: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)))

/** What native DuckDB counts of a column, reading the same file without our help. */
async function referee(path: string): Promise<(name: string, isNumber: boolean) => Promise<Record<string, number>>> {
  const connection = await (await DuckDBInstance.create()).connect()
  const encoding = path.includes('superstore') ? ", encoding='latin-1'" : ''
  await connection.run(
    `CREATE TABLE t AS SELECT * FROM read_csv('${path}', header=true, all_varchar=true, parallel=false${encoding})`,
  )
  return async (name, isNumber) => {
    const column = quotedName(name)
    const value = `CAST(${column} AS DOUBLE)`
    const numbers = isNumber
      ? `, avg(${value}) mean, stddev_samp(${value}) sd, min(${value}) min, max(${value}) max, quantile_cont(${value}, 0.25) q1, median(${value}) q2, quantile_cont(${value}, 0.75) q3`
      : ''
    const read = await connection.runAndReadAll(
      `SELECT count(*)::DOUBLE AS "all", (count(*) - count(${column}))::DOUBLE AS nulls, count(DISTINCT ${column})::DOUBLE AS different${numbers} FROM t`,
    )
    return Object.fromEntries(
      Object.entries(read.getRowObjectsJS()[0] ?? {}).map(([key, found]) => [key, Number(found)]),
    )
  }
}

async function compare(column: ColumnProfile, rows: number, judge: Awaited<ReturnType<typeof referee>>): Promise<void> {
  const isNumber = column.type === 'integer' || column.type === 'decimal'
  const expected = await judge(column.name, isNumber)
  expect(rows).toBe(expected['all'])
  expect([column.name, column.nulls + column.oddCount]).toEqual([column.name, expected['nulls']])
  if (!isNumber) expect([column.name, column.distinct.count]).toEqual([column.name, expected['different']])
  if (!isNumber || column.numbers === null) return
  compareNumbers(column.numbers, expected)
  const binned = column.numbers.histogram.counts.reduce((sum, count) => sum + count, 0)
  expect(binned).toBe(rows - column.nulls - column.oddCount)
}

function compareNumbers(
  { mean, standardDeviation, min, max, quartiles }: NumberProfile,
  expected: Record<string, number>,
): void {
  const found = { mean, sd: standardDeviation, min, max, q1: quartiles[0], q2: quartiles[1], q3: quartiles[2] }
  for (const [key, value] of Object.entries(found)) close(value ?? Number.NaN, expected[key] ?? Number.NaN)
}

describe.skipIf(!hasBench)('real files, with native DuckDB as referee', () => {
  const folder = '9_data/files'
  const names = hasBench ? readdirSync(join(benchFolder, folder)).filter((name) => name.endsWith('.csv')) : []
  test.each(names)('%s: counts are equal, figures within 1e-9', { timeout: 60_000 }, async (name) => {
    const profile = await profileOf(benchFile(`${folder}/${name}`))
    const judge = await referee(join(benchFolder, folder, name))
    for (const column of profile.columns) await compare(column, profile.rows, judge)
  })

  test('correlations agree', async () => {
    const path = `${folder}/penguins.csv`
    const { correlations } = await profileOf(benchFile(path))
    const connection = await (await DuckDBInstance.create()).connect()
    expect(correlations.length).toBe(6)
    for (const { a, b, r, rows } of correlations) {
      const read = await connection.runAndReadAll(
        `SELECT corr(${quotedName(a)}, ${quotedName(b)}) r, regr_count(${quotedName(a)}, ${quotedName(b)})::DOUBLE n FROM '${join(benchFolder, path)}'`,
      )
      const [expected] = read.getRowObjectsJS()
      close(r, Number(expected?.['r']))
      expect(rows).toBe(Number(expected?.['n']))
    }
  })
})

const cutColumn = (column: Column, from: number, to: number): Column =>
  column.type === 'text'
    ? { ...column, codes: column.codes.slice(from, to) }
    : { ...column, values: column.values.slice(from, to) }

function piecesOf({ table, odd, firstRow }: Batch, size: number): Batch[] {
  return Array.from({ length: Math.ceil(table.rows / size) }, (_, piece) => {
    const [from, to] = [piece * size, Math.min(table.rows, (piece + 1) * size)]
    const columns = table.columns.map((column) => cutColumn(column, from, to))
    const [first, end] = [firstRow + from, firstRow + to]
    return {
      firstRow: first,
      table: { rows: to - from, columns },
      odd: odd.filter(({ row }) => row >= first && row < end),
    }
  })
}

/** Figures made of sums may differ in their last digits. */
const withoutMoments = ({ numbers, ...rest }: ColumnProfile): unknown => ({
  ...rest,
  numbers: numbers && {
    quartiles: numbers.quartiles,
    histogram: numbers.histogram,
    min: numbers.min,
    max: numbers.max,
  },
})

describe('a profile', () => {
  const text = `id,kind,size,day\n${Array.from({ length: 5000 }, (_, row) => `${row},${['a', 'b', ''][row % 3]},${(row * 7) % 13}.5,2024-01-${String((row % 28) + 1).padStart(2, '0')}`).join('\n')}\nx,c,1.5,2024-02-01\n`

  test('counts rows as values, nulls and odd cells', async () => {
    const { rows, columns } = await profileOf(fileOf('a.csv', text))
    expect(rows).toBe(5001)
    const id = columns.find(({ name }) => name === 'id')
    expect(id).toMatchObject({
      type: 'integer',
      nulls: 0,
      oddCount: 1,
      odd: [{ row: 5000, text: 'x' }],
      distinct: { count: 5000, exact: true },
    })
    expect(columns.find(({ name }) => name === 'kind')).toMatchObject({
      nulls: 1666,
      text: { shortest: 1, longest: 1 },
      top: [
        { value: 'a', count: 1667 },
        { value: 'b', count: 1667 },
        { value: 'c', count: 1 },
      ],
    })
    expect(columns.find(({ name }) => name === 'day')).toMatchObject({
      type: 'date',
      top: [{ value: '2024-01-01', count: 179 }, ...Array.from({ length: 19 }, () => ({}))],
    })
  })

  test('of parts merges into that of the whole', async () => {
    const opened = await csv.open(fileOf('a.csv', text), {})
    if (!opened.ok) throw new Error(opened.error.message)
    const { fields, batches, report } = opened.value
    const [whole, merged] = [new Profiler(fields), new Profiler(fields)]
    for await (const batch of batches()) {
      whole.add(batch)
      for (const piece of piecesOf(batch, 700)) {
        const part = new Profiler(fields)
        part.add(piece)
        merged.merge(part)
      }
    }
    const [a, b] = [whole.finish(report()), merged.finish(report())]
    expect(b.columns.map(withoutMoments)).toEqual(a.columns.map(withoutMoments))
    const sums = (profile: Profile): number[] => [
      ...profile.columns.flatMap(({ numbers }) =>
        numbers === null ? [] : [numbers.mean, numbers.standardDeviation ?? 0],
      ),
      ...profile.correlations.map(({ r }) => r),
    ]
    for (const [index, sum] of sums(b).entries()) close(sum, sums(a)[index] ?? Number.NaN)
  })
})

describe('loading a file', () => {
  const bigCsv = (rows: number): string => {
    const random = seededRandom(3)
    const regions = ['North', 'South', 'East', 'West', 'Central']
    const lines = Array.from({ length: rows }, (_, row) => {
      const day = `2024-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`
      return `${100_000 + row},${day},${random.pick(regions)},Product ${random.below(400)},${1 + random.below(20)},${(random.next() * 300).toFixed(2)},note ${random.below(1e9)}`
    })
    return `order_id,date,region,product,quantity,price,note\n${lines.join('\n')}\n`
  }

  test('a header alone gets a sentence', async () => {
    const loaded = await loadFile(fileOf('a.csv', 'a,b,c\n'), { write: () => {}, progress: () => {} })
    expect(loaded).toMatchObject({
      ok: false,
      error: { code: 'file/no-rows', message: 'a.csv has a header but no rows.' },
    })
  })

  test.each([
    ['one cell', `"${'x'.repeat(9_000_000)}"`],
    ['many cells', 'x,'.repeat(4_500_000)],
  ])('[R8] a row no table has gets a sentence: %s', async (_, row) => {
    const loaded = await loadFile(fileOf('a.csv', `a,b\n1,2\n${row}\n`), { write: () => {}, progress: () => {} })
    expect(loaded).toMatchObject({
      ok: false,
      error: { code: 'file/record-too-long', message: 'a.csv has a row of more than 8 MB, which no table has.' },
    })
  })

  test.each(['', '\n\n \r\n\t\n', '\ufeff', '\ufeff \n'])('an empty file gets a sentence: %j', async (text) => {
    const loaded = await loadFile(fileOf('a.csv', text), { write: () => {}, progress: () => {} })
    expect(loaded).toMatchObject({ ok: false, error: { code: 'file/empty' } })
  })

  test('too many columns get a sentence', async () => {
    const header = Array.from({ length: 5000 }, (_, place) => `c${place}`).join(',')
    const loaded = await loadFile(fileOf('a.csv', `${header}\n${header}\n`), { write: () => {}, progress: () => {} })
    expect(loaded).toMatchObject({ ok: false, error: { code: 'file/too-many-columns' } })
  })

  test('stops when it is told to', async () => {
    const signal = { aborted: false } as AbortSignal & { aborted: boolean }
    const loaded = await loadFile(fileOf('a.csv', bigCsv(100_000)), {
      write: () => {},
      progress: (fraction) => {
        if (fraction > 0.5) signal.aborted = true
      },
      signal,
    })
    expect(loaded).toMatchObject({ ok: false, error: { code: 'file/stopped' } })
  })
})
