import { describe, expect, test } from 'vitest'
import { copied } from '../../support/duckdb-files.ts'
import { readWith } from '../../support/read-workbook.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'

const everyType = `SELECT i AS whole, i * 0.5 AS half, (i / 100)::DECIMAL(12, 2) AS price, i % 2 = 0 AS even,
  DATE '2020-01-01' + i::INT AS day, TIMESTAMP '2020-01-01 01:02:03.123456' AS moment,
  TIMESTAMPTZ '2020-01-01 01:02:03+02' AS zoned, TIME '09:30:00.5' AS clock, 'x' || i AS word,
  CASE WHEN i % 3 = 0 THEN NULL ELSE i END AS gaps, 9007199254740992 + i AS long, { 'x': i, 'y': { 'z': 'q' || i } } AS nested,
  [i, i + 1] AS list, MAP { 'k': i } AS map, '7f0d9c4e-0000-4000-8000-000000000001'::UUID AS uuid, INTERVAL 3 DAYS AS span,
  200::UTINYINT AS small, i::FLOAT AS single, TIMESTAMP_NS '2020-01-01 01:02:03.123456789' AS fine, 'b'::ENUM ('a', 'b') AS choice,
  IF(i = 1, 'inf'::DOUBLE, 1) AS endless
  FROM range(3) rows(i)`

async function read(query: string, options = 'FORMAT parquet'): Promise<ReadTable> {
  const table = await readWith('parquet', fileOf('a.parquet', await copied(query, options)))
  if ('code' in table) throw new Error(table.message)
  return table
}

describe('Parquet', () => {
  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    '[P1, P2] every type is read, compressed with %s',
    async (codec) => {
      for (const version of ['V1', 'V2']) {
        const { types, rows, odd } = await read(
          everyType,
          `FORMAT parquet, CODEC '${codec}', PARQUET_VERSION '${version}'`,
        )
        expect(types).toMatchObject({ whole: 'integer', half: 'decimal', price: 'decimal', even: 'boolean' })
        expect(types).toMatchObject({
          day: 'date',
          moment: 'timestamp',
          zoned: 'timestamp',
          long: 'text',
          list: 'text',
        })
        expect(rows[1]).toEqual({
          whole: 1,
          half: 0.5,
          price: 0.01,
          even: false,
          day: '2020-01-02',
          moment: '2020-01-01T01:02:03.123Z',
          zoned: '2019-12-31T23:02:03Z',
          clock: '09:30:00.5',
          word: 'x1',
          gaps: 1,
          long: '9007199254740993',
          'nested.x': 1,
          'nested.y.z': 'q1',
          list: '[1,2]',
          map: '{"k":1}',
          uuid: '7f0d9c4e-0000-4000-8000-000000000001',
          span: '0 months 3 days 00:00:00',
          small: 200,
          single: 1,
          fine: '2020-01-01T01:02:03.123Z',
          choice: 'b',
          endless: null,
        })
        expect(rows[0]).toMatchObject({ gaps: null, long: '9007199254740992' })
        expect(odd).toEqual([{ row: 1, column: 21, text: 'Infinity' }])
      }
    },
  )

  test('[P3] rows of many groups and pages come whole and in order', async () => {
    const { rows } = await read(
      `SELECT i AS id, 'text ' || (i % 30011) AS word, IF(i % 5 = 0, NULL, i) AS gaps FROM range(150000) rows(i)`,
      'FORMAT parquet, ROW_GROUP_SIZE 70000',
    )
    expect(rows).toHaveLength(150_000)
    for (const [row, { id, word, gaps }] of rows.entries()) {
      if (id === row && word === `text ${row % 30_011}` && gaps === (row % 5 === 0 ? null : row)) continue
      expect({ id, word, gaps }).toBe(row)
    }
  })

  test('[P4] what has no rows, breaks off or is encrypted is told in a sentence', async () => {
    const whole = await copied('SELECT i FROM range(9) rows(i)', 'FORMAT parquet')
    const say = async (bytes: Uint8Array) => {
      const answer = await readWith('parquet', fileOf('a.parquet', bytes))
      return 'message' in answer ? answer.message : 'read'
    }
    expect(await say(whole.slice(0, -20))).toBe(
      'a.parquet cannot be read as a Parquet file: its footer is damaged or cut off.',
    )
    const encrypted = whole.slice()
    encrypted.set(new TextEncoder().encode('PARE'))
    expect(await say(encrypted)).toBe('a.parquet cannot be read as a Parquet file: it is encrypted.')
  })
})
