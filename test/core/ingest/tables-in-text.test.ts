import { describe, expect, test } from 'vitest'
import { readText } from '../../support/table-files.ts'

const people = 'name,age,city\nAda,36,London\nAlan,41,Wilmslow\nGrace,85,Arlington\nEdsger,72,Nuenen\n'
const names = ['Ada', 'Alan', 'Grace', 'Edsger']

const namesIn = async (text: string): Promise<unknown[]> => (await readText(text)).rows.map((row) => row['name'])

describe('what stands around the table is no part of it, and is reported', () => {
  test('[R9] titles above are left out, word for word in the report', async () => {
    const { rows, report } = await readText(`People of computing\nfrom memory,,\n\n${people}`)
    expect(rows.map((row) => row['name'])).toEqual(names)
    expect(report.found?.skippedLines).toEqual({
      value: 3,
      why: 'The table begins on line 4; what stands above is no part of it.',
    })
    expect(report.found?.aside.examples).toEqual([
      { line: 1, part: 'skipped', text: 'People of computing' },
      { line: 2, part: 'skipped', text: 'from memory,,' },
    ])
  })

  test.each([
    ['a remark', `${people}\nSource: from memory\n`, 'Source: from memory', 7],
    ['a remark padded with delimiters', `${people}"* living people, as of 1972",,\n`, '* living people, as of 1972', 6],
    ['totals', `${people}Total,234,\n`, 'Total,234,', 6],
    ['totals and a remark', `${people}Total,234,\n\nNote: rounded\n`, 'Total,234,', 6],
  ])('[R9] %s below', async (_, text, first, line) => {
    const { rows, report } = await readText(text)
    expect(rows.map((row) => row['name'])).toEqual(names)
    expect(report.found?.aside.examples[0]).toMatchObject({ part: 'footer', line })
    expect(report.found?.aside.examples[0]?.text.startsWith(first)).toBe(true)
  })

  test.each([
    ['a last row with one value', `${people}Barbara,,\n`, [...names, 'Barbara']],
    ['a total that is a name among few', 'name,age\nTotal,3\n', ['Total']],
    [
      'rows of one value throughout',
      `${people}Barbara,,\nDonald,54,Stanford\nJohn,,\n`,
      [...names, 'Barbara', 'Donald', 'John'],
    ],
  ])('[R9] %s is a row', async (_, text, expected) => {
    expect(await namesIn(text)).toEqual(expected)
  })

  test('[R10] comments are found where they look like no row, and a header that begins with # is none', async () => {
    const { rows, report } = await readText(people.replace('Grace', '# half way\nGrace'))
    expect(rows.map((row) => row['name'])).toEqual(names)
    expect(report.found?.comment.value).toBe('#')
    expect(report.found?.aside.examples).toEqual([{ line: 4, part: 'comment', text: '# half way' }])
    expect((await readText('#,name\n1,Ada\n2,Alan\n')).fields.map(({ name }) => name)).toEqual(['#', 'name'])
  })
})

describe('headers', () => {
  test('[R7] several rows of names are joined', async () => {
    const { fields, rows } = await readText('depth,speed,place\nm,km/h,\n1,2,a\n3,4,b\n5,6,c\n')
    expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'depth m: integer',
      'speed km/h: integer',
      'place: text',
    ])
    expect(rows).toHaveLength(3)
  })

  test('[R7] a first row of words among numbers is a row where only one column speaks for it', async () => {
    expect((await readText('id,amount\nA1,pending\nA2,5\nA3,6\nA4,7\n')).report.found?.headerRows.value).toBe(1)
  })

  test.each([
    ['months', 'Metric,Jan 2024,Feb 2024,Mar 2024\nRevenue,100,200,300\nMargin,50%,70%,76.7%\n'],
    ['days', 'Region,2024-01-01,2024-01-02\nNorth,1,2\nSouth,3,4\n'],
    ['years', 'Region,2022,2023,2024\nNorth,1,2,3\nSouth,3,4,5\n'],
    ['hours', 'Day,0,1,2,3\nMonday,5,7,1,2\nTuesday,9,9,9,9\n'],
  ])('[R7] %s over numbers are names', async (_, text) => {
    const { fields } = await readText(text)
    expect(fields.map(({ name }) => name)).toEqual(text.split('\n')[0]?.split(','))
  })

  test.each([
    ['moments over moments', '2024-01-01,5\n2024-01-02,6\n2024-01-03,7\n'],
    ['a series over series', 'a,1,2,3\nb,4,5,6\nc,7,8,9\n'],
    ['numbers over numbers', 'a,10,7,30\nb,4,5,6\nc,7,1,9\n'],
  ])('[R7] %s are rows', async (_, text) => {
    expect((await readText(text)).report.found?.headerRows.value).toBe(0)
  })

  test('[R7] a header that stands there once more is left out, and the rows below it are of the same table', async () => {
    const { rows, report } = await readText(people.replace('Grace', 'name,age,city\nGrace'))
    expect(rows.map((row) => row['name'])).toEqual(names)
    expect(report.found?.aside.counts['repeated header']).toBe(1)
  })
})

describe('several tables in one file', () => {
  const two = `${people}\nCities\n\ncity,country,people\nLondon,UK,9\nWilmslow,UK,0\n`

  test('[R11] the first is taken that is not much smaller than the largest, and the others are named', async () => {
    const { rows, report } = await readText(two)
    expect(rows.map((row) => row['name'])).toEqual(names)
    expect(report.found?.tables).toEqual([
      { line: 1, rows: 4, columns: 3, names: 'name, age, city' },
      { line: 9, rows: 2, columns: 3, names: 'city, country, people' },
    ])
    expect(report.found?.table).toEqual({ value: 0, why: 'The file has 2 tables; this is the first.' })
    expect(report.found?.aside.counts['other table']).toBe(4)
  })

  test('[R11] a small one before a large one is passed over', async () => {
    const [, ...below] = people.trim().split('\n')
    const long = `${people}${`${below.join('\n')}\n`.repeat(2)}`
    const { rows, report } = await readText(`key,value,unit\nyear,2020,a\nmonth,5,m\n\n${long}`)
    expect(rows).toHaveLength(12)
    expect(report.found?.table.value).toBe(1)
    expect(report.found?.aside.counts).toMatchObject({ 'other table': 3 })
  })

  test('[R11] any may be chosen', async () => {
    const { rows, report } = await readText(two, { choices: { table: 1 } })
    expect(rows).toEqual([
      { city: 'London', country: 'UK', people: 9 },
      { city: 'Wilmslow', country: 'UK', people: 0 },
    ])
    expect(report.found?.aside.counts).toMatchObject({ 'other table': 5, skipped: 1 })
  })

  test('[R11] one far down a long file too', async () => {
    const long = Array.from({ length: 30_000 }, (_, row) => `row ${row},${row},x\n`).join('')
    const { rows } = await readText(`${people}${long}\n${'city,country,area\nLondon,UK,9\nParis,F,8\n'}`, {
      choices: { table: 1 },
    })
    expect(rows.map((row) => row['city'])).toEqual(['London', 'Paris'])
  })

  test('[R11] a table that the file does not have is said to be missing', async () => {
    const { report } = await readText(people, { choices: { table: 3 } })
    expect(report.found?.table).toEqual({ value: 0, why: 'The file has one table only.' })
  })
})

describe('rows whose cells have moved', () => {
  const orders = Array.from({ length: 30 }, (_, row) => `OR-${row},2023-01-${10 + (row % 20)},Oslo,${row * 3},paid now`)
  const withRow = (line: string): string =>
    `id,date,city,amount,state\n${[...orders.slice(0, 9), line, ...orders.slice(9)].join('\n')}\n`

  test.each([
    ['an empty cell too many', 'OR-99,,2023-05-05,Oslo,7,paid now', 'Oslo', 7],
    ['a delimiter within words', 'OR-99,2023-05-05,Oslo, Norway,7,paid now', 'Oslo, Norway', 7],
    ['a cell too few', 'OR-99,2023-05-05,7,paid now', null, 7],
    ['another delimiter', 'OR-99;2023-05-05;Oslo;7;paid now', 'Oslo', 7],
  ])('[R4] %s: the cells go where they look right, and the row is odd', async (_, line, city, amount) => {
    const { rows, report } = await readText(withRow(line))
    expect(rows[9]).toMatchObject({ id: 'OR-99', city, amount, state: 'paid now' })
    expect(report.oddRows).toBe(1)
    expect(report.oddRowExamples[0]).toMatchObject({ line: 11, text: line })
  })

  test('[R4] where nothing shows it, cells stay in their order', async () => {
    const { rows } = await readText('a,b,c\nx,y,z\nx,y,z\nx,y\nx,y,z\n')
    expect(rows[2]).toEqual({ a: 'x', b: 'y', c: null })
  })
})
