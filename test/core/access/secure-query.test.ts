import { describe, expect, test } from 'vitest'
import { maskTable } from '#core/access/mask-table.ts'
import { modelFor } from '#core/access/model-for.ts'
import type { Principal } from '#core/access/principal.ts'
import { secureQuery } from '#core/access/secure-query.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { type QueryInput, query } from '#core/query/query.ts'
import { type AccessRules, ruledRoles } from '#core/semantic/model/access-rules.ts'
import { amount, modelOf, moment, semantic } from '../../support/chart-tables.ts'
import { toRows } from '#core/table/table.ts'

const access: AccessRules = {
  rows: [
    { role: 'viewer', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] },
    { role: 'analyst', conditions: [{ op: 'caller', column: 'Seller', attribute: 'email' }] },
  ],
  columns: ruledRoles.flatMap((role) => [
    { column: 'Salary', role, visibility: 'hidden' as const },
    { column: 'Email', role, visibility: 'masked' as const },
  ]),
}
const model = modelOf(
  [
    moment('Day'),
    semantic('Region', { values: ['North', 'South'] }),
    semantic('Seller'),
    amount('Sales'),
    amount('Salary'),
    semantic('Email', { kind: 'email' }),
  ],
  {
    access,
    calculations: [{ ...amount('Pay'), formula: '[salary] * 12' }],
    measures: [
      { name: 'Total', label: 'Total', formula: 'sum([Sales])', format: 'number', synonyms: [] },
      { name: 'Pay share', label: 'Pay share', formula: 'sum([PAY]) / [Total]', format: 'percent', synonyms: [] },
    ],
  },
)
const customers = modelOf([semantic('Key'), semantic('Country'), semantic('Owner'), semantic('Phone')], {
  dataset: 'customers',
  access: {
    rows: [{ role: 'viewer', conditions: [{ op: 'notIn', column: 'Country', values: ['FR'] }] }],
    columns: [
      { column: 'Owner', role: 'viewer', visibility: 'hidden' },
      { column: 'Phone', role: 'viewer', visibility: 'masked' },
    ],
  },
})
const models = { own: model, joined: new Map([['customers', customers]]) }
const viewer: Principal = { role: 'viewer', attributes: {} }
const asked = (input: Partial<QueryInput>) => query.parse({ dataset: 'orders', ...input })
const secured = (input: Partial<QueryInput>, who: Principal = viewer) => secureQuery(asked(input), models, who)
const counted = { measures: [{ aggregate: 'count' as const }] }
const join = { name: 'who', dataset: 'customers', column: 'Seller', key: 'Key' }
const north = { op: 'or', filters: [{ op: 'in', column: 'Region', values: ['North'] }] }

describe('rows', () => {
  test('[A5] an owner has the Query as it is', () => {
    const input = { ...counted, filters: [{ op: 'in' as const, column: 'Salary', values: [1] }] }
    expect(secured(input, { role: 'owner', attributes: {} })).toMatchObject({
      ok: true,
      value: { query: asked(input) },
    })
  })

  test('[A5] a role has its rows alone, whatever else is asked', () => {
    const own = { op: 'in' as const, column: 'Region', values: ['South'] }
    expect(secured({ ...counted, filters: [own] })).toMatchObject({ value: { query: { filters: [own, north] } } })
  })

  test('[A5] a rule by group lets through the rows of the groups that somebody is in, and none where they are in none', () => {
    const rows = [
      { role: 'viewer' as const, conditions: [{ op: 'caller' as const, column: 'Region', attribute: 'group' }] },
    ]
    const grouped = { own: { ...model, access: { rows, columns: [] } }, joined: new Map() }
    const groups = [
      { id: '1', name: 'North' },
      { id: '2', name: 'West' },
    ]
    const filtersFor = (who: Principal) => secureQuery(asked(counted), grouped, who)
    const filter = (values: string[]) => [{ op: 'or', filters: [{ op: 'in', column: 'Region', values }] }]
    expect(filtersFor({ ...viewer, groups })).toMatchObject({
      value: { query: { filters: filter(['North', 'West']) } },
    })
    expect(filtersFor({ ...viewer, attributes: { group: 'North' } })).toMatchObject({
      value: { query: { filters: filter([]) } },
    })
  })

  test('[A5] a role without a rule has all rows', () => {
    expect(secured(counted, { role: 'public', attributes: {} })).toMatchObject({ value: { query: { filters: [] } } })
  })

  test('[A5] a rule about the caller is of what is known of them; of nobody it lets nothing through', () => {
    const filters = (attributes: Record<string, string>) => {
      const done = secured(counted, { role: 'analyst', attributes })
      return done.ok ? done.value.query.filters : null
    }
    expect(filters({ email: 'ada@example.org' })).toEqual([
      { op: 'or', filters: [{ op: 'in', column: 'Seller', values: ['ada@example.org'] }] },
    ])
    expect(filters({})).toEqual([{ op: 'or', filters: [{ op: 'in', column: 'Seller', values: [] }] }])
    expect(filters({ constructor: 'x' })).toEqual([{ op: 'or', filters: [{ op: 'in', column: 'Seller', values: [] }] }])
  })

  test('[A6] rows whose partner is kept back are left out, rows without one stay', () => {
    const done = secured({ ...counted, joins: [join] })
    const partner = { op: 'not', filter: { op: 'in', column: 'who.Country', values: ['FR'] } }
    const alone = { op: 'isNull', column: 'who.Key' }
    expect(done).toMatchObject({
      value: { query: { filters: [north, { op: 'or', filters: [alone, { op: 'or', filters: [partner] }] }] } },
    })
  })

  test('[A6] a dataset that nobody knows here is not joined', () => {
    const done = secureQuery(asked({ ...counted, joins: [{ ...join, dataset: 'theirs' }] }), models, {
      role: 'owner',
      attributes: {},
    })
    expect(done).toMatchObject({ ok: false, error: { code: 'dataset/not-found' } })
  })
})

const salary = { op: 'less' as const, column: 'Salary', value: 3 }
const email = { op: 'startsWith' as const, column: 'Email', text: 'a' }
const sum = { aggregate: 'sum' as const, column: 'Sales' }
const byEmail = { dimensions: [{ column: 'Email' }], ...counted }

test.each<[string, Partial<QueryInput>, 'hidden' | 'masked']>([
  ['listed', { columns: ['Region', 'Salary'] }, 'hidden'],
  ['grouped by', { dimensions: [{ column: 'Salary', bins: 5 }], ...counted }, 'hidden'],
  ['computed', { measures: [{ aggregate: 'mean', column: 'Salary' }] }, 'hidden'],
  ['counted', { measures: [{ aggregate: 'distinct', column: 'Salary' }] }, 'hidden'],
  ['in a filter', { ...counted, filters: [{ op: 'and', filters: [{ op: 'not', filter: salary }] }] }, 'hidden'],
  ['asked for nulls', { ...counted, filters: [{ op: 'isNull', column: 'Salary' }] }, 'hidden'],
  ['in the filter of a measure', { measures: [{ ...sum, filter: salary }] }, 'hidden'],
  ['what first goes by', { measures: [{ aggregate: 'first', column: 'Sales', by: 'Salary' }] }, 'hidden'],
  ['in a formula', { measures: [{ aggregate: 'formula', formula: 'sum([Sales]) / max(SALARY)' }] }, 'hidden'],
  [
    'in the condition of a formula',
    { measures: [{ aggregate: 'formula', formula: 'sum([Sales] where [salary] > 3)' }] },
    'hidden',
  ],
  [
    'in a calculated column',
    { columns: ['x'], calculations: [{ name: 'x', formula: 'if([Salary] > 1, 1, 0)' }] },
    'hidden',
  ],
  [
    'in a calculated column that nothing uses',
    { ...counted, calculations: [{ name: 'x', formula: '[Salary]' }] },
    'hidden',
  ],
  [
    'what the first are told by',
    { ...counted, top: [{ column: 'Region', count: 3, by: { aggregate: 'sum', column: 'Salary' } }] },
    'hidden',
  ],
  ['what is compared', { ...counted, compare: { to: 'previousYear', column: 'Salary' } }, 'hidden'],
  ['joined by', { ...counted, joins: [{ ...join, column: 'Salary' }] }, 'hidden'],
  ['of what is joined', { columns: ['who.Owner'], joins: [join] }, 'hidden'],
  ['the key of what is joined', { ...counted, joins: [{ ...join, key: 'Owner' }] }, 'hidden'],
  ['masked and in a filter', { ...counted, filters: [email] }, 'masked'],
  ['masked and compared', { measures: [{ aggregate: 'min', column: 'Email' }] }, 'masked'],
  ['masked and in a formula', { columns: ['x'], calculations: [{ name: 'x', formula: 'upper([email])' }] }, 'masked'],
  ['masked and in a statistic', { columns: ['Sales', 'Email'], statistic: 'several-groups' }, 'masked'],
  ['masked and sorted by', { ...byEmail, sort: [{ by: 'Email', direction: 'ascending' }] }, 'masked'],
  [
    'masked, renamed and sorted by',
    { dimensions: [{ column: 'Email', as: 'e' }], sort: [{ by: 'e', direction: 'ascending' }] },
    'masked',
  ],
  ['masked and in having', { ...byEmail, having: [email] }, 'masked'],
  ['masked and made columns of', { ...byEmail, pivot: 'Email' }, 'masked'],
  ['masked and joined by', { ...counted, joins: [{ ...join, column: 'Email' }] }, 'masked'],
  ['masked and joined to', { ...counted, joins: [{ ...join, key: 'Phone' }] }, 'masked'],
  [
    'masked and cut to its first',
    { ...counted, top: [{ column: 'Email', count: 3, by: { aggregate: 'count' } }] },
    'masked',
  ],
  [
    'masked and what a running total follows',
    { ...byEmail, measures: [{ aggregate: 'count', over: { window: 'runningTotal' } }] },
    'masked',
  ],
])('[A7, A8] a column that is kept back is refused when it is %s', (_, input, kind) => {
  expect(secured(input)).toMatchObject({ ok: false, error: { code: `access/${kind}-column`, status: 403 } })
  expect(secured(input, { role: 'owner', attributes: {} }).ok).toBe(true)
})

test('[A8] what is masked is listed, grouped by and counted, and its values are masked', () => {
  const done = secured({
    dimensions: [{ column: 'Email', as: 'Who' }],
    measures: [{ aggregate: 'count', column: 'Email' }],
  })
  expect(done).toMatchObject({ ok: true })
  const masks = done.ok ? done.value.masks : new Map()
  expect([...masks]).toEqual([['Who', 'email']])
  const table = {
    rows: 3,
    columns: [
      { name: 'Who', type: 'text' as const, codes: Int32Array.of(0, 1, -1), dictionary: ['ada@x.org', 'alan@x.org'] },
      { name: 'n', type: 'integer' as const, values: Float64Array.of(1, 2, 3) },
    ],
  }
  expect(toRows(maskTable(table, masks))).toEqual([
    { Who: 'a•••@x.org', n: 1 },
    { Who: 'a•••@x.org', n: 2 },
    { Who: null, n: 3 },
  ])
})

test('[A9] a model tells a caller nothing of what is kept from them', () => {
  const seen = modelFor(model, viewer)
  expect(seen.columns.map(({ name }) => name)).toEqual(['Day', 'Region', 'Seller', 'Sales', 'Email'])
  expect([seen.calculations, seen.measures.map(({ name }) => name)]).toEqual([[], ['Total']])
  expect(JSON.stringify(seen)).not.toMatch(/North|South|[Ss]alary|PAY/)
  expect(modelFor(model, { role: 'owner', attributes: {} })).toBe(model)
})

test('[A10] only whoever sees all of a dataset may have it whole', () => {
  const may = (role: Principal['role'], own = model) => mayReadWhole(own, { role, attributes: {} })
  expect([may('owner'), may('analyst'), may('viewer'), may('public')]).toEqual([true, false, false, false])
  expect([may('viewer', customers), may('analyst', customers)]).toEqual([false, true])
})

describe('[A12] over groups', () => {
  const groups = { dimensions: [{ column: 'Email' }], measures: [{ aggregate: 'count' as const, as: 'n' }] }
  const mean = { measures: [{ aggregate: 'mean' as const, column: 'n' }] }

  test('a masked column may tell groups apart', () => {
    expect(secured({ groups, ...mean })).toMatchObject({ ok: true, value: { query: { groups } } })
  })

  test.each<[string, Partial<QueryInput>]>([
    ['shown', { groups, dimensions: [{ column: 'Email' }], ...counted }],
    ['counted', { groups, measures: [{ aggregate: 'distinct', column: 'Email' }] }],
    ['taken the last of', { groups, measures: [{ aggregate: 'max', column: 'Email' }] }],
    ['compared', { groups: { ...groups, having: [{ op: 'in', column: 'Email', values: ['x'] }] }, ...mean }],
    [
      'renamed and shown',
      { groups: { ...groups, dimensions: [{ column: 'Email', as: 'e' }] }, dimensions: [{ column: 'e' }] },
    ],
    ['in a formula', { groups, measures: [{ aggregate: 'formula', formula: 'max([email])' }] }],
    [
      'a column to compare within',
      { ...counted, filters: [{ op: 'against', column: 'Sales', is: 'less', aggregate: 'mean', within: ['Email'] }] },
    ],
  ])('is not %s', (_, input) => {
    expect(secured(input)).toMatchObject({ ok: false, error: { code: 'access/masked-column' } })
  })

  test('a hidden column is refused within groups too', () => {
    const hidden = { ...groups, measures: [{ aggregate: 'sum' as const, column: 'Salary', as: 'n' }] }
    expect(secured({ groups: hidden, ...mean })).toMatchObject({ error: { code: 'access/hidden-column' } })
  })

  test('rows that the caller may not see are in no group', () => {
    expect(secured({ groups, ...mean })).toMatchObject({ value: { query: { filters: [north] } } })
  })
})
