import { describe, expect, test } from 'vitest'
import { countOfGroups, isTooFine, problemOfPublic } from '#core/access/public-query.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import { loadText } from '../../support/load-text.ts'

const people = [
  'order id,email,customer name,city,team,amount,day,phone',
  ...Array.from({ length: 1200 }, (_, row) =>
    [
      `A-${row}`,
      `u${row % 600}@example.com`,
      `Person ${row}`,
      `City ${row % 7}`,
      `Team ${row % 150}`,
      (row * 7919) / 100,
      `2024-${String((row % 12) + 1).padStart(2, '0')}-01`,
      `+4930${1_000_000 + (row % 50)}`,
    ].join(','),
  ),
].join('\n')
/** The same without names, e-mail and phone. */
const impersonal = people
  .split('\n')
  .map((line) =>
    line
      .split(',')
      .filter((_, at) => ![1, 2, 7].includes(at))
      .join(','),
  )
  .join('\n')
const countries = [
  'country,population',
  ...Array.from({ length: 190 }, (_, row) => `Country ${row},${row * 1001}`),
].join('\n')

const modelOf = async (text: string) => (await loadText('orders.csv', text)).model
const asked = (input: Omit<QueryInput, 'dataset'>) => query.parse({ dataset: 'd', ...input })
const by = (...columns: string[]) =>
  asked({ dimensions: columns.map((column) => ({ column })), measures: [{ aggregate: 'count' }] })

describe('somebody with a public link', () => {
  test.each(['order id', 'email', 'customer name', 'phone', 'amount'])(
    'sees no groups by what tells people or records apart: %s',
    async (column) => {
      expect(problemOfPublic(by('city', column), await modelOf(people))?.error).toMatchObject({
        code: 'share/tells-apart',
        message: expect.stringContaining(`“${column}”`),
      })
    },
  )

  test.each(['order id', 'email', 'customer name'])('sees no single value of it either: %s', async (column) => {
    for (const aggregate of ['min', 'max'] as const) {
      const problem = problemOfPublic(asked({ measures: [{ aggregate, column }] }), await modelOf(people))
      expect(problem?.error.code).toBe('share/tells-apart')
    }
    const counted = asked({
      measures: [
        { aggregate: 'distinct', column },
        { aggregate: 'count', column },
      ],
    })
    expect(problemOfPublic(counted, await modelOf(people))).toBeNull()
  })

  test('sees groups, bins, courses in time, and the extremes of amounts', async () => {
    const model = await modelOf(people)
    for (const harmless of [
      by('city'),
      by('team', 'day'),
      asked({ dimensions: [{ column: 'amount', bins: 10 }], measures: [{ aggregate: 'count' }] }),
      asked({ dimensions: [{ column: 'day', grain: 'month' }], measures: [{ aggregate: 'max', column: 'amount' }] }),
    ])
      expect(problemOfPublic(harmless, model)).toBeNull()
  })

  test('sees a table of few rows by its names: it is a summary itself', async () => {
    expect(problemOfPublic(by('country'), await modelOf(countries))).toBeNull()
  })

  test('sees no rows', async () => {
    const model = await modelOf(people)
    expect(problemOfPublic(asked({ columns: ['city'] }), model)?.error.code).toBe('share/lists-rows')
  })

  test.each([
    ['people', impersonal],
    ['countries', countries],
  ])('sees every tile of a dashboard that was made by itself: %s', async (_, text) => {
    const model = await modelOf(text)
    for (const { title, query: shown } of designDashboard(model, String).tiles)
      expect(problemOfPublic(shown, model), title).toBeNull()
  })
})

test('[A4] nor groups by a column of persons whose name says nothing, however few they are', async () => {
  const names = ['Maria Lopez', 'John Smith', 'Anna Schmidt', 'Paul Martin']
  const rows = Array.from({ length: 1000 }, (_, row) => `${names[row % 4]},10.0.0.${row % 9},${row}`)
  const model = await modelOf(['who,origin,amount', ...rows].join('\n'))
  for (const column of ['who', 'origin']) {
    const problem = problemOfPublic(by(column), model)
    expect(problem?.error).toMatchObject({ code: 'share/tells-apart', message: expect.stringContaining(`“${column}”`) })
  }
})

describe('groups that are combined', () => {
  test('are counted first, without their moments, whatever the tile shows of them', async () => {
    const model = await modelOf(people)
    const tile = { ...by('city', 'team', 'day'), limit: 5, sort: [{ by: 'Rows', direction: 'ascending' as const }] }
    const counting = countOfGroups(tile, model)
    expect(counting?.dimensions.map(({ column }) => column)).toEqual(['city', 'team'])
    expect(counting).toMatchObject({ measures: [{ aggregate: 'count' }], sort: [], limit: 100_000 })
    expect(countOfGroups(by('city', 'day'), model)).toBeNull()
  })

  test('are too fine where most of many are single rows', () => {
    const counts = (ones: number, others: number) => [...Array(ones).fill(1), ...Array(others).fill(2)]
    expect(isTooFine(counts(60, 50))).toBe(true)
    expect(isTooFine(counts(50, 60))).toBe(false)
    expect(isTooFine(counts(90, 0))).toBe(false)
  })
})
