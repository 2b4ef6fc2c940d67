import { type CellValue, type WriteOptions, writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { fileBudget } from '#core/ingest/file-budget.ts'
import { meaningOf } from '#core/ingest/excel/cell-text.ts'
import { momentOf } from '#core/ingest/excel/serial.ts'
import { showNumber, showText } from '#core/ingest/excel/show-number.ts'
import type { SheetCell, Workbook } from '#core/ingest/excel/workbook.ts'
import { openXls } from '#core/ingest/excel/xls.ts'
import { openXlsx } from '#core/ingest/excel/xlsx.ts'
import type { ReadOptions } from '#core/ingest/reader.ts'
import { seededRandom } from '../../support/random.ts'
import { readWith } from '../../support/read-workbook.ts'
import { hasShared, sharedBytes, sharedFile, sharedText } from '../../support/shared.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'

const bookOf = async (options: WriteOptions) => fileOf('book.xlsx', await writeXlsx(options))

async function read(rows: CellValue[][], options: ReadOptions = {}): Promise<ReadTable> {
  return readBook({ sheets: [{ name: 'Sales', rows }] }, options)
}

async function readBook(book: WriteOptions, options: ReadOptions = {}): Promise<ReadTable> {
  const table = await readWith('excel', await bookOf(book), options)
  if ('message' in table) throw new Error(table.message)
  return table
}

const day = (text: string): Date => new Date(`${text}Z`)

describe('a workbook', () => {
  test('[X1] the first visible sheet with cells is read, and the others are named', async () => {
    const table = await readBook({
      sheets: [
        { name: 'Empty', rows: [] },
        { name: 'Secret', rows: [['a'], [1]], hidden: true },
        { name: 'Sales', rows: [['city', 'sold'], ['Rome', 3], ['Oslo', 4]] }, // prettier-ignore
      ],
    })
    expect(table.rows).toEqual([
      { city: 'Rome', sold: 3 },
      { city: 'Oslo', sold: 4 },
    ])
    expect(table.report.notes[0]).toContain('“Secret”')
  })

  test.each(['second', 'SECOND', 1])('[X1] the sheet %s is read when it is asked for', async (sheet) => {
    const sheets = [
      { name: 'first', rows: [['a'], [1]] },
      { name: 'second', rows: [['b'], [2]] },
    ]
    expect((await readBook({ sheets }, { choices: { sheet } })).rows).toEqual([{ b: 2 }])
  })

  test('[X1] a sheet that is not there is a sentence that names those that are', async () => {
    const file = await bookOf({ sheets: [{ name: 'first', rows: [['a'], [1]] }] })
    expect(await readWith('excel', file, { choices: { sheet: 'third' } })).toMatchObject({
      code: 'file/no-sheet',
      hint: 'Its sheets are first.',
    })
  })

  test('[X2] titles above, empty rows between and empty columns before a table are no part of it', async () => {
    const { rows, report } = await read([
      [null, 'Sales of the north, 2024'],
      [],
      [null, 'city', 'sold', 'price'],
      [null, 'Rome', 3, 1.5],
      [],
      [null, 'Oslo', 4, 2.5],
    ])
    expect(rows).toEqual([
      { city: 'Rome', sold: 3, price: 1.5 },
      { city: 'Oslo', sold: 4, price: 2.5 },
    ])
    expect(report.notes.join(' ')).toContain('Sales of the north, 2024')
  })

  test('[X2] a person may say where the table begins and how many rows hold its names', async () => {
    const rows = [['Draft', 'of', 'May'], [], ['north', 'north', 'south'], ['sold', 'price', 'sold'], ['3', '4', '5']]
    const begins = { skippedLines: 2, headerRows: 2 }
    expect((await read(rows, { choices: begins })).rows).toEqual([
      { 'north sold': 3, 'north price': 4, 'south sold': 5 },
    ])
    const bare = await read(rows, { choices: { skippedLines: 4, headerRows: 0 } })
    expect(bare.rows).toEqual([{ 'Column 1': 3, 'Column 2': 4, 'Column 3': 5 }])
  })

  test('[X1] the report lists the sheets, the hidden ones too, and the one that was read', async () => {
    const sheets = [
      { name: 'first', rows: [['a'], [1]] },
      { name: 'secret', rows: [['b'], [2]], hidden: true },
    ]
    const { report } = await readBook({ sheets }, { choices: { sheet: 'secret' } })
    expect(report).toMatchObject({ part: 'secret', parts: [{ name: 'first' }, { name: 'secret', isHidden: true }] })
  })

  test('[X2] without a header every row is a row', async () => {
    const { rows, report } = await read([
      [1, 2],
      [3, 4],
    ])
    expect(rows).toEqual([
      { 'Column 1': 1, 'Column 2': 2 },
      { 'Column 1': 3, 'Column 2': 4 },
    ])
    expect(report.hasHeader).toBe(false)
  })

  test.each(['1900', '1904'] as const)(
    '[X3] dates and moments are what they were in the epoch of %s',
    async (dateSystem) => {
      const rows = [
        ['day', 'moment'],
        [day('2024-03-01T00:00:00'), day('2024-03-01T09:30:00')],
        [day('1999-12-31T00:00:00'), day('1999-12-31T23:59:59')],
      ]
      const table = await readBook({ dateSystem, sheets: [{ name: 'a', rows, columns: [{}, {}] }] })
      expect(table.types).toEqual({ day: 'date', moment: 'timestamp' })
      expect(table.rows[1]).toEqual({ day: '1999-12-31', moment: '1999-12-31T23:59:59Z' })
    },
  )

  test('[X3] the day that 1900 did not have shifts the days before it', () => {
    expect(momentOf(1, false)).toBe(Date.UTC(1900, 0, 1))
    expect(momentOf(59, false)).toBe(Date.UTC(1900, 1, 28))
    expect(momentOf(61, false)).toBe(Date.UTC(1900, 2, 1))
    expect(momentOf(0, true)).toBe(Date.UTC(1904, 0, 1))
    expect(momentOf(-1, false)).toBeNull()
  })

  test('[X4] percentages and money keep their unit, numbers their value', async () => {
    const cells = new Map(
      [1, 2].flatMap((row) => [
        [`${row},0`, { style: { numFmt: '0.0%' } }],
        [`${row},1`, { style: { numFmt: '[$€-407] #,##0.00' } }],
      ]) as [string, { style: { numFmt: string } }][],
    )
    const rows = [
      ['rate', 'price'],
      [0.07, 1234.5],
      [0.125, 2],
    ]
    const table = await readBook({ sheets: [{ name: 'a', rows, cells }] })
    expect(table.rows).toEqual([
      { rate: 7, price: 1234.5 },
      { rate: 12.5, price: 2 },
    ])
    expect([...table.units]).toEqual([
      ['rate', '%'],
      ['price', '€'],
    ])
  })

  test('[X5] errors are odd cells, however many, and keep their text', async () => {
    const error = (text: string) => ({ value: text, type: 'error' as const })
    const cells = new Map([
      ['2,1', error('#DIV/0!')],
      ['3,1', error('#REF!')],
    ])
    const rows = [['name', 'rate'], ['a', 1], ['b', null], ['c', null]] // prettier-ignore
    const { types, odd } = await readBook({ sheets: [{ name: 'a', rows, cells }] })
    expect(types['rate']).toBe('integer')
    expect(odd.map(({ text }) => text)).toEqual(['#DIV/0!', '#REF!'])
  })

  test('[X6] raw cells are as Excel shows them', async () => {
    const cells = new Map([
      ['1,0', { style: { numFmt: '0.0%' } }],
      ['1,1', { style: { numFmt: 'd mmm yyyy' } }],
    ])
    const rows = [['rate', 'day', 'sure'], [0.123, day('2024-03-01T00:00:00'), true]] // prettier-ignore
    const raw = await readBook({ sheets: [{ name: 'a', rows, cells }] }, { raw: true })
    expect(raw.rows.map((row) => Object.values(row))).toEqual([
      ['rate', 'day', 'sure'],
      ['12.3%', '1 Mar 2024', 'TRUE'],
    ])
  })

  test('[X7] one with a password, and one that is cut short, say so', async () => {
    const sheets = [{ name: 'a', rows: [['a', 'b'], [1, 2]] }] // prettier-ignore
    const locked = await bookOf({ sheets, encryption: { password: 'secret', spinCount: 100 } })
    expect(await readWith('excel', locked)).toMatchObject({ code: 'file/encrypted' })
    const bytes = await writeXlsx({ sheets })
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = fileOf('cut.xlsx', bytes.slice(0, Math.floor(bytes.length * share)))
      expect(await readWith('excel', cut)).toMatchObject({ code: 'file/broken' })
    }
  })

  test('[X7] one without a cell says so', async () => {
    expect(await readWith('excel', await bookOf({ sheets: [{ name: 'a', rows: [] }] }))).toMatchObject({
      code: 'file/no-cells',
    })
  })

  test('[X7] damage is a sentence, never a crash', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: Array.from({ length: 50 }, (_, n) => [n, `x${n}`]) }] })
    const seed = 20_241_121
    let state = seed
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    process.stdout.write(`Damaged workbooks: seed ${seed}.\n`)
    for (let turn = 0; turn < 300; turn++) {
      const damaged = bytes.slice()
      for (let hit = 0; hit < 8; hit++) damaged[random(damaged.length)] = random(256)
      const table = await readWith('excel', fileOf('damaged.xlsx', damaged))
      if ('code' in table) expect(table.message).not.toBe('')
    }
  })
})

describe('[X6] numbers are shown as Excel shows them', () => {
  test.each([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1 / 3, 'General', '0.333333333'],
    [123_456_789_012, 'General', '1.23457E+11'],
    [12_345.678, '#,##0.00', '12,345.68'],
    [-5, '0;(0)', '(5)'],
    [-26, '[<-25]General;[>25]General;General', '26'],
    [-1, '[<-25]General;[>25]General;General', '-1'],
    [-7, '[<=7]0;0.0', '-7'],
    [-5, 'General;General', '5'],
    [12.3, 'hh[m]', '12.3'],
    [-1.5, '[h]:mm', '-36:00'],
    [1.005, '0.00', '1.01'],
    [0, '0;-0;"none"', 'none'],
    [7, '000', '007'],
    [1_234_567, '0.0,,"M"', '1.2M'],
    [0.5, '# ?/?', ' 1/2'],
    [12_345, '0.00E+00', '1.23E+04'],
    [45_352.75, 'yyyy-mm-dd hh:mm', '2024-03-01 18:00'],
    [45_352.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [1500, '[>999]0.0,"K";0', '1.5K'],
    [9.999, '0.00E+00', '1.00E+01'],
    [Math.PI, '# ??/??', '3  1/7 '],
    [1.5, '.00', '1.50'],
    [-5, ';;;', ''],
    [0.25, 'yyyy-mm-dd h:mm', '1900-01-00 6:00'],
    [60, 'd mmm yyyy', '29 Feb 1900'],
    [1, 'dddd', 'Sunday'],
    [45_352, 'e', '2024'],
    [-1.2, '[h]:mm', '-28:48'],
    [0.000_005_78, 'mm:ss.00', '00:00.50'],
    [1.5, 'General;@', '1.5'],
    [-1, 'yyyy-mm-dd', '#'.repeat(255)],
  ])('%s under %s is %s', (value, code, shown) => {
    expect(showNumber(value, code, false)).toBe(shown)
  })

  test.each([
    ['Smith', '"Mr. "@', 'Mr. Smith'],
    ['Smith', '0;-0;0;General\\ ', 'Smith '],
    ['Smith', ';;;', ''],
    ['Smith', '0;-0;0;"<"@">"', '<Smith>'],
    ['Smith', 'General;[Red]@', 'Smith'],
    ['Smith', '0.00', 'Smith'],
    ['12', '@', '12'],
  ])('the text %s under %s is %s', (text, code, shown) => {
    expect(showText(text, code)).toBe(shown)
  })

  test('powers of ten, elapsed times and fractions say the number they were made of', () => {
    const seed = 20_261_131
    const random = seededRandom(seed)
    for (let round = 0; round < 2000; round++) {
      const value = (random.next() - 0.5) * 10 ** (random.below(12) - 3)
      const about = `seed ${seed}: ${value}`
      const power = showNumber(value, '0.000E+00', false)
      expect(power, about).toMatch(/^-?[1-9]\.\d{3}E[+-]\d{2}$/)
      expect(Math.abs(Number(power) / value - 1), about).toBeLessThan(6e-4)
      const small = value % 10_000
      const [seconds = 0] = /-?\d+/.exec(showNumber(small, '[s]', false))?.map(Number) ?? []
      expect(Math.abs(seconds - small * 86_400), about).toBeLessThanOrEqual(0.5001)
      const [top = 0, bottom = 1] = showNumber(small, '?/??', false).split('/').map(Number)
      expect(Math.abs(top / bottom - small), about).toBeLessThan(1 / 99)
    }
  })
})

type Gold = { file: string; sheets?: { name: string; rows: (string | number | boolean | null | { d: string })[][] }[] }

async function openBench(path: string): Promise<Workbook> {
  const bytes = sharedBytes(path)
  const { size, slice } = fileOf(path, bytes)
  const budget = fileBudget({ name: path, size })
  const book = bytes[0] === 0xd0 ? await openXls(bytes, budget) : await openXlsx({ byteLength: size, slice }, budget)
  if ('refused' in book) throw new Error(`${path} was refused: ${book.found}`)
  return book
}

function isSame(cell: SheetCell | undefined, want: unknown, is1904: boolean): boolean {
  if (want === null || want === '') return cell === undefined || cell.value === ''
  if (cell === undefined) return false
  const value = typeof cell.value === 'object' ? cell.value.error : cell.value
  if (typeof want === 'object' && want !== null && 'd' in want) {
    const gap =
      Date.parse(`${meaningOf(cell, { is1904, isPercent: false })}`) -
      Date.parse(String(want.d).replace('T00:00:00', ''))
    return Math.abs(gap) <= 1
  }
  if (typeof want === 'number' && typeof value === 'number')
    return Math.abs(want - value) <= 1e-9 * Math.max(1, Math.abs(want))
  return value === want
}

async function cellsOf(book: Workbook, name: string): Promise<Map<string, SheetCell>> {
  const found = new Map<string, SheetCell>()
  const sheet = book.sheets.find((one) => one.name === name)
  if (sheet === undefined) return found
  for await (const rows of sheet.rows(fileBudget({ name, size: 0 }))) {
    for (const { row, cell } of rows.flatMap(({ row, cells }) => cells.map((cell) => ({ row, cell })))) {
      found.set(`${row} ${cell.column}`, cell)
    }
  }
  return found
}

/** Cells of one gold file: how many there are and how many are the same. */
async function compare(folder: string, gold: Gold): Promise<{ cells: number; same: number }> {
  const book = await openBench(`3_excel/${folder}/${gold.file}`)
  const verdicts: boolean[] = []
  for (const { name, rows } of gold.sheets ?? []) {
    const found = await cellsOf(book, name)
    const wanted = rows.flatMap((wants, row) => wants.map((want, column) => ({ want, at: `${row} ${column}` })))
    for (const { want, at } of wanted) {
      if (want !== null || found.has(at)) verdicts.push(isSame(found.get(at), want, book.is1904))
    }
  }
  return { cells: verdicts.length, same: verdicts.filter(Boolean).length }
}

test.skipIf(!hasShared('3_excel'))('[X8] of the gold sheets nearly every cell is exact', async () => {
  let [cells, same, files, exact] = [0, 0, 0, 0]
  for (const folder of ['poi', 'calamine', 'exceljs']) {
    const list = `3_excel/${folder}_reference.jsonl`
    if (!hasShared(list)) continue
    for (const line of sharedText(list).trim().split('\n')) {
      const gold = JSON.parse(line) as Gold
      if (!gold.sheets?.length) continue
      const one = await compare(folder, gold)
      cells += one.cells
      same += one.same
      files++
      if (one.same === one.cells) exact++
    }
  }
  process.stdout.write(`Gold sheets: ${same} of ${cells} cells and ${exact} of ${files} files are exact.\n`)
  expect(same / cells).toBeGreaterThan(0.99)
  expect(exact / files).toBeGreaterThan(0.95)
})

test.skipIf(!hasShared('3_excel'))('[X7] locked workbooks of 2002 say so', async () => {
  const locked = sharedFile('3_excel/sheetjs/files/password_2002_128_enhrsa.xls')
  expect(await readWith('excel', locked)).toMatchObject({
    code: 'file/encrypted',
  })
})
