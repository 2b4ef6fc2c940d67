import { basename } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, test } from 'vitest'
import { csv } from '#core/ingest/csv/csv.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { ColumnProfile, NumberProfile, NumberShape, Profile } from '#core/profile/profile.ts'
import type { Batch } from '#core/ingest/reader.ts'
import type { Column } from '#core/table/table.ts'
import { Profiler } from '#core/profile/profiler.ts'
import { hasShared, sharedFile, sharedFilesBelow, sharedPath, sharedText } from '../../support/shared.ts'
import { fileOf } from '../../support/table-files.ts'
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
      ? `, avg(${value}) mean, stddev_samp(${value}) sd, min(${value}) min, max(${value}) max, quantile_cont(${value}, 0.25) q1, median(${value}) q2, quantile_cont(${value}, 0.75) q3, quantile_cont(${value}, 0.01) p1, quantile_cont(${value}, 0.05) p5, quantile_cont(${value}, 0.95) p95, quantile_cont(${value}, 0.99) p99, skewness(${value} - (SELECT avg(${value}) FROM t)) skewness, kurtosis(${value} - (SELECT avg(${value}) FROM t)) kurtosis, (count(*) FILTER (${value} = 0))::DOUBLE zeros, (count(*) FILTER (${value} < 0))::DOUBLE negatives`
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

function compareNumbers(numbers: NumberProfile, expected: Record<string, number>): void {
  const { mean, standardDeviation, min, max, quartiles, shape } = numbers
  if (shape === undefined) throw new Error('a profile of this version has shapes')
  const judge = (key: string): number => expected[key] ?? Number.NaN
  const [p1, p5, p95, p99] = shape.tails
  const [q1, q2, q3] = quartiles
  const found = { mean, sd: standardDeviation, min, max, q1, q2, q3, p1, p5, p95, p99 }
  for (const [key, value] of Object.entries(found)) close(value ?? Number.NaN, judge(key))
  expect([shape.zeros, shape.negatives]).toEqual([judge('zeros'), judge('negatives')])
  compareShape(shape, judge)
}

/** DuckDB adds up raw powers: it is given distances from the mean, and still loses digits. */
function compareShape({ skewness, kurtosis }: NumberShape, judge: (key: string) => number): void {
  for (const [key, value] of Object.entries({ skewness, kurtosis })) {
    const judged = judge(key)
    if (value === null || !Number.isFinite(judged)) continue
    expect(Math.abs(value - judged)).toBeLessThan(1e-5 * Math.max(1, Math.abs(judged)))
  }
}

/** Ranks from 1, equal values sharing the mean of their places, over the rows where both have a value. */
const spearmanSql = (a: string, b: string): string => `
  WITH ranked AS (
    SELECT rank() OVER (ORDER BY ${a}) + (count(*) OVER (PARTITION BY ${a}) - 1) / 2.0 AS x,
      rank() OVER (ORDER BY ${b}) + (count(*) OVER (PARTITION BY ${b}) - 1) / 2.0 AS y
    FROM t WHERE ${a} IS NOT NULL AND ${b} IS NOT NULL)
  SELECT corr(x, y) AS figure FROM ranked`

const cramersVSql = (a: string, b: string): string => `
  WITH pairs AS (SELECT ${a} AS x, ${b} AS y FROM t WHERE ${a} IS NOT NULL AND ${b} IS NOT NULL),
  cells AS (SELECT x, y, count(*)::DOUBLE AS n FROM pairs GROUP BY ALL),
  xs AS (SELECT x, sum(n) AS nx FROM cells GROUP BY x), ys AS (SELECT y, sum(n) AS ny FROM cells GROUP BY y),
  sizes AS (SELECT (SELECT count(*) FROM xs)::DOUBLE AS r, (SELECT count(*) FROM ys)::DOUBLE AS c, (SELECT count(*) FROM pairs)::DOUBLE AS n),
  phi AS (SELECT sum(n * n / (nx * ny)) - 1 AS phi FROM cells JOIN xs USING (x) JOIN ys USING (y))
  SELECT sqrt(greatest(0, phi - (r - 1) * (c - 1) / (n - 1)) / (least(r - (r - 1) ^ 2 / (n - 1), c - (c - 1) ^ 2 / (n - 1)) - 1)) AS figure
  FROM phi, sizes`

const correlationRatioSql = (a: string, b: string): string => `
  WITH pairs AS (SELECT ${a} AS g, ${b}::DOUBLE AS v, avg(${b}) OVER (PARTITION BY ${a}) AS inside, avg(${b}) OVER () AS whole
    FROM t WHERE ${a} IS NOT NULL AND ${b} IS NOT NULL)
  SELECT sqrt(sum((inside - whole) ^ 2) / sum((v - whole) ^ 2)) AS figure FROM pairs`

describe.skipIf(!hasShared('9_data'))('real files, with native DuckDB as referee', () => {
  const folder = '9_data/files'
  const names = sharedFilesBelow(folder, '.csv').map((path) => basename(path))
  test.each(names)('[P3] %s: counts are equal, figures within 1e-9', { timeout: 60_000 }, async (name) => {
    const profile = await profileOf(sharedFile(`${folder}/${name}`))
    const judge = await referee(sharedPath(`${folder}/${name}`))
    for (const column of profile.columns) await compare(column, profile.rows, judge)
  })

  test('[T1] duplicate rows agree', { timeout: 60_000 }, async () => {
    for (const name of ['titanic.csv', 'penguins.csv']) {
      const { table } = await profileOf(sharedFile(`${folder}/${name}`))
      const connection = await (await DuckDBInstance.create()).connect()
      const file = `read_csv('${sharedPath(`${folder}/${name}`)}', all_varchar=true)`
      const read = await connection.runAndReadAll(
        `SELECT (SELECT count(*) FROM ${file}) - (SELECT count(*) FROM (SELECT DISTINCT * FROM ${file})) AS repeated`,
      )
      expect(table?.duplicates).toMatchObject({ rows: Number(read.getRowObjectsJS()[0]?.['repeated']), exact: true })
    }
  })

  test('[T4] Spearman, Cramér’s V and the correlation ratio agree', { timeout: 60_000 }, async () => {
    const path = `${folder}/titanic.csv`
    const { table } = await profileOf(sharedFile(path))
    const connection = await (await DuckDBInstance.create()).connect()
    await connection.run(`CREATE TABLE t AS FROM read_csv('${sharedPath(path)}', header=true)`)
    const figure = async (sql: string): Promise<number> =>
      Number((await connection.runAndReadAll(sql)).getRowObjectsJS()[0]?.['figure'])
    for (const { a, b, value } of table?.spearman ?? [])
      close(value, await figure(spearmanSql(quotedName(a), quotedName(b))))
    for (const { a, b, value } of table?.cramersV ?? [])
      close(value, await figure(cramersVSql(quotedName(a), quotedName(b))))
    for (const { a, b, value } of table?.correlationRatio ?? [])
      close(value, await figure(correlationRatioSql(quotedName(a), quotedName(b))))
    expect(table?.spearman.length).toBe(15)
    expect(table?.cramersV.length).toBeGreaterThan(50)
  })

  test('correlations agree', async () => {
    const path = `${folder}/penguins.csv`
    const { correlations } = await profileOf(sharedFile(path))
    const connection = await (await DuckDBInstance.create()).connect()
    expect(correlations.length).toBe(6)
    for (const { a, b, r, rows } of correlations) {
      const read = await connection.runAndReadAll(
        `SELECT corr(${quotedName(a)}, ${quotedName(b)}) r, regr_count(${quotedName(a)}, ${quotedName(b)})::DOUBLE n FROM '${sharedPath(path)}'`,
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

/** Figures made of sums may differ in their last digits; all others may not. */
function withoutSums(profile: Profile): unknown {
  return JSON.parse(
    JSON.stringify(profile, (_, value: unknown) =>
      typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value,
    ),
  )
}

describe('a profile', () => {
  const text = `id,kind,size,day\n${Array.from({ length: 5000 }, (_, row) => `${row},${['a', 'b', ''][row % 3]},${(row * 7) % 13}.5,2024-01-${String((row % 28) + 1).padStart(2, '0')}`).join('\n')}\nx,c,1.5,2024-02-01\n`

  test('[P1] counts rows as values, nulls and odd cells', async () => {
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

  test('[P1] of parts merges into that of the whole, every part of it', async () => {
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
    expect(withoutSums(b)).toEqual(withoutSums(a))
  })
})

describe.skipIf(!hasShared('4_stats'))('the numerical sets of NIST', () => {
  const certified = hasShared('4_stats')
    ? (JSON.parse(sharedText('4_stats/certified.json')) as Record<
        string,
        { readonly kind: string; readonly mean: number; readonly sd: number; readonly autocorr1: number }
      >)
    : {}
  /** The number of correct digits, as the benchmark counts them. */
  const digits = (found: number, expected: number): number =>
    found === expected ? 15 : Math.min(15, -Math.log10(Math.abs(found - expected) / Math.abs(expected)))
  const names = Object.keys(certified).filter((name) => certified[name]?.kind === 'univariate')

  test.each(names)('[P3] %s: 13 digits of the mean, 9 of the deviation and of the autocorrelation', async (name) => {
    const { columns } = await profileOf(sharedFile(`4_stats/csv/${name}.csv`))
    const [first] = columns
    const expected = certified[name]
    if (!first?.numbers?.shape || expected === undefined) throw new Error(`${name} has one column of numbers`)
    const { mean, standardDeviation, shape } = first.numbers
    expect(digits(mean, expected.mean)).toBeGreaterThanOrEqual(13)
    expect(digits(standardDeviation ?? 0, expected.sd)).toBeGreaterThanOrEqual(9)
    expect(digits(shape.autocorrelation ?? 0, expected.autocorr1)).toBeGreaterThanOrEqual(9)
  })
})

/** The rule by which NIST made its sets of numerical accuracy: a middle, then steps below and above it in turn. */
test.each([
  ['NumAcc2', 1.2, 0.1, 1001],
  ['NumAcc3', 1_000_000.2, 0.1, 1001],
  ['NumAcc4', 10_000_000.2, 0.1, 1001],
])('[P3] %s of NIST: mean, deviation and autocorrelation', async (_, middle, step, count) => {
  const values = Array.from({ length: count }, (_, row) =>
    row === 0 ? middle : Number((middle + (row % 2 === 1 ? -step : step)).toFixed(1)),
  )
  const { columns } = await profileOf(fileOf('n.csv', `y\n${values.join('\n')}\n`))
  const { mean, standardDeviation, shape } = columns[0]?.numbers ?? {}
  expect(Math.abs((mean ?? 0) - middle) / middle).toBeLessThan(1e-13)
  expect(Math.abs((standardDeviation ?? 0) - step) / step).toBeLessThan(1e-9)
  expect(Math.abs((shape?.autocorrelation ?? 0) + 0.999)).toBeLessThan(1e-9)
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

  test('10 MB become Parquet and a profile, and the progress only grows', { timeout: 60_000 }, async () => {
    const file = fileOf('orders.csv', bigCsv(170_000))
    let bytes = 0
    const fractions: number[] = []
    const loaded = await loadFile(file, {
      write: (part) => {
        bytes += part.length
      },
      progress: (fraction) => fractions.push(fraction),
    })
    expect(loaded).toMatchObject({ ok: true, value: { profile: { rows: 170_000 } } })
    expect(bytes).toBeGreaterThan(1e6)
    expect(fractions.at(-1)).toBe(1)
    expect(fractions.every((fraction, at) => at === 0 || fraction >= (fractions[at - 1] ?? 0))).toBe(true)
  })

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
