import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { costOfReading } from '#core/table/cost-of-reading.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { Source } from '#core/table/source.ts'
import { tableSource } from '#core/table/table-source.ts'
import { readDuration } from '#core/table/duration.ts'
import { type Cell, type Column, type Field, type Table, toRows } from '#core/table/table.ts'
import { byteSource, openParquet, parquetBytes } from '../../support/parquet-bytes.ts'
import { seededRandom } from '../../support/random.ts'
import { randomFields, randomTable } from '../engine/referee/random-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'edgewise-parquet-'))
const file = join(folder, 'table.parquet')
let instance: DuckDBInstance
let duck: DuckDBConnection
beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:')
  duck = await instance.connect()
})
afterAll(() => {
  duck.closeSync()
  instance.closeSync()
  rmSync(folder, { recursive: true })
})

const query = async (sql: string): Promise<unknown[][]> => (await duck.runAndReadAll(sql)).getRowsJson() as unknown[][]
const namesOf = (source: Source): string[] => source.fields.map(({ name }) => name)

async function allRows(source: Source) {
  const tables = await Promise.all(source.rowGroups.map((_, group) => source.read(group, namesOf(source))))
  return tables.flatMap(toRows)
}

const table = (...columns: Column[]): Table => ({
  rows: columns[0] ? (columns[0].type === 'text' ? columns[0].codes.length : columns[0].values.length) : 0,
  columns,
})
const numbers = (name: string, type: Exclude<Field['type'], 'text'>, values: number[]): Column => ({
  name,
  type,
  values: Float64Array.from(values),
})
const fieldsOf = ({ columns }: Table): Field[] => columns.map(({ name, type }) => ({ name, type }))

describe('written and read again', () => {
  test.each([0, 1, 7, 8, 9, 1000, 20_000])('%i rows of every type come back the same', async (rows) => {
    const original = randomTable(seededRandom(rows + 1), rows)
    const source = await openParquet(await parquetBytes([original], randomFields, 3000))
    expect(source.fields).toEqual(randomFields)
    expect(source.rowGroups.length).toBe(Math.ceil(rows / 3000))
    expect(await allRows(source)).toEqual(toRows(original))
  })

  test('numbers at the edges of what can be stored', async () => {
    const edges = table(
      numbers('i', 'integer', [
        Number.MAX_SAFE_INTEGER,
        Number.MIN_SAFE_INTEGER,
        -1,
        0,
        4_294_967_296,
        -4_294_967_297,
        Number.NaN,
      ]),
      numbers('d', 'decimal', [Number.MAX_VALUE, Number.MIN_VALUE, -1e-300, Infinity, -Infinity, 0.1, Number.NaN]),
      numbers('t', 'timestamp', [253_402_300_799_999, -62_135_596_800_000, -1, 0, 1, 1_700_000_000_123, Number.NaN]),
      numbers('day', 'date', [
        -86_400_000,
        0,
        86_400_000,
        253_402_214_400_000,
        -62_135_596_800_000,
        19_000 * 86_400_000,
        Number.NaN,
      ]),
    )
    expect(await allRows(await openParquet(await parquetBytes([edges], fieldsOf(edges))))).toEqual(toRows(edges))
  })

  test('text of every kind, and a dictionary of nothing but different texts', async () => {
    const texts = [
      '',
      ' ',
      'é',
      '東京',
      '\u{1F600}',
      'a'.repeat(5000),
      'ß'.repeat(300),
      '\u0000',
      '\uFEFFmark',
      ...Array.from({ length: 70_000 }, (_, row) => `row ${row}`),
    ]
    const odd = table({ name: 't', type: 'text', codes: Int32Array.from(texts.keys()), dictionary: texts })
    const rows = await allRows(await openParquet(await parquetBytes([odd], fieldsOf(odd))))
    expect(rows.map(({ t }) => t)).toEqual(texts)
  })

  test('a text in many tables’ dictionaries stands once in its row group’s', async () => {
    const part = (dictionary: string[]): Table =>
      table({ name: 't', type: 'text', codes: Int32Array.of(0, 1, -1), dictionary })
    const source = await openParquet(
      await parquetBytes([part(['a', 'b']), part(['b', 'c'])], [{ name: 't', type: 'text' }]),
    )
    expect((await source.read(0, ['t'])).columns).toEqual([
      { name: 't', type: 'text', codes: Int32Array.of(0, 1, -1, 1, 2, -1), dictionary: ['a', 'b', 'c'] },
    ])
  })

  test('statistics bound every row group, with nulls counted', async () => {
    const values = table(numbers('n', 'integer', [5, Number.NaN, -3, 10, 11, 12]), {
      name: 't',
      type: 'text',
      codes: Int32Array.of(-1, -1, -1, 1, 0, 1),
      dictionary: ['z', 'long text that will be cut short'],
    })
    const { rowGroups } = await openParquet(await parquetBytes([values], fieldsOf(values), 3))
    expect(rowGroups[0]).toMatchObject({
      rows: 3,
      statistics: { n: { min: -3, max: 5, nulls: 1 }, t: { min: null, max: null, nulls: 3 } },
    })
    expect(rowGroups[1]?.statistics['n']).toEqual({ min: 10, max: 12, nulls: 0 })
    const { min, max } = rowGroups[1]?.statistics['t'] ?? {}
    expect(String(min) <= 'long text that will be cut short' && String(max) >= 'z').toBe(true)
  })

  test('only the bytes of the columns asked for are fetched', async () => {
    const bytes = await parquetBytes([randomTable(seededRandom(5), 50_000)], randomFields)
    let fetched = 0
    const source = await openParquet(bytes, (start, end) => (fetched += end - start))
    fetched = 0
    await source.read(0, ['quantity'])
    expect(fetched).toBeLessThan(bytes.length / 20)
  })

  test('what reading costs is known before: every byte fetched, and the memory of what comes of it', async () => {
    let fetched = 0
    const names = Array.from({ length: 1000 }, (_, row) => `Somebody ${row}`)
    const table: Table = {
      rows: 1000,
      columns: [
        { name: 'who', type: 'text', codes: Int32Array.from(names.keys()), dictionary: names },
        { name: 'much', type: 'decimal', values: Float64Array.from(names, (_, row) => row / 7) },
      ],
    }
    const fields: readonly Field[] = table.columns.map(({ name, type }) => ({ name, type }))
    const source = await openParquet(await parquetBytes([table], fields, 300), (start, end) => (fetched += end - start))
    for (const columns of [['who'], ['much'], ['who', 'much']]) {
      fetched = 0
      for (const group of source.rowGroups.keys()) await source.read(group, columns)
      const cost = costOfReading(source, columns)
      expect(cost.fetched).toBe(fetched)
      expect(cost.held).toBeGreaterThanOrEqual(columns.length * 4000 + (columns.includes('much') ? 4000 : 0))
      expect(cost.held).toBeLessThan(30_000)
    }
    expect(costOfReading(tableSource([table]), ['much'])).toEqual({ fetched: 0, held: 8000 })
  })
})

const secondsOf = (clock: Cell | undefined): number | null =>
  typeof clock === 'string' ? (readDuration(clock)?.milliseconds ?? Number.NaN) / 1000 : null

describe('native DuckDB', () => {
  test('reads what we write: right types, same rows', async () => {
    const original = randomTable(seededRandom(3), 5000)
    writeFileSync(file, await parquetBytes([original], randomFields, 1500))
    const types = await query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '${file}')`)
    const expected = {
      text: 'VARCHAR',
      decimal: 'DOUBLE',
      integer: 'BIGINT',
      boolean: 'BOOLEAN',
      date: 'DATE',
      timestamp: 'TIMESTAMP',
      duration: 'DECIMAL(18,3)',
    }
    expect(types).toEqual(randomFields.map(({ name, type }) => [name, expected[type]]))
    const rows = await query(
      `SELECT region, city, code, amount, quantity::INT, big::DOUBLE, flag, day::VARCHAR, strftime("at", '%Y-%m-%dT%H:%M:%SZ'), took::DOUBLE, empty, blank FROM '${file}'`,
    )
    expect(rows).toEqual(toRows(original).map((row) => Object.values({ ...row, took: secondsOf(row['took']) })))
  })

  const options = [
    '',
    ', PARQUET_VERSION V2',
    ', COMPRESSION uncompressed',
    ', ROW_GROUP_SIZE 2048',
    ', DICTIONARY_SIZE_LIMIT 1',
  ]
  test.each(options)('writes what we read (%s)', async (option) => {
    await duck.run(`COPY (SELECT
        CASE WHEN i % 7 = 0 THEN NULL ELSE i % 5 = 0 END AS flag, i::TINYINT AS tiny, (i * 1000003)::BIGINT AS big, i::UINTEGER AS whole,
        (i / 8)::FLOAT AS single, i / 3 AS double, (i / 100)::DECIMAL(12, 2) AS money, (-i / 100)::DECIMAL(30, 2) AS fortune, DATE '2024-02-27' + (i % 900)::INT AS day,
        TIMESTAMP '1969-12-31 23:59:59' + INTERVAL (i * 1000) SECOND AS "at", CASE WHEN i % 3 = 0 THEN NULL ELSE 'text ' || (i % 50) END AS few,
        'text ' || i AS many, [i] AS nested, i % 2 AS last
      FROM range(0, 127) t(i)) TO '${file}' (FORMAT parquet${option})`)
    const source = await openParquet(new Uint8Array(readFileSync(file)))
    expect(Object.fromEntries(source.fields.map(({ name, type }) => [name, type]))).toEqual({
      flag: 'boolean',
      tiny: 'integer',
      big: 'integer',
      whole: 'integer',
      single: 'decimal',
      double: 'decimal',
      money: 'decimal',
      fortune: 'decimal',
      day: 'date',
      at: 'timestamp',
      few: 'text',
      many: 'text',
      last: 'integer',
    })
    const rows =
      await query(`SELECT flag, tiny, big::DOUBLE, whole::DOUBLE, single::DOUBLE, double, money::DOUBLE, fortune::DOUBLE, day::VARCHAR,
      strftime("at", '%Y-%m-%dT%H:%M:%SZ'), few, many, last::INT FROM '${file}'`)
    expect((await allRows(source)).map((row) => Object.values(row))).toEqual(rows)
  })

  test('writes with a codec we do not have: a sentence', async () => {
    await duck.run(`COPY (SELECT 1 AS a) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`)
    const opened = await parquetSource(byteSource(new Uint8Array(readFileSync(file))))
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'table/unreadable-parquet', message: expect.stringContaining('ZSTD') },
    })
  })
})

describe('bytes that are no Parquet file are refused, never thrown at', () => {
  test.each([
    ['nothing', 0],
    ['a few bytes', 5],
    ['random bytes', 5000],
  ])('%s', async (_, size) => {
    const random = seededRandom(size)
    const opened = await parquetSource(byteSource(Uint8Array.from({ length: size }, () => random.below(256))))
    expect(opened).toMatchObject({ ok: false, error: { code: 'table/unreadable-parquet' } })
  })

  test('a file cut off anywhere', async () => {
    const bytes = await parquetBytes([randomTable(seededRandom(1), 50)], randomFields)
    for (let size = 0; size < bytes.length; size += 97) {
      const opened = await parquetSource(byteSource(bytes.subarray(0, size)))
      expect(opened).toMatchObject({ ok: false, error: { code: 'table/unreadable-parquet' } })
    }
  })
})
