import { describe, expect, test } from 'vitest'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { json } from '#core/ingest/json/json.ts'
import type { Cell, ColumnType } from '#core/table/table.ts'
import { fileOf, type ReadTable, readText } from '../../support/table-files.ts'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const column = (values: readonly string[], name = 'value'): Promise<ReadTable> =>
  readText(`key,${name}\n${values.map((value, row) => `k${row},${quoted(value)}`).join('\n')}\n`)
const cells = ({ rows }: ReadTable, name = 'value'): Cell[] => rows.map((row) => row[name] ?? null)

type Case = readonly [rule: string, values: readonly string[], type: string, expected: readonly Cell[]]

describe('a column is typed by all of its cells', () => {
  test.each<Case>([
    ['integers', ['1', '-2', '+3', ' 4 ', '9007199254740991'], 'integer', [1, -2, 3, 4, 9007199254740991]],
    ['decimals', ['1', '2.5', '-0.125', '.5', '3.'], 'decimal', [1, 2.5, -0.125, 0.5, 3]],
    [
      'decimals of many digits',
      ['0.1234567890123456789', '2.23606797749979'],
      'decimal',
      [0.12345678901234568, 2.23606797749979],
    ],
    ['places in a ranking', ['1.', '2.', '10.'], 'integer', [1, 2, 10]],
    ['exponents', ['1.5e3', '-2E-2', '7'], 'decimal', [1500, -0.02, 7]],
    ['a true minus sign', ['−5', '4'], 'integer', [-5, 4]],
    ['[T2] whole numbers beyond 2^53', ['9007199254740993', '1'], 'text', ['9007199254740993', '1']],
    ['[T2] numbers beyond what a float can hold', ['1e400', '-1e400', '3'], 'text', ['1e400', '-1e400', '3']],
    ['[T2] leading zeros', ['007', '42'], 'text', ['007', '42']],
    ['zero itself', ['0', '0.5', '-0'], 'decimal', [0, 0.5, 0]],
    [
      '[T2] international telephone numbers',
      ['+15551234567', '+442071234567'],
      'text',
      ['+15551234567', '+442071234567'],
    ],
    [
      '[T2] telephone numbers with brackets',
      ['(555) 123-4567', '555-123-4567'],
      'text',
      ['(555) 123-4567', '555-123-4567'],
    ],
    ['[T2] codes with an E', ['1E5', '2E3', '12E7'], 'text', ['1E5', '2E3', '12E7']],
    ['[T2] codes with an E beside digits alone', ['5e123', '1234567', '9e7'], 'text', ['5e123', '1234567', '9e7']],
    ['addresses', ['192.168.1.1', '10.0.0.1'], 'text', ['192.168.1.1', '10.0.0.1']],
    ['versions', ['1.2.3', '1.10.0'], 'text', ['1.2.3', '1.10.0']],
    ['seasons', ['2003-04', '2004-05'], 'text', ['2003-04', '2004-05']],
    ['times', ['10:30', '11:45'], 'text', ['10:30', '11:45']],
    ['fractions', ['1/2', '3/4'], 'text', ['1/2', '3/4']],
    ['[T3] thousands', ['1,234', '12', '1,234,567'], 'integer', [1234, 12, 1234567]],
    ['[T3] thousands and decimals', ['1,234.5', '-12,345.25'], 'decimal', [1234.5, -12345.25]],
    ['[T3] points between thousands', ['1.234,5', '12,25', '1.234'], 'decimal', [1234.5, 12.25, 1234]],
    ['[T3] decimals after a comma', ['1,5', '2,25'], 'decimal', [1.5, 2.25]],
    [
      '[T3] Indian groups',
      ['12,34,567', '1,23,456.5', '12', '1,00,00,000'],
      'decimal',
      [1234567, 123456.5, 12, 10000000],
    ],
    [
      '[T3] groups parted by spaces',
      ['1 234', '145\u00a0107,5', '1\u202f234\u202f567', '12'],
      'decimal',
      [1234, 145107.5, 1234567, 12],
    ],
    ['[T3] groups parted by apostrophes', ["1'200", '12’345.5', '7'], 'decimal', [1200, 12345.5, 7]],
    ['signs behind', ['12-', '1,234.50-', '7'], 'decimal', [-12, -1234.5, 7]],
    ['[T4] codes of currencies', ['USD 12', 'USD 1,200.50', '-USD 7'], 'decimal', [12, 1200.5, -7]],
    ['[T4] crowns', ['12 kr', '1 250,50 kr'], 'decimal', [12, 1250.5]],
    ['[T4] francs', ["CHF 1'200", 'CHF 12.50'], 'decimal', [1200, 12.5]],
    ['[T2] nine digits in threes throughout', ['555 123 456', '555 987 654'], 'text', ['555 123 456', '555 987 654']],
    ['telephone numbers in pairs', ['12 34 56 78', '87 65 43 21'], 'text', ['12 34 56 78', '87 65 43 21']],
    ['thousands in words', ['1.2k', '3M'], 'text', ['1.2k', '3M']],
    ['words that begin as currencies do', ['kroner', 'Frank', 'Rs'], 'text', ['kroner', 'Frank', 'Rs']],
    ['[T9] durations in words', ['90 min', '1h 30m', '2 hours'], 'duration', ['1:30:00', '1:30:00', '2:00:00']],
    ['[T9] durations of ISO 8601', ['PT1H30M', 'PT45S'], 'duration', ['1:30:00', '0:00:45']],
    ['[T9] clocks that no day has', ['1:23:45', '100:00:00'], 'duration', ['1:23:45', '100:00:00']],
    ['[T9] clocks that may be times of day', ['10:30:00', '1:23:45'], 'text', ['10:30:00', '1:23:45']],
    [
      '[T8] cells that a spreadsheet had no room for',
      ['1/31/2019', '#######', '2/1/2019'],
      'date',
      ['2019-01-31', null, '2019-02-01'],
    ],
    ['groups of the wrong size', ['1,23,4', '12,34'], 'text', ['1,23,4', '12,34']],
    ['[T4] dollars', ['$1,234.50', '-$5', '$-6', '($7.25)'], 'decimal', [1234.5, -5, -6, -7.25]],
    ['[T4] euros behind', ['5 €', '1.234,50 €'], 'decimal', [5, 1234.5]],
    ['[T4] percent', ['12%', '3.5 %', '-1%'], 'decimal', [12, 3.5, -1]],
    ['[T4] two currencies', ['$5', '€6'], 'text', ['$5', '€6']],
    ['[T4] percent among plain numbers', ['5%', '0.05'], 'text', ['5%', '0.05']],
    ['[T7] booleans', ['true', 'FALSE', 'True'], 'boolean', [true, false, true]],
    ['[T7] yes and no', ['yes', 'no'], 'text', ['yes', 'no']],
    ['[T7] zeros and ones', ['0', '1'], 'integer', [0, 1]],
    [
      '[T8] null tokens among numbers',
      ['1', 'NA', '-', '', 'n/a', 'NaN', 'None', '#N/A', '2'],
      'integer',
      [1, null, null, null, null, null, null, null, 2],
    ],
    [
      '[T8] null tokens among words',
      ['red', 'NA', '-', '', 'null', 'None'],
      'text',
      ['red', null, '-', null, null, 'None'],
    ],
    ['[T8] NA among codes', ['NA', 'EU', 'SA', 'AF'], 'text', ['NA', 'EU', 'SA', 'AF']],
    ['spaces alone', ['a b', '   ', ' c'], 'text', ['a b', null, ' c']],
    ['nothing at all', ['', '', ''], 'text', [null, null, null]],
  ])('%s', async (_, values, type, expected) => {
    const table = await column(values)
    expect(table.types['value']).toBe(type)
    expect(cells(table)).toEqual(expected)
    expect(table.odd).toEqual([])
  })

  test('[T2] digits in a column of telephone numbers', async () => {
    expect((await column(['5551234567', '5559876543'], 'Mobile phone')).types['Mobile phone']).toBe('text')
  })

  test('[T4] the symbol becomes the unit', async () => {
    expect((await column(['$5', '$6'])).units.get('value')).toBe('$')
    expect((await column(['5%', '6%'])).units.get('value')).toBe('%')
    expect((await column(['5', '6'])).units.size).toBe(0)
  })

  test.each([
    ['in a file parted by semicolons', 'a;b\n71.500;x\n126.329;y\n12.000;z\n', 'thousands'],
    ['beside dates as 31.12.2024', 'a,b\n71.500,1.2.2024\n126.329,3.4.2024\n12.000,5.6.2024\n', 'thousands'],
    ['beside whole numbers', 'a,b\n71.500,x\n126.329,y\n12.000,z\n900,z\n', 'thousands'],
    ['where nothing shows it', 'a,b\n71.500,x\n126.329,y\n12.000,z\n', 'asked'],
    ['beside decimals with a point', 'a;b\n71.500;1.5\n126.329;2.5\n12.000;3.25\n', 'decimals'],
    ['of two rows alone', 'a;b\n71.500;x\n126.329;y\n', 'asked'],
  ])('[T3] points before three digits throughout, %s', async (_, text, are) => {
    const table = await readText(text)
    expect(cells(table, 'a')[0]).toBe(are === 'thousands' ? 71_500 : 71.5)
    const notes = table.report.notes.join()
    expect(notes.includes('the point parts thousands')).toBe(are === 'thousands')
    expect(notes.includes('Do the points in “a” part thousands?')).toBe(are === 'asked')
  })

  test('[T3] other columns tell what one column leaves open', async () => {
    const table = await readText('a;b\n1,234;1,5\n2,345;2,5\n')
    expect(cells(table, 'a')).toEqual([1.234, 2.345])
    expect(table.report.notes.join()).toContain('the comma marks decimals')
  })
})

describe('durations', () => {
  test('[T9] clocks under a name of lengths of time', async () => {
    const table = await column(['1:23:45', '0:59:59', '12:00:00'], 'Duration')
    expect(table.types['Duration']).toBe('duration')
    expect(cells(table, 'Duration')).toEqual(['1:23:45', '0:59:59', '12:00:00'])
  })

  test('[T9] beside hours, short clocks are minutes and seconds, which is noted', async () => {
    const table = await column(['3:45', '1:02:10', '12:30'], 'Length')
    expect(cells(table, 'Length')).toEqual(['0:03:45', '1:02:10', '0:12:30'])
    expect(table.report.notes.join()).toContain('a minute and a half')
  })

  test('[T9] short clocks alone stay text', async () => {
    expect((await column(['3:45', '12:30'], 'Duration')).types['Duration']).toBe('text')
  })

  test('[T1] a few cells that are none are odd', async () => {
    const values = Array.from({ length: 200 }, (_, row) => (row === 7 ? 'soon' : `${row} min`))
    const table = await column(values)
    expect(table.types['value']).toBe('duration')
    expect(table.odd).toEqual([{ row: 7, column: 1, text: 'soon' }])
  })
})

describe('what a person chooses', () => {
  const chosen = (text: string, choices: ReadChoices): Promise<ReadTable> => readText(text, { choices })

  test.each<[ColumnType, readonly string[], readonly Cell[], readonly string[]]>([
    ['integer', ['007', '12', 'x', '1.5'], [7, 12, null, null], ['x', '1.5']],
    ['decimal', ['1.5', 'a', 'b', '2'], [1.5, null, null, 2], ['a', 'b']],
    ['text', ['1', '2', 'NA'], ['1', '2', null], []],
    ['boolean', ['yes', 'N', '1', 'true', 'maybe'], [true, false, true, true, null], ['maybe']],
    ['date', ['2024-01-31 10:00', 'later', '2024-02-01'], ['2024-01-31', null, '2024-02-01'], ['later']],
    [
      'timestamp',
      ['2024-01-31', 'later', '2024-02-01 10:00'],
      ['2024-01-31T00:00:00Z', null, '2024-02-01T10:00:00Z'],
      ['later'],
    ],
    ['duration', ['1:30', '90 min', 'long'], ['1:30:00', '1:30:00', null], ['long']],
  ])('[T10] %s, and what does not fit is odd, without limit', async (type, values, expected, odd) => {
    const text = `key,value\n${values.map((value, row) => `k${row},${quoted(value)}`).join('\n')}\n`
    const table = await chosen(text, { types: { value: type } })
    expect(table.types['value']).toBe(type)
    expect(cells(table)).toEqual(expected)
    expect(table.odd.map((cell) => cell.text)).toEqual(odd)
  })

  test('[T10] the mark before decimals', async () => {
    const table = await chosen('a;b\n1,234;x\n2,345;y\n', { decimal: 'comma' })
    expect(cells(table, 'a')).toEqual([1.234, 2.345])
    expect(cells(await chosen('a;b\n1.234;x\n2.345;y\n', { decimal: 'comma' }), 'a')).toEqual([1234, 2345])
  })

  test('[T10] the order of day and month, which is then not assumed', async () => {
    const table = await chosen('a,b\n1/2/2019,x\n3/4/2019,y\n', { dayFirst: true })
    expect(cells(table, 'a')).toEqual(['2019-02-01', '2019-04-03'])
    expect(table.report.notes).toEqual([])
  })

  test('[T10] in JSON too', async () => {
    const opened = await json.open(fileOf('a.json', '[{"a":"007"},{"a":"x"}]'), {
      choices: { types: { a: 'integer' } },
    })
    if (!opened.ok) throw new Error(opened.error.message)
    expect(opened.value.fields).toEqual([{ name: 'a', type: 'integer' }])
  })
})

describe('time zones', () => {
  test.each([
    ['none', ['2024-01-01 10:00', '2024-01-02 11:00'], 'name no time zone; they are shown as they stand'],
    ['some', ['2024-01-01T10:00Z', '2024-01-02 11:00'], 'name no time zone; they were taken as UTC'],
    ['several', ['2024-01-01T10:00Z', '2024-01-02T11:00+02:00'], 'several time zones; all are shown in UTC'],
  ])('[T6] %s', async (_, values, sentence) => {
    expect((await column(values)).report.notes.join()).toContain(sentence)
  })

  test('[T6] one zone throughout needs no word', async () => {
    expect((await column(['2024-01-01T10:00Z', '2024-01-02T11:00Z'])).report.notes).toEqual([])
  })
})

describe('dates and moments', () => {
  test.each<Case>([
    ['ISO dates', ['2000-01-31', '1969-12-31', '2024-02-29'], 'date', ['2000-01-31', '1969-12-31', '2024-02-29']],
    ['years first', ['2000/1/31', '2000/12/1'], 'date', ['2000-01-31', '2000-12-01']],
    [
      'month names',
      ['Jan 1 2000', 'February 28, 2001', '1 Mar 2002', '4-Apr-03', 'Sept 5th, 2004', 'Mon, 6 May 2024'],
      'date',
      ['2000-01-01', '2001-02-28', '2002-03-01', '2003-04-04', '2004-09-05', '2024-05-06'],
    ],
    [
      'month names of other languages',
      [
        '5. März 2020',
        '1 août 2021',
        '3 de mayo de 2022',
        '12 dicembre 2019',
        '7 października 2020',
        '1 maart 2021',
        '2 dezembro 2018',
      ],
      'date',
      ['2020-03-05', '2021-08-01', '2022-05-03', '2019-12-12', '2020-10-07', '2021-03-01', '2018-12-02'],
    ],
    ['months of short years', ['Jan-24', 'Feb-24', 'Dec-99'], 'date', ['2024-01-01', '2024-02-01', '1999-12-01']],
    ['quarters and weeks', ['2024-Q1', '2024-W05'], 'text', ['2024-Q1', '2024-W05']],
    ['months', ['Jan 2000', 'February 2001'], 'date', ['2000-01-01', '2001-02-01']],
    ['[T5] months first', ['1/2/2019', '1/31/2019'], 'date', ['2019-01-02', '2019-01-31']],
    ['[T5] days first', ['1/2/2019', '31/1/2019'], 'date', ['2019-02-01', '2019-01-31']],
    ['[T5] days first after points', ['1.2.2019', '3.4.2019'], 'date', ['2019-02-01', '2019-04-03']],
    ['[T5] short years', ['12/30/17', '1/5/70'], 'date', ['2017-12-30', '1970-01-05']],
    [
      '[T6] moments',
      ['2019-03-23 20:21:09', '2019-03-23T20:21:09.5'],
      'timestamp',
      ['2019-03-23T20:21:09Z', '2019-03-23T20:21:09.500Z'],
    ],
    [
      '[T6] moments with zones',
      ['2019-03-23T20:00:00Z', '2019-03-23T20:00:00+02:00', '2019-03-23 20:00 -0530'],
      'timestamp',
      ['2019-03-23T20:00:00Z', '2019-03-23T18:00:00Z', '2019-03-24T01:30:00Z'],
    ],
    [
      'halves of days',
      ['1/31/2019 12:05 AM', '1/31/2019 3:15:01 pm'],
      'timestamp',
      ['2019-01-31T00:05:00Z', '2019-01-31T15:15:01Z'],
    ],
    ['[T6] midnights are dates', ['2019-03-23 00:00:00', '2019-03-24T00:00'], 'date', ['2019-03-23', '2019-03-24']],
    ['days that do not exist', ['2019-02-29', '2019-13-01'], 'text', ['2019-02-29', '2019-13-01']],
    ['both orders at once', ['31/1/2019', '1/31/2019'], 'text', ['31/1/2019', '1/31/2019']],
  ])('%s', async (_, values, type, expected) => {
    const table = await column(values)
    expect(table.types['value']).toBe(type)
    expect(cells(table)).toEqual(expected)
  })

  test('[T5] an order that nothing shows is taken as month first, and noted', async () => {
    const table = await column(['1/2/2019', '3/4/2019'])
    expect(cells(table)).toEqual(['2019-01-02', '2019-03-04'])
    expect(table.report.notes.join()).toContain('Nothing tells day from month in “value”')
  })

  test('[T5] another column shows the order', async () => {
    const table = await readText('sent,came\n1/2/2019,25/2/2019\n3/4/2019,4/4/2019\n')
    expect(cells(table, 'sent')).toEqual(['2019-02-01', '2019-04-03'])
    expect(table.report.notes).toEqual([])
  })
})

describe('[T1] what does not fit', () => {
  const numbers = Array.from({ length: 400 }, (_, row) => String(row))

  test('a few cells are kept as odd, with their row and text', async () => {
    const table = await column([...numbers, 'see note', '12 apples'])
    expect(table.types['value']).toBe('integer')
    expect(table.odd).toEqual([
      { row: 400, column: 1, text: 'see note' },
      { row: 401, column: 1, text: '12 apples' },
    ])
    expect(cells(table).slice(399)).toEqual([399, null, null])
  })

  test('more than 1 % make the column text', async () => {
    const table = await column([...numbers, 'a', 'b', 'c', 'd', 'e'])
    expect(table.types['value']).toBe('text')
    expect(table.odd).toEqual([])
    expect(cells(table).slice(398, 402)).toEqual(['398', '399', 'a', 'b'])
  })

  test('a text at the very end counts as much as one at the beginning', async () => {
    const table = await column([...Array.from({ length: 99_000 }, (_, row) => String(row)), '007'])
    expect(table.types['value']).toBe('text')
    expect(cells(table)[5]).toBe('5')
  })

  test('more than a thousand make the column text, however long it is', async () => {
    const values = Array.from({ length: 150_000 }, (_, row) => (row % 140 === 0 ? `x${row}` : String(row)))
    expect((await column(values)).types['value']).toBe('text')
  }, 30_000)
})

describe('raw', () => {
  test('every cell is the text that was read', async () => {
    const { rows, types } = await readText('a,b,c\n007, x ,NA\n1e5,,null\n', { raw: true })
    expect(types).toEqual({ a: 'text', b: 'text', c: 'text' })
    expect(rows).toEqual([
      { a: '007', b: ' x ', c: 'NA' },
      { a: '1e5', b: null, c: 'null' },
    ])
  })
})

describe('numbers that are names', () => {
  const typesOf = async (text: string): Promise<Readonly<Record<string, string>>> => (await readText(text)).types

  test('[T2] versions are text, and so are sections where 1.10 stands beside 1.9', async () => {
    expect(await typesOf('version,section,release\n1.10,1.9,1.5\n1.9,1.10,2.5\n2.0,1.11,2.25\n')).toEqual({
      version: 'text',
      section: 'text',
      release: 'decimal',
    })
  })

  test('[T2] amounts typed by hand are numbers', async () => {
    expect(await typesOf('price,conversion\n1.5,0.10\n2.50,0.2\n3.0,0.30\n')).toEqual({
      price: 'decimal',
      conversion: 'decimal',
    })
  })

  test('[T2] whole numbers that are rounded, and columns without a value, are named', async () => {
    const { report } = await readText('a,b,c\n12345678901234567890,,1\n1.5,,2\n2.5,,3\n')
    expect(report.notes).toEqual([
      '“a”: some whole numbers have more digits than can be computed with exactly; they are rounded.',
      '“b”: no row has a value.',
    ])
  })
})
