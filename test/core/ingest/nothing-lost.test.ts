import { describe, expect, test } from 'vitest'
import { decimalText } from '#core/table/value-text.ts'
import { copied } from '../../support/duckdb-files.ts'
import { seededRandom } from '../../support/random.ts'
import { readWith } from '../../support/read-workbook.ts'
import { fileOf, type ReadTable, readText } from '../../support/table-files.ts'

describe('no cell of a text file is lost', () => {
  test('[R4] cells beyond the header stand in a column of their own', async () => {
    const { fields, rows, report } = await readText('c0\nv0\na;b\n')
    expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual(['c0: text', 'Column 2: text'])
    expect(rows.map((row) => Object.values(row).map(String))).toEqual([
      ['v0', 'null'],
      ['a', 'b'],
    ])
    expect(report.notes).toContain('1 row has cells beyond the last column; they stand in “Column 2”.')
  })

  test('[R4] several are joined by the delimiter, under a name that no column has', async () => {
    const { rows } = await readText('a,Column 3\n1,2\n3,4,x,,"y, z",\n5,6\n')
    expect(rows.map((row) => row['Column 3 2'] ?? row['Column 4'] ?? null)).toEqual([null, 'x,,y, z', null])
  })

  const seed = 20_261_130
  test(`[R4] every cell of wider lines is in the table (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    for (let turn = 0; turn < 200; turn++) {
      const width = 1 + random.below(5)
      const delimiter = random.pick([',', ';', '\t', '|'])
      const wide = new Set([random.below(12), random.below(12)])
      const lines = Array.from({ length: 12 }, (_, row) => {
        const cells = Array.from(
          { length: wide.has(row) ? width + 1 + random.below(3) : width },
          () => `w${random.below(1e6)}`,
        )
        return cells
      })
      const header = Array.from({ length: width }, (_, place) => `name${place}`)
      const text = [header, ...lines].map((cells) => cells.join(delimiter)).join('\n')
      const { rows } = await readText(`${text}\n`, { choices: { delimiter } })
      const read = rows.map((row) =>
        Object.values(row)
          .filter((cell) => cell !== null)
          .join(delimiter),
      )
      expect({ turn, read }).toEqual({ turn, read: lines.map((cells) => cells.join(delimiter)) })
    }
  })
})

async function readParquet(query: string): Promise<ReadTable> {
  const table = await readWith('parquet', fileOf('a.parquet', await copied(query, 'FORMAT parquet')))
  if ('code' in table) throw new Error(table.message)
  return table
}

describe('no digit of a Parquet file is lost unsaid', () => {
  const seed = 7
  test(`[P2] decimals of any precision keep their digits (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const digits = (count: number): string =>
      Array.from({ length: count }, (_, at) => (at === 0 ? 1 + random.below(9) : random.below(10))).join('')
    for (let turn = 0; turn < 12; turn++) {
      const precision = 1 + random.below(38)
      const scale = random.below(precision + 1)
      const values = Array.from({ length: 5 }, () => `${random.pick(['', '-'])}${digits(1 + random.below(precision))}`)
      const texts = values.map((value) => decimalText(BigInt(value), scale))
      const rows = texts.map((text) => `('${text}'::DECIMAL(${precision}, ${scale}))`).join(', ')
      const table = await readParquet(`SELECT d FROM (VALUES ${rows}, (NULL)) rows(d)`)
      const isExact = values.every((value) => Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER)
      const expected = isExact ? texts.map(Number) : texts
      expect({ turn, d: table.rows.map(({ d }) => d) }).toEqual({ turn, d: [...expected, null] })
      expect(table.report.notes).toHaveLength(isExact ? 0 : 1)
    }
  })

  test('[P2] times below a millisecond are cut, which is said; whole milliseconds of any unit are exact', async () => {
    const { rows, report } = await readParquet(`SELECT TIMESTAMP '1969-12-31 23:59:59.999999' AS micro,
      TIMESTAMP_NS '2024-01-01 00:00:00.123456789' AS nano, TIMESTAMP_NS '2024-01-02 12:53:20.123' AS whole`)
    expect(rows).toEqual([
      { micro: '1969-12-31T23:59:59.999Z', nano: '2024-01-01T00:00:00.123Z', whole: '2024-01-02T12:53:20.123Z' },
    ])
    expect(report.notes).toEqual([
      '“micro”: 1 time is finer than a millisecond; the digits beyond it were cut off.',
      '“nano”: 1 time is finer than a millisecond; the digits beyond it were cut off.',
    ])
  })

  test(`[P2] whole milliseconds in nanoseconds stay as they are (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const moments = Array.from({ length: 500 }, () =>
      new Date(random.below(4e12)).toISOString().replace('T', ' ').replace('Z', ''),
    )
    const { rows, report } = await readParquet(
      `SELECT m FROM (VALUES ${moments.map((moment) => `(TIMESTAMP_NS '${moment}')`).join(', ')}) rows(m)`,
    )
    const shown = rows.map(({ m }) => new Date(String(m)).getTime())
    expect(shown).toEqual(moments.map((moment) => new Date(`${moment.replace(' ', 'T')}Z`).getTime()))
    expect(report.notes).toEqual([])
  })
})
