import { describe, expect, test } from 'vitest'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import { type QueryInput, query } from '#core/query/query.ts'
import { renameColumn } from '#core/query/rename-column.ts'
import { totalsOf } from '#core/query/totals.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Field } from '#core/table/table.ts'

const fields: readonly Field[] = [
  { name: 'Customer', type: 'text' },
  { name: 'Region', type: 'text' },
  { name: 'Day', type: 'date' },
  { name: 'Sales', type: 'decimal' },
]
const dataset = 'd'
const groups = {
  dimensions: [{ column: 'Customer' }, { column: 'Region' }],
  measures: [{ aggregate: 'count', as: 'orders' } as const],
}
const mean = { aggregate: 'mean', column: 'orders' } as const
const problemOf = (input: Omit<QueryInput, 'dataset'>): string | null => {
  const valid = validateQuery({ dataset, ...input }, fields)
  return valid.ok ? null : valid.error.message
}

describe('[Q17] a Query over groups', () => {
  test.each<[string, Omit<QueryInput, 'dataset'>]>([
    ['works on the results of its groups', { groups, measures: [mean] }],
    ['groups them again', { groups, dimensions: [{ column: 'Region' }], measures: [mean] }],
    ['filters rows', { groups, measures: [mean], filters: [{ op: 'greater', column: 'Sales', value: 1 }] }],
    [
      'counts those that pass a condition',
      {
        groups,
        measures: [{ aggregate: 'count', filter: { op: 'greater', column: 'orders', value: 3 }, share: true }],
      },
    ],
  ])('%s', (_, input) => {
    expect(problemOf(input)).toBeNull()
  })

  test.each<[string, Omit<QueryInput, 'dataset'>, string]>([
    [
      'measures no column of the rows',
      { groups, measures: [{ aggregate: 'sum', column: 'Sales' }] },
      'no column “Sales”',
    ],
    [
      'filters by none of its results',
      { groups, measures: [mean], filters: [{ op: 'isNull', column: 'orders' }] },
      '“orders”',
    ],
    ['lists nothing', { groups, columns: ['Customer'] }, 'to list groups, make them its own dimensions'],
    [
      'is compared with no time before',
      { groups, measures: [mean], compare: { to: 'previousYear' } },
      'no time before',
    ],
    ['asks for something', { groups }, 'asks for nothing'],
    [
      'has groups that are valid',
      { groups: { ...groups, having: [{ op: 'isNull', column: 'x' }] }, measures: [mean] },
      '“x”',
    ],
    ['has whole groups', { groups: { dimensions: [] }, measures: [mean] }, 'groups.dimensions'],
  ])('%s', (_, input, message) => {
    expect(problemOf(input)).toContain(message)
  })

  test('names columns of the rows alone', () => {
    const asked = query.parse({ dataset, groups, measures: [mean], filters: [{ op: 'isNull', column: 'Sales' }] })
    expect(columnsOfQuery(asked)).toEqual(['Customer', 'Region', 'Sales'])
  })

  test('keeps its results as a column is renamed', () => {
    const asked = query.parse({ dataset, groups, dimensions: [{ column: 'Region' }], measures: [mean] })
    const renamed = renameColumn(asked, { from: 'Region', to: 'Area' })
    expect(renamed).toMatchObject({
      groups: { dimensions: [{ column: 'Customer' }, { column: 'Area', as: 'Region' }] },
      dimensions: [{ column: 'Region' }],
    })
  })

  test('has totals over the same groups', () => {
    const [total] = totalsOf(query.parse({ dataset, groups, dimensions: [{ column: 'Region' }], measures: [mean] }))
    expect(total?.query).toMatchObject({ dimensions: [], measures: [mean], groups })
  })
})

describe('[Q18] a comparison with an aggregate', () => {
  const above = { op: 'against', column: 'Sales', is: 'greater', aggregate: 'mean' } as const
  const rows = { measures: [{ aggregate: 'count' as const }] }

  test.each<[string, Omit<QueryInput, 'dataset'>]>([
    ['is of numbers', { ...rows, filters: [above] }],
    ['may be within groups', { ...rows, filters: [{ ...above, within: ['Region'] }] }],
    [
      'is of results in having',
      { dimensions: [{ column: 'Region' }], ...rows, having: [{ ...above, column: 'Rows' }] },
    ],
  ])('%s', (_, input) => {
    expect(problemOf(input)).toBeNull()
  })

  test.each<[string, Omit<QueryInput, 'dataset'>, string]>([
    ['is of no text', { ...rows, filters: [{ ...above, column: 'Region' }] }, 'cannot be compared with an average'],
    ['is within known columns', { ...rows, filters: [{ ...above, within: ['Town'] }] }, '“Town”'],
    ['names its quantile', { ...rows, filters: [{ ...above, aggregate: 'quantile' }] }, 'Which quantile'],
    [
      'is of no groups of groups',
      {
        groups,
        dimensions: [{ column: 'Region' }],
        measures: [mean],
        having: [{ ...above, column: 'Average orders' }],
      },
      'groups twice at most',
    ],
    [
      'is not beside a comparison with a time before',
      {
        dimensions: [{ column: 'Day', grain: 'month' }],
        ...rows,
        compare: { to: 'previousYear' },
        having: [{ ...above, column: 'Rows' }],
      },
      'not with both',
    ],
  ])('%s', (_, input, message) => {
    expect(problemOf(input)).toContain(message)
  })
})
