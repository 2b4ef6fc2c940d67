import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskCell } from '#core/access/mask.ts'
import { runSecured } from '#core/access/run-secured.ts'
import { secureQuery } from '#core/access/secure-query.ts'
import { joinedSource } from '#core/engine/joins/joined-source.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import { ok } from '#core/result.ts'
import type { AccessRules } from '#core/semantic/model/access-rules.ts'
import { joinedFields } from '#core/semantic/model/related.ts'
import { tableSource } from '#core/table/table-source.ts'
import { type Cell, type Table, toRows } from '#core/table/table.ts'
import { amount, columnOf, modelOf, moment, semantic, tableOf } from '../../support/chart-tables.ts'
import { type Random, seededRandom, some } from '../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const runs = Number(process.env['EDGEWISE_FUZZ'] ?? 4_000)

/** Values that look alike behind their mask: any may stand for any other of its row. */
const mails = [
  ['ada@x.org', 'alan@x.org', 'amir@x.org', 'anna@x.org'],
  ['bea@y.org', 'bob@y.org', 'bruno@y.org'],
]
const births = [
  ['1980-01-01', '1980-05-09', '1980-11-30'],
  ['1991-02-03', '1991-07-08'],
]
const owners = [['Ada Lovelace', 'Alan Lamb', 'Amir Lee']]
const looks = { Mail: 'email', Born: 'birthDate', 'who.Owner': 'name' } as const

const access: AccessRules = {
  rows: [{ role: 'viewer', conditions: [{ op: 'notIn', column: 'Region', values: ['West'] }] }],
  columns: [
    { column: 'Mail', role: 'viewer', visibility: 'masked' },
    { column: 'Born', role: 'viewer', visibility: 'masked' },
    { column: 'Pay', role: 'viewer', visibility: 'hidden' },
  ],
}
const own = modelOf(
  [
    semantic('Region'),
    semantic('Seller'),
    semantic('Mail', { kind: 'email' }),
    moment('Born', { kind: 'birthDate' }),
    moment('Day'),
    amount('Sales'),
    amount('Pay'),
  ],
  { access, timeColumn: 'Day' },
)
const customers = modelOf([semantic('Key'), semantic('Tier'), semantic('Owner', { kind: 'name' }), semantic('Note')], {
  dataset: 'customers',
  access: {
    rows: [],
    columns: [
      { column: 'Owner', role: 'viewer', visibility: 'masked' },
      { column: 'Note', role: 'viewer', visibility: 'hidden' },
    ],
  },
})
const models = { own, joined: new Map([['customers', customers]]) }

type Data = { readonly orders: Table; readonly customers: Table }

/** Each of some values by its place in its group of alike ones; another order of them permutes what is behind the mask. */
type Behind = { readonly mails: typeof mails; readonly births: typeof births; readonly owners: typeof owners }

/** Rows that differ only in what the caller must not learn, for the same seed. */
function dataOf(rowsSeed: number, behind: Behind, hidden: Random): Data {
  const random = seededRandom(rowsSeed)
  const cells = (count: number, make: () => Cell): Cell[] => Array.from({ length: count }, make)
  const oneOf = (groups: readonly (readonly string[])[]): Cell => {
    const [group, at, isNull] = [groups[random.below(groups.length)] ?? [], random.next(), random.chance(0.1)]
    return isNull ? null : (group[Math.floor(at * group.length)] ?? null)
  }
  const rows = 4 + random.below(30)
  const keys = ['S1', 'S2', 'S3']
  return {
    orders: tableOf(
      columnOf(
        'Region',
        'text',
        cells(rows, () => random.pick(['North', 'South', 'West'])),
      ),
      columnOf(
        'Seller',
        'text',
        cells(rows, () => random.pick(['S1', 'S2', 'S9'])),
      ),
      columnOf(
        'Mail',
        'text',
        cells(rows, () => oneOf(behind.mails)),
      ),
      columnOf(
        'Born',
        'date',
        cells(rows, () => oneOf(behind.births)),
      ),
      columnOf(
        'Day',
        'date',
        cells(rows, () => `2024-0${1 + random.below(3)}-0${1 + random.below(3)}`),
      ),
      columnOf(
        'Sales',
        'integer',
        cells(rows, () => random.below(3)),
      ),
      columnOf(
        'Pay',
        'decimal',
        cells(rows, () => hidden.below(9)),
      ),
    ),
    customers: tableOf(
      columnOf('Key', 'text', keys),
      columnOf(
        'Tier',
        'text',
        cells(keys.length, () => random.pick(['gold', 'blue'])),
      ),
      columnOf(
        'Owner',
        'text',
        cells(keys.length, () => oneOf(behind.owners)),
      ),
      columnOf(
        'Note',
        'text',
        cells(keys.length, () => hidden.pick(['x', 'y', 'z'])),
      ),
    ),
  }
}

const shuffled = (groups: readonly (readonly string[])[], random: Random): string[][] =>
  groups.map((group) => some(random, group, group.length))

const names = ['Region', 'Seller', 'Mail', 'Born', 'Day', 'Sales', 'Pay', 'who.Tier', 'who.Owner', 'who.Note'] as const
/** What is open or masked, more often than what is refused anyway. */
const anyName = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Region', 'Mail', 'Born', 'who.Tier', 'who.Owner') },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
)
const openName = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('Region', 'Seller', 'who.Tier') },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
)
const sometimes = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: arbitrary.map((value) => [value]) })

const measure = fc.oneof(
  fc.constantFrom(
    { aggregate: 'count' as const },
    { aggregate: 'sum' as const, column: 'Sales' },
    { aggregate: 'max' as const, column: 'Sales' },
    { aggregate: 'distinct' as const, column: 'Mail' },
    { aggregate: 'first' as const, column: 'Sales' },
    { aggregate: 'last' as const, column: 'Region' },
    { aggregate: 'mode' as const, column: 'Region' },
    { aggregate: 'count' as const, share: true as const },
    { aggregate: 'sum' as const, column: 'Sales', over: { window: 'runningTotal' as const } },
    { aggregate: 'sum' as const, column: 'Sales', over: { window: 'movingAverage' as const, groups: 2 } },
    { aggregate: 'sum' as const, column: 'Sales', over: { window: 'rank' as const } },
  ),
  fc.record({ aggregate: fc.constantFrom('min' as const, 'max' as const, 'mode' as const), column: anyName }),
  fc.record({
    aggregate: fc.constant('first' as const),
    column: fc.constant('Sales'),
    by: fc.constantFrom('Day', 'Born'),
  }),
  fc.constantFrom('max([Mail])', 'sum([Sales]) / count()', 'sum([Sales] where [Pay] > 3)').map((formula) => ({
    aggregate: 'formula' as const,
    formula,
  })),
)
const filter = fc.oneof(
  openName.map((column) => ({ op: 'isNull' as const, column })),
  openName.map((column) => ({ op: 'startsWith' as const, column, text: 'a' })),
  fc.constant({ op: 'greater' as const, column: 'Sales', value: 0 }),
  openName.map((column) => ({
    op: 'against' as const,
    column: 'Sales',
    is: 'greater' as const,
    aggregate: 'mean' as const,
    within: [column],
  })),
)
const dimension = fc.oneof(
  { weight: 6, arbitrary: anyName.map((column) => ({ column })) },
  { weight: 1, arbitrary: fc.constantFrom('Day', 'Born').map((column) => ({ column, grain: 'month' as const })) },
  { weight: 1, arbitrary: anyName.map((column) => ({ column, as: 'renamed' })) },
)
const direction = fc.constantFrom('ascending' as const, 'descending' as const)
const top = fc.record({
  column: openName,
  count: fc.integer({ min: 1, max: 2 }),
  by: fc.constant({ aggregate: 'count' as const }),
  direction,
})
const common = {
  filters: sometimes(filter),
  limit: fc.integer({ min: 1, max: 6 }),
  offset: fc.integer({ min: 0, max: 2 }),
  joins: fc
    .oneof(
      { weight: 8, arbitrary: fc.constant({ column: 'Seller', key: 'Key' }) },
      { weight: 1, arbitrary: fc.constantFrom({ column: 'Mail', key: 'Key' }, { column: 'Seller', key: 'Owner' }) },
    )
    .map((by) => [{ name: 'who', dataset: 'customers', ...by }]),
}
const sorts = (by: fc.Arbitrary<string>) => sometimes(fc.record({ by, direction }))
const grouped = fc.record({
  ...common,
  dimensions: fc.uniqueArray(dimension, { minLength: 1, maxLength: 3, selector: ({ column }) => column }),
  measures: fc.uniqueArray(measure, { maxLength: 2, selector: (each) => JSON.stringify(each) }),
  sort: sorts(fc.constantFrom('Rows', 'Total Sales', 'Region', 'Mail', 'renamed')),
  top: sometimes(top),
})
const listed = fc.record({
  ...common,
  columns: fc.uniqueArray(anyName, { minLength: 1, maxLength: 4 }),
  sort: sorts(fc.constantFrom('Region', 'Sales', 'Mail')),
})
const over = fc.record({
  ...common,
  groups: fc.record({
    dimensions: fc.uniqueArray(dimension, { minLength: 1, maxLength: 2, selector: ({ column }) => column }),
    measures: fc.constantFrom('sum' as const, 'max' as const).map((aggregate) => [
      { aggregate: 'count' as const, as: 'many' },
      { aggregate, column: 'Sales', as: 'much' },
    ]),
    having: sometimes(
      fc.constant({ op: 'against' as const, column: 'much', is: 'greater' as const, aggregate: 'mean' as const }),
    ),
  }),
  dimensions: sometimes(fc.constantFrom('many', 'Region', 'Mail', 'renamed').map((column) => ({ column }))),
  measures: sometimes(
    fc.constantFrom(
      { aggregate: 'mean' as const, column: 'many' },
      { aggregate: 'median' as const, column: 'much' },
      { aggregate: 'distinct' as const, column: 'Mail' },
      { aggregate: 'max' as const, column: 'Region' },
    ),
  ).map((some) => [{ aggregate: 'count' as const }, ...some]),
})
const asked: fc.Arbitrary<Partial<QueryInput>> = fc.oneof(
  { weight: 3, arbitrary: grouped },
  { weight: 1, arbitrary: over },
  { weight: 1, arbitrary: listed },
)

async function answered(input: Partial<QueryInput>, data: Data): Promise<unknown> {
  const fields = [...own.columns, ...joinedFields(input.joins ?? [], [{ ...customers, keys: [] }])]
  const read = prepareQuery({ dataset: 'orders', ...input }, { model: own, fields, now: Date.UTC(2024, 5, 1) })
  const secured = read.ok ? secureQuery(read.value, models, { role: 'viewer', attributes: {} }) : read
  if (!secured.ok) return secured.error.code
  const { joins } = secured.value.query
  const source = await joinedSource(tableSource([data.orders]), joins, async () => ok(tableSource([data.customers])))
  if (!source.ok) return source.error.code
  const result = await runSecured(secured.value, (query) => runQuery(query, source.value))
  return result.ok ? toRows(result.value) : result.error.message
}

test(`[A11] what is behind masks or hidden changes nothing that a viewer gets, EDGEWISE_SEED=${seed}`, async () => {
  let answers = 0
  const property = fc.asyncProperty(asked, fc.nat(), fc.nat(), async (input, rowsSeed, otherSeed) => {
    const other = seededRandom(otherSeed)
    const permuted = {
      mails: shuffled(mails, other),
      births: shuffled(births, other),
      owners: shuffled(owners, other),
    }
    const seen = await answered(input, dataOf(rowsSeed, { mails, births, owners }, seededRandom(otherSeed + 1)))
    expect(await answered(input, dataOf(rowsSeed, permuted, other))).toEqual(seen)
    if (Array.isArray(seen) && seen.length > 1) answers++
  })
  await fc.assert(property, { seed, numRuns: runs })
  expect(answers / runs).toBeGreaterThan(0.2)
})

test('values that look alike here do look alike behind their masks', () => {
  for (const [groups, kind] of [
    [mails, looks.Mail],
    [births, looks.Born],
    [owners, looks['who.Owner']],
  ] as const) {
    for (const group of groups) expect(new Set(group.map((value) => maskCell(value, kind))).size).toBe(1)
  }
})
