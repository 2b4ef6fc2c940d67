import { describe, expect, test } from 'vitest'
import type { Profile } from '#core/profile/profile.ts'
import { profileOfText } from '../../support/profile-text.ts'
import { seededRandom } from '../../support/random.ts'

const day = 86_400_000
const iso = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const csvOf = (header: string, rows: readonly string[]): string => `${header}\n${rows.join('\n')}\n`
const column = (profile: Profile, name: string) => profile.columns.find((one) => one.name === name)
const rowsOf = (count: number, write: (row: number) => string): string[] =>
  Array.from({ length: count }, (_, row) => write(row))

test.each([
  ['increasing', (row: number) => row * 2],
  ['ascending', (row: number) => Math.floor(row / 3)],
  ['decreasing', (row: number) => -row],
  ['descending', (row: number) => -Math.floor(row / 2)],
  ['constant', () => 7],
  ['none', (row: number) => (row * 37) % 101],
] as const)('[P4] %s values are told to be so', async (order, value) => {
  const profile = await profileOfText(
    csvOf(
      'a,b',
      rowsOf(300, (row) => `${row % 7 === 3 ? '' : value(row)},x${row}`),
    ),
  )
  expect(column(profile, 'a')?.numbers?.shape?.order).toBe(order)
})

test('[P5] values far out are counted by each rule and kept with their rows', async () => {
  const values = rowsOf(400, (row) => String(100 + (row % 21)))
  values[50] = '5000'
  values[333] = '-900'
  const found = column(
    await profileOfText(
      csvOf(
        'n,t',
        values.map((value) => `${value},x`),
      ),
    ),
    'n',
  )?.numbers?.outliers
  expect(found).toMatchObject({
    quartiles: { count: 2, low: 90, high: 130 },
    robust: { count: 2 },
    exact: true,
    lowest: [{ row: 333, value: -900 }],
    highest: [{ row: 50, value: 5000 }],
  })
})

test('[P5] a column that is mostly one value has no fences by quartiles or by the median', async () => {
  const found = column(
    await profileOfText(
      csvOf(
        'n,t',
        rowsOf(100, (row) => `${row < 90 ? 0 : row},x`),
      ),
    ),
    'n',
  )
  expect(found?.numbers?.outliers).toMatchObject({ quartiles: null, robust: null })
})

describe('[P6] the coverage of moments', () => {
  const start = Date.UTC(2023, 0, 2)
  const cases = [
    ['hour', (row: number) => new Date(start + row * 3_600_000).toISOString()],
    ['day', (row: number) => iso(start + row * day)],
    ['week', (row: number) => iso(start + row * 7 * day)],
    ['month', (row: number) => iso(Date.UTC(2015, row, 1))],
    ['quarter', (row: number) => iso(Date.UTC(2000, row * 3, 1))],
    ['year', (row: number) => iso(Date.UTC(1950 + row, 0, 1))],
  ] as const
  test.each(cases)('finds that there is one row a %s, and the gap in it', async (grain, at) => {
    const rows = rowsOf(70, (row) => `${at(row)},${row}`).filter((_, row) => row < 30 || row > 33)
    const profile = await profileOfText(csvOf('when,n', rows))
    const coverage = column(profile, 'when')?.coverage
    expect(coverage).toMatchObject({ grain, expected: 70, missing: 4, gaps: [{ periods: 4 }] })
    expect(profile.time).toMatchObject({ column: 'when', grain })
  })

  test('does not miss weekends where no row falls on one', async () => {
    const days = rowsOf(140, (row) => iso(start + row * day)).filter((_, row) => row % 7 < 5 && row !== 16)
    const coverage = column(
      await profileOfText(
        csvOf(
          'when,n',
          days.map((one, row) => `${one},${row}`),
        ),
      ),
      'when',
    )?.coverage
    expect(coverage).toMatchObject({ grain: 'day', weekdaysOnly: true, expected: 100, missing: 1 })
    expect(coverage?.gaps).toEqual([{ from: start + 16 * day, to: start + 16 * day, periods: 1 }])
  })

  test('has no grain where moments are scattered', async () => {
    const moments = [0, 1, 700, 9000, 9001, 9400, 20_000].map((at, row) => `${iso(at * day)},${row}`)
    expect(column(await profileOfText(csvOf('when,n', moments)), 'when')?.coverage?.grain).toBeNull()
  })
})

test('[P7] texts have lengths, patterns and groups of spellings', async () => {
  const codes = rowsOf(100, (row) => `AB-${100 + row},${['Café', 'cafe', 'Tea'][row % 3]}`)
  const profile = await profileOfText(csvOf('code,drink', codes))
  expect(column(profile, 'code')?.text).toMatchObject({
    mean: 6,
    untrimmed: 0,
    patterns: [{ value: 'AA-999', count: 100 }],
  })
  expect(column(profile, 'drink')?.spellings).toEqual([
    {
      rows: 67,
      values: [
        { value: 'Café', count: 34 },
        { value: 'cafe', count: 33 },
      ],
    },
  ])
})

describe('rows', () => {
  test('[T1] duplicates are exact while few, and odd cells tell rows apart', async () => {
    const rows = rowsOf(500, (row) => `${row},k${row % 5}`)
    const text = csvOf('n,k', [...rows, rows[7] ?? '', rows[7] ?? '', rows[9] ?? '', 'x,k1', 'y,k1'])
    const { table } = await profileOfText(text)
    expect(table?.duplicates).toMatchObject({ rows: 3, exact: true })
    expect(table?.duplicates.examples).toEqual([
      { row: 500, first: 7 },
      { row: 501, first: 7 },
      { row: 502, first: 9 },
    ])
  })

  test(
    '[T1] many different rows: none where there are none, else about as many as there are',
    { timeout: 60_000 },
    async () => {
      const different = rowsOf(300_000, (row) => `${row},${row % 10}`)
      const without = await profileOfText(csvOf('n,k', different))
      expect(without.table?.duplicates).toMatchObject({ rows: 0, exact: false })
      const twice = different.map((row, at) => (at >= 200_000 ? (different[at - 200_000] ?? row) : row))
      const found = (await profileOfText(csvOf('n,k', twice))).table?.duplicates
      expect(Math.abs((found?.rows ?? 0) - 100_000)).toBeLessThan(2000)
    },
  )

  test('[T2] columns that are empty together are told', async () => {
    const rows = rowsOf(100, (row) => (row % 4 === 0 ? `${row},,` : row % 10 === 1 ? `${row},a,` : `${row},a,5`))
    expect((await profileOfText(csvOf('id,b,c', rows))).table?.missing).toEqual([
      { columns: [], rows: 65 },
      { columns: ['b', 'c'], rows: 25 },
      { columns: ['c'], rows: 10 },
    ])
  })

  test('[T3] keys are found alone, in pairs and triples, and broken ones are told', async () => {
    const single = await profileOfText(
      csvOf(
        'order_id,n',
        rowsOf(200, (row) => `o${row * 7},${row % 3}`),
      ),
    )
    expect(single.table?.keys).toEqual([{ columns: ['order_id'], repeated: 0, nulls: 0, exact: true }])
    const broken = await profileOfText(
      csvOf(
        'order_id,n',
        rowsOf(200, (row) => `o${row === 9 ? 8 : row},${row % 3}`),
      ),
    )
    expect(broken.table?.keys).toEqual([{ columns: ['order_id'], repeated: 1, nulls: 0, exact: true }])
    const pair = await profileOfText(
      csvOf(
        'shop,day,n',
        rowsOf(200, (row) => `s${row % 10},d${Math.floor(row / 10)},${row % 3}`),
      ),
    )
    expect(pair.table?.keys.map(({ columns }) => columns)).toEqual([['shop', 'day']])
    const triple = await profileOfText(
      csvOf(
        'a,b,c',
        rowsOf(1000, (row) => `a${row % 10},b${Math.floor(row / 10) % 10},c${Math.floor(row / 100)}`),
      ),
    )
    expect(triple.table?.keys.map(({ columns }) => columns)).toEqual([['a', 'b', 'c']])
    const none = await profileOfText(
      csvOf(
        'price,n',
        rowsOf(100, (row) => `${row}.25,${row % 3}`),
      ),
    )
    expect(none.table?.keys.map(({ columns }) => columns)).toEqual([])
  })

  test('[T4] a sample of many rows gives nearly the figures of all', { timeout: 60_000 }, async () => {
    const random = seededRandom(5)
    const rows = rowsOf(60_000, () => {
      const a = random.next()
      return `${a.toFixed(4)},${(a + random.next()).toFixed(4)},${random.pick(['x', 'y', 'z'])}`
    })
    const { table } = await profileOfText(csvOf('a,b,k', rows))
    expect(table?.sampledRows).toBeGreaterThan(5000)
    expect(table?.sampledRows).toBeLessThanOrEqual(10_000)
    expect(Math.abs((table?.spearman[0]?.value ?? 0) - 0.7)).toBeLessThan(0.05)
    expect(table?.correlationRatio.every(({ value }) => value < 0.05)).toBe(true)
  })

  test('[T5] a birthday is not when the rows happened; a rising measure is told to rise', async () => {
    const rows = rowsOf(
      120,
      (row) => `${iso(Date.UTC(1980, 0, 1 + row))},${iso(Date.UTC(2023, 0, 1 + row))},${row * 3 + (row % 5)}.5`,
    )
    const { time } = await profileOfText(csvOf('birth_date,order_date,total', rows))
    expect(time).toMatchObject({ column: 'order_date', grain: 'day', regularity: 1 })
    const trend = time?.series.find(({ column }) => column === 'total')?.tests.find(({ id }) => id === 'mann-kendall')
    expect(trend?.sentence).toBe('Rises by about 3 a day (p < 0.001).')
  })

  test('[T6] a field of business is told with its evidence, or nothing', async () => {
    const patients = await profileOfText(
      csvOf(
        'patient_id,diagnosis,blood_pressure,age',
        rowsOf(30, (row) => `p${row},asthma,${100 + row},${row}`),
      ),
    )
    expect(patients.table?.domains[0]).toMatchObject({ id: 'healthcare' })
    expect(patients.table?.domains[0]?.evidence).toContain('diagnosis')
    const letters = await profileOfText(
      csvOf(
        'a,b',
        rowsOf(30, (row) => `${row},q`),
      ),
    )
    expect(letters.table?.domains).toEqual([])
  })
})
