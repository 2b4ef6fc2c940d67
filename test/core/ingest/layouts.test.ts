import { type CellValue, type MergeRange, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { smallXls, type XlsMerge } from '../../support/bombs/xls-file.ts'
import { seededRandom } from '../../support/random.ts'
import { rawRecords } from '../../support/raw-records.ts'
import { readWith } from '../../support/read-workbook.ts'
import { fileOf, type ReadTable, readText } from '../../support/table-files.ts'

async function readSheet(rows: CellValue[][], merges: MergeRange[] = []): Promise<ReadTable> {
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows, merges }] })
  const table = await readWith('excel', fileOf('a.xlsx', bytes))
  if ('code' in table) throw new Error(table.message)
  return table
}

const csvOf = (rows: readonly (readonly CellValue[])[]): string =>
  `${rows.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\n')}\n`

const namesOf = ({ fields }: ReadTable): readonly string[] => fields.map(({ name }) => name)

/** What a person wants of a file, whatever kind it is. */
const shapes: readonly { says: string; rows: CellValue[][]; names: string[]; count: number }[] = [
  {
    says: 'a name over a group of columns',
    rows: [
      ['Region', 2022, null, 2023, null],
      [null, 'Units', 'Revenue', 'Units', 'Revenue'],
      ['North', 10, 1.5, 20, 2.5],
      ['South', 30, 3.5, 40, 4.5],
    ],
    names: ['Region', '2022 Units', '2022 Revenue', '2023 Units', '2023 Revenue'],
    count: 2,
  },
  {
    says: 'a total, a mean and a note',
    rows: [
      ['Item', 'Units', 'Price'],
      ['a', 1, 10],
      ['b', 2, 20],
      ['c', 6, 60],
      ['Grand total', 9, 90],
      ['Average', 3, 30],
      [],
      ['Source: the shop'],
    ],
    names: ['Item', 'Units', 'Price'],
    count: 3,
  },
  {
    says: 'a company called Total',
    rows: [
      ['Company', 'Price', 'Volume'],
      ['Shell', 10, 100],
      ['BP', 20, 200],
      ['Total', 47, 80],
    ],
    names: ['Company', 'Price', 'Volume'],
    count: 3,
  },
  {
    says: 'a total without a name',
    rows: [
      ['Item', 'Units', 'Price'],
      ['a', 1, 10],
      ['b', 2, 25],
      ['c', 6, 60],
      [null, 9, 95],
    ],
    names: ['Item', 'Units', 'Price'],
    count: 3,
  },
  {
    says: 'a last row without a name that is no total',
    rows: [
      ['Item', 'Units', 'Price'],
      ['a', 5, 5],
      ['b', 5, 5],
      ['c', 5, 5],
      [null, 5, 5],
    ],
    names: ['Item', 'Units', 'Price'],
    count: 4,
  },
  {
    says: 'months over numbers',
    rows: [
      ['Metric', 'Jan 2024', 'Feb 2024', 'Mar 2024'],
      ['Revenue', 100, 200, 300],
      ['Cost', 50, 60, 70],
    ],
    names: ['Metric', 'Jan 2024', 'Feb 2024', 'Mar 2024'],
    count: 2,
  },
]

describe('text and workbooks are laid out by the same rules', () => {
  test.each(shapes)('[R7, R9, X2] $says', async ({ rows, names, count }) => {
    for (const table of [await readText(csvOf(rows)), await readSheet(rows)]) {
      expect(namesOf(table)).toEqual(names)
      expect(table.rows).toHaveLength(count)
    }
  })

  const seed = 11
  test(`[R9] a last row is a total only where its numbers are the sums (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    for (let turn = 0; turn < 40; turn++) {
      const body = Array.from({ length: 3 + random.below(20) }, (_, row) => [
        `item ${row}`,
        1 + random.below(1000),
        Number((random.next() * 100).toFixed(2)),
      ])
      const sum = (column: number): number => body.reduce((total, cells) => total + Number(cells[column]), 0)
      const isTotal = random.chance(0.5)
      const factor = isTotal ? 1 : 0.4
      const last = [random.pick(['Total', 'TOTAL:', 'Sum', 'Gesamt', 'Total items']), Math.round(sum(1) * factor), Number((sum(2) * factor).toFixed(2))] // prettier-ignore
      const rows: CellValue[][] = [['Item', 'Units', 'Price'], ...body, last]
      for (const table of [await readText(csvOf(rows)), await readSheet(rows)])
        expect({ turn, rows: table.rows.length }).toEqual({ turn, rows: body.length + (isTotal ? 0 : 1) })
    }
  })

  test('[X2] what is left out of a sheet is said, row by row', async () => {
    const [, totals] = shapes
    const { report } = await readSheet(totals?.rows ?? [])
    expect(report.notes).toEqual([
      '3 rows of notes or totals are left out: row 5 “Grand total 9 90”, row 6 “Average 3 30”, row 8 “Source: the shop”.',
    ])
  })
})

describe('merged cells', () => {
  test('[X2] a label counts for every row it spans', async () => {
    const rows: CellValue[][] = [
      ['Year', 'Dept', 'Name', 'Pay', 'Bonus'],
      [2024, 'Ops', 'Ann', 10, 7],
      [null, null, 'Bob', 20, null],
      [null, 'IT', 'Dee', 40, null],
      [2025, 'IT', 'Eve', 50, 1],
    ]
    const merges = [
      { startRow: 1, startCol: 0, endRow: 3, endCol: 0 },
      { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
      { startRow: 1, startCol: 4, endRow: 3, endCol: 4 },
    ]
    const { rows: read } = await readSheet(rows, merges)
    expect(read.map(({ Year, Dept, Bonus }) => [Year, Dept, Bonus])).toEqual([
      [2024, 'Ops', 7],
      [2024, 'Ops', null],
      [2024, 'IT', null],
      [2025, 'IT', 1],
    ])
  })

  test('[X2] so it does in old workbooks', async () => {
    const rows = [
      ['Dept', 'Sold', null],
      [null, 'Units', 'Price'],
      ['Ops', 1, 10],
      [null, 2, 20],
      ['IT', 4, 50],
    ]
    const merges: XlsMerge[] = [
      [0, 0, 1, 2],
      [2, 3, 0, 0],
    ]
    const table = await readWith('excel', fileOf('a.xls', smallXls(rows, merges)))
    expect('rows' in table && table.rows).toEqual([
      { Dept: 'Ops', 'Sold Units': 1, 'Sold Price': 10 },
      { Dept: 'Ops', 'Sold Units': 2, 'Sold Price': 20 },
      { Dept: 'IT', 'Sold Units': 4, 'Sold Price': 50 },
    ])
  })

  test('[X2] a name over part of the columns is a name, over all of them a title', async () => {
    const rows: CellValue[][] = [
      ['Sales of the year', null, null, null, null],
      [null, 'Sold', null, null, null],
      ['Region', 'Units', 'Price', 'Tax', 'Sum'],
      ['North', 1, 2, 3, 4],
      ['South', 2, 3, 4, 5],
    ]
    const { fields, report } = await readSheet(rows, [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
      { startRow: 1, startCol: 1, endRow: 1, endCol: 4 },
    ])
    expect(fields.map(({ name }) => name)).toEqual(['Region', 'Sold Units', 'Sold Price', 'Sold Tax', 'Sold Sum'])
    expect(report.notes).toContain('Above the table stands “Sales of the year”, which is not part of it.')
  })
})

describe('columns aligned by spaces', () => {
  const seed = 23
  test(`[R1] words of several parts stay whole (seed ${seed})`, async () => {
    const random = seededRandom(seed)
    const words = ['New York', 'Paris', 'Rio de Janeiro', 'Rome', 'San Jose', 'Bern']
    for (let turn = 0; turn < 20; turn++) {
      const body = Array.from({ length: 4 + random.below(20) }, () => [
        `n${random.below(1000)}`,
        String(random.below(100_000)),
        random.pick(words),
        random.pick(words),
      ])
      const table = [['name', 'age', 'home town', 'city'], ...body]
      const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)))
      const gap = 2 + random.below(3)
      const right = random.chance(0.5)
      const lines = table.map((cells) =>
        cells
          .map((cell, at) => (right && at === 1 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
          .join(' '.repeat(gap))
          .trimEnd(),
      )
      const { rows } = await readText(`${lines.join('\n')}\n`)
      const read = rows.map((row) => Object.values(row).map(String))
      expect({ turn, read }).toEqual({ turn, read: body })
    }
  })
})

describe('what stands around tables of published files', () => {
  const spends = 'Line,Date,Shop,Amount\n1,2017-01-02,Staples,5.5\n2,2017-01-03,Rail,7\n3,2017-01-04,Rail,9\n'

  test('[R9] empty records at the end are no rows', async () => {
    const { rows, report } = await readText(`,,,\n,,,\n${spends}${',,,\n'.repeat(20)}`)
    expect(rows).toHaveLength(3)
    expect(report.found?.aside.counts.footer).toBe(20)
  })

  test('[R9] words in a later column go on what stands above them', async () => {
    const text =
      'Minister,Date,Met,Purpose\nA,Oct-14,Save the Children,Talks\n,,International Rescue Committee,\n,,Handicap International of Lyon,\n'
    expect((await readText(text)).rows).toHaveLength(3)
  })

  test('[R9] titles above and between tables of two columns are no rows', async () => {
    const body = Array.from({ length: 8 }, (_, row) => `item${row},${row * row + 2.5}\n`).join('')
    const table = (title: string): string => `${title},\n,\nLabel,Sum\n${body}`
    const { rows, report } = await readText(`${table('Travel 2017')},\n${table('Paper 2017')}`)
    expect(rows.map(({ Label }) => Label)).toEqual(Array.from({ length: 8 }, (_, row) => `item${row}`))
    expect(report.found?.tables).toHaveLength(2)
  })

  test('[R4] raw rows that all end before the header does have no more cells', async () => {
    const { records } = await rawRecords('a,b,c,d\n1,x,2\n3,y,4\n5,z,6\n')
    expect(records.map(({ length }) => length)).toEqual([4, 3, 3, 3])
  })
})
