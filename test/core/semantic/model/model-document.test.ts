import { beforeAll, describe, expect, test } from 'vitest'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { diffDocuments } from '#core/semantic/model/diff-documents.ts'
import { type ModelDocument, modelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import { keysOf, type Related, relatedOf } from '#core/semantic/model/related.ts'
import { mergeDocuments } from '#core/semantic/model/merge-documents.ts'
import { newErrors, validateDocument } from '#core/semantic/model/validate-document.ts'
import { type SemanticModel, semanticModel } from '#core/semantic/semantic-model.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { z } from 'zod'
import { loadText } from '../../../support/load-text.ts'

const wires = ['NYM 3x1.5', 'NYY 5x16', 'H07V-K', 'Cat 7', 'Fibre']
const text = [
  'Order ID,Product,Region,Sales,Cost,Ordered,Customer',
  ...Array.from({ length: 60 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10)
    return `A-${100 + at},${wires[at % 5]},${at % 2 === 0 ? 'North' : 'South'},${100 + at}.5,${50 + at}.25,${day},C${at % 7}`
  }),
].join('\n')
const customersText = [
  'Customer,Country,Size',
  ...Array.from({ length: 7 }, (_, at) => `C${at},${at < 3 ? 'DE' : 'FR'},${at}`),
].join('\n')

let generated: SemanticModel
let customers: Related
beforeAll(async () => {
  const orders = await loadText('orders.csv', text)
  generated = generateModel({ dataset: 'orders', name: 'Orders' }, orders.profile)
  const other = await loadText('customers.csv', customersText)
  customers = relatedOf(generateModel({ dataset: 'customers', name: 'Customers' }, other.profile), other.profile)
})

const documentOf = (decided: z.input<typeof modelDocument>): ModelDocument => modelDocument.parse(decided)
const apply = (decided: z.input<typeof modelDocument>): SemanticModel =>
  applyDocument(generated, documentOf(decided), { related: [customers], version: 3 })
const problemsOf = (decided: z.input<typeof modelDocument>) =>
  validateDocument(documentOf(decided), generated, { related: [customers] })
const columnOf = (model: SemanticModel, name: string) => model.columns.find((each) => each.name === name)

const building = { name: 'Building wires', values: ['NYM 3x1.5', 'H07V-K'] }
const groups = { name: 'Product group', column: 'Product', groups: [building], rest: 'Other' }
const margin = {
  name: 'Profit margin',
  formula: '(sum([Sales]) - sum([Cost])) / sum([Sales])',
  format: 'percent' as const,
}
const customer = { name: 'Customers', dataset: 'customers', column: 'Customer', key: 'Customer' }

describe('a document is applied on top of what the data tells', () => {
  test('[M1] without decisions the model is the one that was generated', () => {
    expect(applyDocument(generated, noDecisions)).toEqual(generated)
  })

  test('[M1] what a person decided of a column stands, the rest stays', () => {
    const column = columnOf(
      apply({ columns: { Sales: { label: 'Net sales', synonyms: ['Umsatz '], description: 'Without tax.' } } }),
      'Sales',
    )
    const told = columnOf(generated, 'Sales')
    expect(column).toEqual({ ...told, label: 'Net sales', synonyms: ['umsatz'], description: 'Without tax.' })
  })

  test('[M1] the result is a valid model that says which one it is', () => {
    const model = apply({ groups: [groups], measures: [margin], relationships: [customer] })
    expect(semanticModel.safeParse(model)).toMatchObject({ success: true, data: { version: 3 } })
  })

  test('[M2] what is decided of a column that is gone has no effect and no problem but a note', () => {
    const gone = { columns: { Gone: { label: 'Was here', isHidden: true } } }
    expect(apply(gone).columns).toEqual(generated.columns)
    expect(problemsOf(gone)).toMatchObject([{ severity: 'note', path: ['columns', 'Gone'] }])
  })

  test('[M3] a column that is made an id is only counted', () => {
    const column = columnOf(apply({ columns: { Sales: { role: 'id' } } }), 'Sales')
    expect(column).toMatchObject({ role: 'id', aggregates: ['distinct', 'count'], defaultAggregate: 'distinct' })
  })

  test('[M5] groups of values are a column of their names and the rest', () => {
    const [column] = apply({ groups: [groups] }).calculations
    expect(column).toMatchObject({
      name: 'Product group',
      type: 'text',
      role: 'dimension',
      values: ['Building wires', 'Other'],
    })
  })

  test('[M6] a measure that cannot be computed is no part of the model', () => {
    const names = apply({ measures: [margin, { ...margin, name: 'Broken', formula: 'sum([Nothing])' }] }).measures
    expect(names.map(({ name }) => name)).toEqual(['Profit margin'])
  })

  test('formulas may name joined columns, other measures and groups', () => {
    const model = apply({
      relationships: [customer],
      groups: [groups],
      calculations: [{ name: 'Where to', formula: "[Customers.Country] & ' ' & [Product group]" }],
      measures: [margin, { name: 'Margin points', formula: '[Profit margin] * 100' }],
    })
    expect(model.calculations.map(({ name, type }) => [name, type])).toEqual([
      ['Product group', 'text'],
      ['Where to', 'text'],
    ])
    expect(model.measures.map(({ name }) => name)).toEqual(['Profit margin', 'Margin points'])
  })

  test('[M10] a hidden column is offered to nobody, refused below the owner, and formulas may use it', () => {
    const model = apply({
      columns: { Cost: { isHidden: true }, Customer: { isMasked: true, visibility: { public: 'hidden' } } },
      measures: [margin],
    })
    expect(columnOf(model, 'Cost')).toBeUndefined()
    expect(model.hidden.map(({ name }) => name)).toEqual(['Cost'])
    expect(model.measures).toHaveLength(1)
    const seen = Object.fromEntries(
      model.access.columns.map(({ column, role, visibility }) => [`${column} ${role}`, visibility]),
    )
    expect(seen).toEqual({
      'Cost analyst': 'hidden',
      'Cost viewer': 'hidden',
      'Cost public': 'hidden',
      'Customer analyst': 'masked',
      'Customer viewer': 'masked',
      'Customer public': 'hidden',
    })
  })

  test('time and the calendar are as decided', () => {
    const calendar = { timeZone: 'Europe/Berlin', weekStart: 'sunday', fiscalYearStart: 4 } as const
    expect(apply({ timeColumn: null, calendar })).toMatchObject({ timeColumn: null, timeGrain: null, calendar })
    expect(apply({ timeGrain: 'week' })).toMatchObject({ timeColumn: 'Ordered', timeGrain: 'week' })
  })
})

describe('[M8] every problem is told with its place', () => {
  test.each<[string, z.input<typeof modelDocument>, readonly (string | number)[], string]>([
    [
      '[M3] a sum of an id',
      { columns: { 'Order ID': { aggregates: ['sum', 'count'] } } },
      ['columns', 'Order ID', 'aggregates'],
      'A sum of Order ID means nothing: it tells rows apart.',
    ],
    [
      '[M3] a usual average of time',
      { columns: { Ordered: { defaultAggregate: 'mean' } } },
      ['columns', 'Ordered', 'defaultAggregate'],
      'An average of Ordered means nothing: it tells rows apart.',
    ],
    [
      'a usual figure that is not allowed',
      { columns: { Sales: { aggregates: ['min'], defaultAggregate: 'sum' } } },
      ['columns', 'Sales', 'defaultAggregate'],
      'What is usual of Sales is not among what is allowed.',
    ],
    [
      'a role that the type cannot have',
      { columns: { Region: { role: 'measure' } } },
      ['columns', 'Region', 'role'],
      'Region cannot be a measure: it holds text values.',
    ],
    [
      'a format that the type cannot have',
      { columns: { Region: { format: 'percent' } } },
      ['columns', 'Region', 'format'],
      'Region cannot be written as percent.',
    ],
    [
      '[M4] a name that a column has',
      { measures: [{ ...margin, name: 'region' }] },
      ['measures', 0, 'name'],
      '“region” is already the name of a column.',
    ],
    [
      '[M4] two measures of one name',
      { measures: [margin, { ...margin, name: 'PROFIT MARGIN' }] },
      ['measures', 1, 'name'],
      '“PROFIT MARGIN” is already the name of a measure.',
    ],
    [
      '[M4] a label that another column has',
      { columns: { Sales: { label: 'Region' } } },
      ['columns', 'Region', 'label'],
      '',
    ],
    [
      'a measure without a name',
      { measures: [{ ...margin, name: '' }] },
      ['measures', 0, 'name'],
      'This is a measure without a name.',
    ],
    [
      '[M5] a value in two groups',
      { groups: [{ ...groups, groups: [building, { name: 'B', values: ['H07V-K', 'Cat 7'] }] }] },
      ['groups', 0, 'groups', 1, 'values'],
      'H07V-K is also in “Building wires”.',
    ],
    [
      '[M5] groups of numbers',
      { groups: [{ ...groups, column: 'Sales' }] },
      ['groups', 0, 'column'],
      'Sales does not hold text.',
    ],
    ['a time column without moments', { timeColumn: 'Region' }, ['timeColumn'], 'Region does not hold dates.'],
    [
      'a zone that is none',
      { calendar: { timeZone: 'Mars/Base', weekStart: 'monday', fiscalYearStart: 1 } },
      ['calendar', 'timeZone'],
      '“Mars/Base” is not a time zone.',
    ],
    [
      '[M7] a key that stands twice',
      { relationships: [{ ...customer, key: 'Country' }] },
      ['relationships', 0, 'key'],
      'Country stands more than once in Customers, so a row here could have several partners there.',
    ],
    [
      '[M7] a key of another type',
      { relationships: [{ ...customer, key: 'Size' }] },
      ['relationships', 0, 'key'],
      'Customer holds text values, and Size of Customers integer values: they never meet.',
    ],
    [
      'a partner that is not here',
      { relationships: [{ ...customer, dataset: 'none' }] },
      ['relationships', 0, 'dataset'],
      'The dataset that “Customers” leads to is not here.',
    ],
    [
      'a name with a dot',
      { relationships: [{ ...customer, name: 'a.b' }] },
      ['relationships', 0, 'name'],
      '“a.b” has a dot in it.',
    ],
    [
      'a rule of a column that is gone',
      { rows: [{ role: 'viewer', conditions: [{ op: 'in', column: 'Gone', values: ['x'] }] }] },
      ['rows', 0, 'conditions', 0],
      '“Gone” is not in the data, so a viewer sees no row.',
    ],
    [
      'a rule that compares text with a number',
      { rows: [{ role: 'viewer', conditions: [{ op: 'in', column: 'Region', values: [7] }] }] },
      ['rows', 0, 'conditions', 0],
      'Region cannot be compared with 7.',
    ],
  ])('%s', (_, decided, path, message) => {
    const found = problemsOf(decided)
    if (message === '') expect(found).toHaveLength(1)
    else expect(found.map((each) => [each.path, each.message])).toContainEqual([path, message])
    expect(found.every(({ hint, severity }) => hint.length > 10 && severity === 'error')).toBe(true)
  })

  test('[M6] a formula is told at its character', () => {
    const [problem] = problemsOf({ measures: [{ ...margin, formula: 'sum([Sales]) / sum([Costs])' }] })
    expect(problem).toMatchObject({ path: ['measures', 0, 'formula'], span: { from: 19, to: 26 } })
    expect(problem?.message).toContain('Costs')
  })

  test('[M6] measures that need each other are refused', () => {
    const found = problemsOf({
      measures: [
        { ...margin, name: 'A', formula: '[B]' },
        { ...margin, name: 'B', formula: '[A] + 1' },
      ],
    })
    expect(found.map(({ path }) => path[1])).toEqual([0, 1])
  })

  test('[M8] what the data made wrong does not stop other edits', () => {
    const before = problemsOf({ measures: [{ ...margin, formula: 'sum([Gone])' }] })
    const after = problemsOf({
      measures: [
        { name: 'New', formula: 'count()' },
        { ...margin, formula: 'sum([Gone])' },
      ],
    })
    expect(newErrors(after, before)).toEqual([])
    expect(newErrors(after, [])).toHaveLength(1)
  })
})

test('[M7] keys are columns whose every value stands once', async () => {
  expect(keysOf((await loadText('customers.csv', customersText)).profile)).toEqual(['Customer', 'Size'])
})

test('[M9] what is different is told in sentences', () => {
  const before = documentOf({ columns: { Sales: { label: 'Sales' } }, measures: [margin], groups: [groups] })
  const after = documentOf({
    columns: { Sales: { label: 'Net sales' }, Cost: { isHidden: true } },
    measures: [{ ...margin, formula: 'sum([Sales])' }],
    timeGrain: 'week',
    rows: [{ role: 'viewer', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] }],
  })
  expect(diffDocuments(before, after).map(({ text: said }) => said)).toEqual([
    'The name of Sales: Sales → Net sales.',
    'Cost is hidden.',
    `The measure “Profit margin” is now sum([Sales]) (was ${margin.formula}).`,
    'The groups “Product group” is removed.',
    'Time is shown by week.',
    'Rows are held back from: viewer.',
  ])
  expect(diffDocuments(after, after)).toEqual([])
})

describe('[M11] what two people made of one document is put together', () => {
  const base = documentOf({ columns: { Sales: { label: 'Sales' }, Cost: { label: 'Cost' } }, measures: [margin] })

  test('each keeps what the other did not touch', () => {
    const mine = documentOf({ ...base, columns: { ...base.columns, Sales: { label: 'Net sales' } }, timeGrain: 'week' })
    const theirs = documentOf({
      ...base,
      columns: { Sales: { label: 'Sales', isMasked: true } },
      measures: [],
      groups: [groups],
    })
    expect(mergeDocuments({ base, mine, theirs })).toEqual({
      document: documentOf({
        columns: { Sales: { label: 'Net sales', isMasked: true } },
        groups: [groups],
        timeGrain: 'week',
      }),
      clashes: [],
    })
  })

  test('where both said something else, mine stands and is told', () => {
    const mine = documentOf({ ...base, measures: [{ ...margin, formula: 'count()' }] })
    const theirs = documentOf({ ...base, measures: [{ ...margin, formula: 'sum([Cost])' }] })
    const { document, clashes } = mergeDocuments({ base, mine, theirs })
    expect([document.measures[0]?.formula, clashes]).toEqual(['count()', ['Profit margin']])
    expect(mergeDocuments({ base, mine, theirs: mine }).clashes).toEqual([])
  })
})
