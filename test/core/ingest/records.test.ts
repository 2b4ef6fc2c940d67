import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasShared, sharedFile, sharedFilesBelow, sharedText } from '../../support/shared.ts'
import { fileOf, readTable, readText } from '../../support/table-files.ts'

const cellsOf = async (text: string): Promise<unknown[][]> => {
  const { rows } = await readText(text, { raw: true })
  return rows.map((row) => Object.values(row))
}

describe('records', () => {
  test.each([
    ['plain', 'a,b\nx,y\n', [['x', 'y']]],
    ['without a last line end', 'a,b\nx,y', [['x', 'y']]],
    ['with carriage returns', 'a,b\r\nx,y\r\n', [['x', 'y']]],
    [
      'with carriage returns alone',
      'a,b\rx,y\rz,w',
      [
        ['x', 'y'],
        ['z', 'w'],
      ],
    ],
    [
      'with semicolons',
      'a;b\nx;1,5\ny;2,5\n',
      [
        ['x', '1,5'],
        ['y', '2,5'],
      ],
    ],
    ['with tabs', 'a\tb\nx, y\tz\n', [['x, y', 'z']]],
    ['with pipes', 'a|b\nx|y\n', [['x', 'y']]],
    ['with the delimiter announced', 'sep=;\na;b\nx;y\n', [['x', 'y']]],
    [
      'with quoted delimiters and line ends',
      'a,b\n"x,y","1\n2"\nz,w\n',
      [
        ['x,y', '1\n2'],
        ['z', 'w'],
      ],
    ],
    ['with doubled quotes', 'a,b\n"say ""hi""",y\n', [['say "hi"', 'y']]],
    [
      'with quotes after backslashes',
      'a,b\n"say \\"hi\\", he",y\n"x\\"z",w\n',
      [
        ['say "hi", he', 'y'],
        ['x"z', 'w'],
      ],
    ],
    [
      'with single quotes',
      "a,b\n'x,1','y'\n'z,2','w'\n",
      [
        ['x,1', 'y'],
        ['z,2', 'w'],
      ],
    ],
    [
      'with an apostrophe',
      "a,b\nit's,y\n'tis,w\n",
      [
        ["it's", 'y'],
        ["'tis", 'w'],
      ],
    ],
    [
      'with empty cells at the end',
      'a,b,c\n1,,\n,,""\n',
      [
        ['1', null, null],
        [null, null, null],
      ],
    ],
  ])('[R1] %s', async (_, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected)
  })

  test.each([
    ['[R2] a quote inside an unquoted cell', 'a,b\n6\'3",y\n', [['6\'3"', 'y']]],
    ['[R2] quotes inside a quoted cell', 'a,b\n"he said "no" twice",y\n', [['he said "no" twice', 'y']]],
    [
      '[R2] text after a closing quote',
      'a,b\n"x"y,z\nv,w\n',
      [
        ['"x"y', 'z'],
        ['v', 'w'],
      ],
    ],
    [
      '[R3] a quote that never closes',
      'a,b\n"x,y\nz,w\n',
      [
        ['"x', 'y'],
        ['z', 'w'],
      ],
    ],
    [
      '[R3] a quote that would close on a later cell',
      'a,b\n"x,y\nz,"w"\nu,v\n',
      [
        ['"x', 'y'],
        ['z', 'w'],
        ['u', 'v'],
      ],
    ],
    [
      '[R3] a lone quote as the last cell',
      'a,b\nx,"\ny,z\n',
      [
        ['x', '"'],
        ['y', 'z'],
      ],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected)
  })

  test('[R3] a quote that never closes costs one record, not the file, and no more memory than its bound', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `row ${row},some words to fill the line`)
    rows[5] = '"row 5,some words'
    const { report } = await readText(`a,b\n${rows.join('\n')}\n`)
    expect(report.rowsRead).toBe(60_000)
    expect(report.oddRows).toBe(0)
  })

  test('[R4] short and long rows are kept, counted, and shown word for word with their line', async () => {
    const { rows, report } = await readText('a,b,c\n1,2,3\n4,5\n"x\ny",7,8\n9,10,11,extra,more\n12,13,14\n')
    expect(rows).toHaveLength(5)
    expect(rows[1]).toEqual({ a: '4', b: 5, c: null })
    expect(report).toMatchObject({
      rowsRead: 5,
      oddRows: 2,
      oddRowExamples: [
        { line: 3, cells: 2, text: '4,5' },
        { line: 6, cells: 5, text: '9,10,11,extra,more' },
      ],
    })
  })

  test('[R4] a row with ten times the columns is one odd row', async () => {
    const wide = Array.from({ length: 50 }, (_, place) => `w${place}`).join(',')
    const { rows, report } = await readText(`a,b,c,d,e\n1,2,3,4,5\n${wide}\n6,7,8,9,10\n`)
    expect(rows).toHaveLength(3)
    expect(report.oddRows).toBe(1)
    expect(report.oddRowExamples[0]).toMatchObject({ line: 3, cells: 50, text: wide })
  })

  test('[R5] lines of nothing but delimiters are passed over, wherever they stand', async () => {
    const { rows, report } = await readText('a,b\n,\n1,x\n, \n2,y\n"",\n3,z\n')
    expect(rows.map(({ a }) => a)).toEqual([1, 2, null, 3])
    expect(report.notes.join(' ')).toContain('2 empty lines were passed over.')
  })

  test('[R5] trailing delimiters and empty lines are not odd', async () => {
    const { fields, rows, report } = await readText('a,b\n1,2,\n\n3,4,\n   \n')
    expect(fields.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(rows).toHaveLength(2)
    expect(report.oddRows).toBe(0)
    expect(report.notes).toContain('2 empty lines were passed over.')
  })

  test('[R7] empty and repeated names are made unique', async () => {
    const { fields, report } = await readText('id,name,name,,name 2,\n1,x,y,z,w,v\n2,a,b,c,d,e\n')
    expect(fields.map(({ name }) => name)).toEqual(['id', 'name', 'name 3', 'Column 4', 'name 2', 'Column 6'])
    expect(report.notes).toEqual([
      '“name” stood twice in the header; column 3 is called “name 3”.',
      'Column 4 had no name and is called “Column 4”.',
      'Column 6 had no name and is called “Column 6”.',
    ])
  })

  test('[R7] unnamed columns at the end that hold nothing are left out', async () => {
    const { fields, report } = await readText('a,b,,\n1,2,,\n3,4,,\n')
    expect(fields.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(report.notes).toContain('Empty columns without a name at the end were left out.')
  })

  test.each([
    ['words over numbers', 'a,b\n1,2\n3,4\n', true],
    ['words over words', 'name,city\nAda,London\nAlan,Wilmslow\n', true],
    ['years over numbers', 'country,1990,2000\nPeru,1,2\nChad,3,4\n', true],
    ['numbers from the first row on', '1,2\n3,4\n5,6\n', false],
    ['dates from the first row on', '2020-01-01,a\n2020-01-02,b\n', false],
    ['a header alone', 'a,b,c\n', true],
  ])('[R7] %s', async (_, text, expected) => {
    expect((await readText(text)).report.hasHeader).toBe(expected)
  })

  test('[F3] cells that look like formulas are text', async () => {
    const { rows, types } = await readText('name,total\n"=HYPERLINK(""http://x"")",=1+1\n@SUM(A1),+cmd|x\n')
    expect(types).toEqual({ name: 'text', total: 'text' })
    expect(rows).toEqual([
      { name: '=HYPERLINK("http://x")', total: '=1+1' },
      { name: '@SUM(A1)', total: '+cmd|x' },
    ])
  })

  test('[R6] how the bytes arrive changes nothing', async () => {
    const text = 'a,b,c\r\n"x\r\ny",1,"say ""hi"""\r\n"q"z,2,\r\n\r\nlast,3,"""end"""'
    const whole = await readText(text)
    for (let chunkSize = 1; chunkSize < 12; chunkSize++) {
      expect(await readTable(fileOf('a.csv', text, chunkSize))).toEqual(whole)
    }
  })
})

describe.skipIf(!hasShared('2_csv'))('csv-spectrum', () => {
  const folder = '2_csv/csv-spectrum'
  const names = sharedFilesBelow(`${folder}/csvs`).map((path) => basename(path))
  // Two golden files disagree with their CSVs: one has another telephone number, one the carriage returns that its CSV lost.
  const known: Readonly<Record<string, (gold: string) => string>> = {
    'location_coordinates.csv': (gold) => gold.replace('1234567890', '2095257564'),
    'newlines_crlf.csv': (gold) => gold.replaceAll(String.raw`\r\n`, String.raw`\n`),
  }
  test.each(names)('%s', async (name) => {
    const gold = sharedText(`${folder}/json/${name.replace('.csv', '.json')}`)
    const expected: unknown = JSON.parse(known[name]?.(gold) ?? gold)
    const { rows } = await readTable(sharedFile(`${folder}/csvs/${name}`), { raw: true })
    const asText = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? ''])))
    expect(asText).toEqual([expected].flat())
  })
})
