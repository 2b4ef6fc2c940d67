import { describe, expect, test } from 'vitest'
import type { ReadOptions } from '#core/ingest/reader.ts'
import { readAny } from '../../support/read-workbook.ts'
import { hasShared, sharedFile } from '../../support/shared.ts'
import { fileOf, type ReadTable } from '../../support/table-files.ts'
import { zipOf } from '../../support/zip-of.ts'

const cell = (type: string, rest: string, text: string): string =>
  `<table:table-cell office:value-type="${type}" ${rest}><text:p>${text}</text:p></table:table-cell>`
const text = (words: string): string => cell('string', '', words)
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const sheet = (name: string, rows: string, style = 'ta1'): string =>
  `<table:table table:name="${name}" table:style-name="${style}"><table:table-column/>${rows}</table:table>`

/** A document with the markup that LibreOffice writes. */
function bookOf(sheets: string, manifest = ''): Uint8Array {
  const styles =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
  return zipOf({
    mimetype: { bytes: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': `<manifest:manifest>${manifest}</manifest:manifest>`,
  })
}

async function read(sheets: string, options: ReadOptions = {}): Promise<ReadTable> {
  const table = await readAny(fileOf('a.ods', bookOf(sheets)), options)
  if ('code' in table) throw new Error(table.message)
  return table
}

const header = row(...['day', 'share', 'price', 'clock', 'done', 'note'].map(text))
const values = row(
  cell('date', 'office:date-value="2024-03-01"', '01/03/24'),
  cell('percentage', 'office:value="0.125"', '12.5%'),
  cell('currency', 'office:currency="EUR" office:value="1234.5"', '1.234,50 €'),
  cell('time', 'office:time-value="PT09H30M00S"', '9:30'),
  cell('boolean', 'office:boolean-value="true"', 'TRUE'),
  '<table:table-cell office:value-type="string"><office:annotation><text:p>aside</text:p></office:annotation><text:p>two<text:s text:c="2"/>words &amp; <text:span>more</text:span></text:p><text:p>below</text:p></table:table-cell>',
)

describe('OpenDocument spreadsheets', () => {
  test('[X3, X4] cells are what they mean: dates, shares, amounts, words', async () => {
    const { rows, types, units } = await read(sheet('a', header + values + values))
    expect(types).toMatchObject({ day: 'date', share: 'decimal', price: 'decimal', done: 'boolean' })
    expect(units).toEqual(
      new Map([
        ['share', '%'],
        ['price', '€'],
      ]),
    )
    expect(rows[0]).toMatchObject({ day: '2024-03-01', share: 12.5, price: 1234.5, note: 'two  words & more\nbelow' })
  })

  test('[X6] raw is what each cell shows', async () => {
    const { rows } = await read(sheet('a', values), { raw: true })
    expect(Object.values(rows[0] ?? {})).toEqual([
      '01/03/24',
      '12.5%',
      '1.234,50 €',
      '9:30',
      'TRUE',
      'two  words & more\nbelow',
    ])
  })

  test('[X2] repeated cells and rows are as many as they say, and empty ones are passed over', async () => {
    const repeated = `<table:table-row table:number-rows-repeated="2">${text('x')}<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"><text:p>7</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>`
    const empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    const { rows } = await read(sheet('a', row(text('word'), text('a'), text('b')) + repeated + empty + repeated))
    expect(rows).toEqual(Array.from({ length: 4 }, () => ({ word: 'x', a: 7, b: 7 })))
  })

  test('[X2] merged cells count for every row and column they span', async () => {
    const number = (value: number): string => cell('float', `office:value="${value}"`, String(value))
    const wide =
      '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>Sold</text:p></table:table-cell>'
    const tall =
      '<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>Ops</text:p></table:table-cell>'
    const covered = '<table:covered-table-cell/>'
    const { rows } = await read(
      sheet(
        'a',
        row(text('Dept'), wide, covered) +
          row('<table:table-cell/>', text('Units'), text('Price')) +
          row(tall, number(1), number(10)) +
          row(covered, number(2), number(20)) +
          row(text('IT'), number(4), number(50)),
      ),
    )
    expect(rows).toEqual([
      { Dept: 'Ops', 'Sold Units': 1, 'Sold Price': 10 },
      { Dept: 'Ops', 'Sold Units': 2, 'Sold Price': 20 },
      { Dept: 'IT', 'Sold Units': 4, 'Sold Price': 50 },
    ])
  })

  test('[X1] sheets are chosen, and hidden ones named', async () => {
    const two = sheet('secret', row(text('a')) + row(text('1')), 'ta2') + sheet('open', row(text('b')) + row(text('2')))
    const { rows, report } = await read(two)
    expect(rows).toEqual([{ b: 2 }])
    expect(report).toMatchObject({ part: 'open', parts: [{ name: 'secret', isHidden: true }, { name: 'open' }] })
    expect((await read(two, { choices: { sheet: 'secret' } })).rows).toEqual([{ a: 1 }])
  })

  test('[X7] one with a password says so', async () => {
    const locked = bookOf('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
    expect(await readAny(fileOf('a.ods', locked))).toMatchObject({ code: 'file/encrypted' })
  })

  test.skipIf(!hasShared('3_excel'))('[X1] a document of LibreOffice, with a remark beside its cell', async () => {
    const table = await readAny(sharedFile('3_excel/calamine/with-annotation.ods'), { raw: true })
    expect('rows' in table && Object.values(table.rows[0] ?? {})).toEqual(['cell a.1'])
  })
})
