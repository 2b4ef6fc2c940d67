import { describe, expect, test } from 'vitest'
import { aboutPersons } from '#core/access/personal-columns.ts'
import { problemOfPublic } from '#core/access/public-query.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { query, type Query, type QueryInput } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
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

const rule = (model: SemanticModel, guardsGroups = true) => ({
  guardsGroups,
  fields: [...model.columns, ...model.hidden],
})
const problemIn = (tile: Query, model: SemanticModel, guardsGroups = true) =>
  problemOfPublic(tile, { own: model, joined: new Map() }, rule(model, guardsGroups))?.error.code ?? null

/** Every way in which a Query can use a column otherwise than to count it. */
const usesOf = (column: string): readonly Query[] => [
  by('city', column),
  ...(['min', 'max', 'mode', 'first', 'last'] as const).map((aggregate) =>
    asked({ measures: [{ aggregate, column }] }),
  ),
  asked({ ...by('city'), filters: [{ op: 'in', column, values: ['x'] }] }),
  asked({ ...by('city'), filters: [{ op: 'not', filter: { op: 'contains', column, text: 'x' } }] }),
  asked({ measures: [{ aggregate: 'count', filter: { op: 'startsWith', column, text: 'x' } }] }),
  asked({ ...by('city'), top: [{ column, count: 1, by: { aggregate: 'count' }, direction: 'descending' }] }),
  asked({
    ...by('city'),
    top: [{ column: 'city', count: 1, by: { aggregate: 'max', column }, direction: 'descending' }],
  }),
  asked({ dimensions: [{ column: 'x' }], calculations: [{ name: 'x', formula: `lower([${column.toUpperCase()}])` }] }),
  asked({ measures: [{ aggregate: 'formula', formula: `count([city] where [${column}] = 'x')` }] }),
  asked({
    measures: [{ aggregate: 'sum', column: 'x' }],
    calculations: [{ name: 'x', formula: `length([${column}])` }],
  }),
  asked({ dimensions: [{ column: 'other.city' }], joins: [{ name: 'other', dataset: 'o', column, key: column }] }),
]

describe('somebody with a public link', () => {
  test.each(['email', 'customer name', 'phone'])('is told %s in no way, whatever the owner allows', async (column) => {
    const model = await modelOf(people)
    for (const guards of [true, false])
      for (const tile of usesOf(column))
        expect(problemIn(tile, model, guards), JSON.stringify(tile)).toBe('share/tells-apart')
  })

  test('is told an id in no way but by what it looks up, where small groups are guarded', async () => {
    const model = await modelOf(people)
    const [joined, ...others] = usesOf('order id').toReversed()
    for (const tile of others) expect(problemIn(tile, model), JSON.stringify(tile)).toBe('share/tells-apart')
    expect(joined && problemIn(joined, model)).toBeNull()
    expect(problemIn(by('order id'), model, false)).toBeNull()
  })

  test('is told nothing of a personal column of what is joined', async () => {
    const model = await modelOf(people)
    const joins = [{ name: 'emp', dataset: 'o', column: 'order id', key: 'order id' }]
    const models = { own: model, joined: new Map([['o', model]]) }
    const fields = [...model.columns, ...model.columns.map(({ name, type }) => ({ name: `emp.${name}`, type }))]
    for (const column of ['emp.email', 'emp.customer name', 'emp.phone']) {
      const tile = asked({ dimensions: [{ column }], measures: [{ aggregate: 'count' }], joins })
      expect(problemOfPublic(tile, models, { guardsGroups: false, fields })?.error.code).toBe('share/tells-apart')
    }
    const city = asked({ dimensions: [{ column: 'emp.city' }], measures: [{ aggregate: 'count' }], joins })
    expect(problemOfPublic(city, models, { guardsGroups: true, fields })).toBeNull()
  })

  test.each(['order id', 'email', 'customer name'])('is told how many there are of %s', async (column) => {
    const counted = asked({
      measures: [
        { aggregate: 'distinct', column },
        { aggregate: 'count', column },
        { aggregate: 'formula', formula: `sum([amount]) / distinct([${column}])` },
      ],
    })
    expect(problemIn(counted, await modelOf(people))).toBeNull()
  })

  test('sees groups, bins, courses in time, and the extremes of amounts', async () => {
    const model = await modelOf(people)
    for (const harmless of [
      by('city'),
      by('team', 'day'),
      asked({ dimensions: [{ column: 'amount', bins: 10 }], measures: [{ aggregate: 'count' }] }),
      asked({ dimensions: [{ column: 'day', grain: 'month' }], measures: [{ aggregate: 'max', column: 'amount' }] }),
    ])
      expect(problemIn(harmless, model)).toBeNull()
  })

  test('sees a row for each country where its owner says so', async () => {
    expect(problemIn(by('country'), await modelOf(countries), false)).toBeNull()
  })

  const half = { op: 'against', column: 'amount', is: 'greater', aggregate: 'mean' } as const
  const ofTeams = { dimensions: [{ column: 'city' }], measures: [{ aggregate: 'count', as: 'n' } as const] }
  test.each<[string, Omit<QueryInput, 'dataset'>]>([
    ['groups of groups', { groups: ofTeams, measures: [{ aggregate: 'max', column: 'n' }] }],
    ['rows above an average', { measures: [{ aggregate: 'count' }], filters: [{ op: 'not', filter: half }] }],
    [
      'rows above the average of their group',
      { measures: [{ aggregate: 'count' }], filters: [{ ...half, within: ['city'] }] },
    ],
    ['a figure of rows above an average', { measures: [{ aggregate: 'count', filter: half }] }],
    ['groups above the average group', { ...by('city'), having: [{ ...half, column: 'Rows' }] }],
    [
      'the first by a figure of rows above an average',
      { ...by('city'), top: [{ column: 'city', count: 1, by: { aggregate: 'count', filter: half } }] },
    ],
  ])('[A13] is told nothing of %s, where groups are guarded', async (_, input) => {
    expect(problemIn(asked(input), await modelOf(people))).toBe('share/over-groups')
    expect(problemIn(asked(input), await modelOf(people), false)).toBeNull()
  })

  test('[A13] nor groups by a column of persons within', async () => {
    const groups = { dimensions: [{ column: 'email' }], measures: [{ aggregate: 'count', as: 'n' } as const] }
    const tile = asked({ groups, measures: [{ aggregate: 'mean', column: 'n' }] })
    for (const guards of [true, false]) expect(problemIn(tile, await modelOf(people), guards)).toBe('share/tells-apart')
  })

  test('sees no rows', async () => {
    const model = await modelOf(people)
    for (const guards of [true, false])
      for (const input of [{ columns: ['city'] }, { columns: ['amount'], statistic: 'skewness' as const }])
        expect(problemIn(asked(input), model, guards)).toBe('share/lists-rows')
  })

  test.each([
    'greatest([amount], 1000)',
    'power([amount], 9)',
    '[amount] ^ 3',
    '[amount] * [amount] * [amount]',
    '1 / ([amount] - 7919)',
    'floor([amount] / 7000)',
    'mod([amount], 7919)',
    'abs([amount] - 100)',
  ])('is told no sum of a formula that picks rows out: %s', async (formula) => {
    const tile = asked({ measures: [{ aggregate: 'sum', column: 'x' }], calculations: [{ name: 'x', formula }] })
    expect(problemIn(tile, await modelOf(people))).toBe('share/picks-rows')
  })

  test.each(['[amount] * 1.19', '[amount] * [amount]', "if([city] = 'City 1', [amount], 0)", 'coalesce([amount], 0)'])(
    'is told a sum of a plain formula: %s',
    async (formula) => {
      const tile = asked({ measures: [{ aggregate: 'sum', column: 'x' }], calculations: [{ name: 'x', formula }] })
      expect(problemIn(tile, await modelOf(people))).toBeNull()
    },
  )

  test.each([
    ['people', impersonal],
    ['countries', countries],
  ])('sees every tile of a dashboard that was made by itself, where its owner says so: %s', async (_, text) => {
    const model = await modelOf(text)
    for (const { title, query: shown } of designDashboard(model, String).tiles)
      expect(problemIn(shown, model, false), title).toBeNull()
  })
})

test('[A4] nor groups by a column of persons whose name says nothing, however few they are', async () => {
  const names = ['Maria Lopez', 'John Smith', 'Anna Schmidt', 'Paul Martin']
  const rows = Array.from({ length: 1000 }, (_, row) => `${names[row % 4]},10.0.0.${row % 9},${row}`)
  const model = await modelOf(['who,origin,amount', ...rows].join('\n'))
  for (const column of ['who', 'origin']) expect(problemIn(by(column), model)).toBe('share/tells-apart')
})

describe('rows are about persons', () => {
  test.each([
    ['where a column is personal', 'email,amount', (row: number) => `u${row}@example.com,${row}`, true],
    ['where a column names persons by an id', 'customer_id,amount', (row: number) => `C${row % 40},${row}`, true],
    ['where each row is a person', 'passenger_id,amount', (row: number) => `${row},${row * 3}`, true],
    ['not where persons are only counted', 'city,passengers', (row: number) => `City ${row % 5},${row * 31}`, false],
    ['not where each row is a country', 'country,population', (row: number) => `Country ${row},${row * 31}`, false],
  ])('%s', async (_, head, rowOf, expected) => {
    const rows = Array.from({ length: 200 }, (__, row) => rowOf(row))
    expect(aboutPersons(await modelOf([head, ...rows].join('\n'))) !== null).toBe(expected)
  })
})
