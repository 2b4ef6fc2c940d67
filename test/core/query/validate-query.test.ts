import { describe, expect, test } from 'vitest'
import type { QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import type { Field } from '#core/table/table.ts'

const fields: readonly Field[] = [
  { name: 'Region', type: 'text' },
  { name: 'Order Date', type: 'date' },
  { name: 'Sales', type: 'decimal' },
  { name: 'Quantity', type: 'integer' },
  { name: 'Returned', type: 'boolean' },
  { name: 'At', type: 'timestamp' },
]
const dataset = 'd'
const rows = { aggregate: 'count' } as const

function failureOf(input: unknown): { readonly code: string; readonly message: string } | null {
  const result = validateQuery(input, fields)
  return result.ok ? null : result.error
}

const by = (dimension: unknown) => ({ dataset, dimensions: [dimension], measures: [rows] })
const filtered = (filter: unknown): unknown => ({ dataset, measures: [rows], filters: [filter] })

describe('a good query', () => {
  test('[Q1] gets the defaults it left out', () => {
    expect(validateQuery({ dataset, measures: [rows] }, fields)).toEqual({
      ok: true,
      value: {
        dataset,
        joins: [],
        calculations: [],
        dimensions: [],
        measures: [rows],
        columns: [],
        filters: [],
        top: [],
        having: [],
        sort: [],
        limit: 10_000,
        offset: 0,
      },
    })
  })

  const good: Record<string, QueryInput> = {
    '[Q4] grain and bins': {
      dataset,
      dimensions: [
        { column: 'Order Date', grain: 'week' },
        { column: 'Sales', bins: 20 },
      ],
    },
    '[Q6] lowest text and latest date': {
      dataset,
      measures: [
        { aggregate: 'min', column: 'Region' },
        { aggregate: 'max', column: 'Order Date' },
      ],
    },
    '[Q6] mean of yes or no': { dataset, measures: [{ aggregate: 'mean', column: 'Returned' }] },
    '[Q7] share of a count': {
      dataset,
      dimensions: [{ column: 'Region' }],
      measures: [{ aggregate: 'count', share: true }],
    },
    '[Q19] a statistic of rows': { dataset, columns: ['Sales', 'Region'], statistic: 'several-groups' },
    '[Q16] weekends': {
      dataset,
      measures: [{ aggregate: 'count' }],
      filters: [{ op: 'part', column: 'Order Date', part: 'dayOfWeek', values: [6, 7] }],
    },
    '[Q8] a period of a date': {
      dataset,
      measures: [rows],
      filters: [{ op: 'between', column: 'Order Date', from: '2024', to: '2024-03' }],
    },
    '[Q8] true and false': {
      dataset,
      measures: [rows],
      filters: [{ op: 'in', column: 'Returned', values: [true, false] }],
    },
    '[Q10] sort by the result name': {
      dataset,
      dimensions: [{ column: 'Region' }],
      measures: [{ aggregate: 'sum', column: 'Sales' }],
      sort: [{ by: 'Total Sales', direction: 'descending' }],
    },
    '[Q4] parts and widths': {
      dataset,
      dimensions: [
        { column: 'Order Date', part: 'dayOfWeek' },
        { column: 'At', part: 'hourOfDay' },
        { column: 'Sales', binWidth: 12.5 },
      ],
    },
    '[Q6] first and last by a moment': {
      dataset,
      measures: [
        { aggregate: 'first', column: 'Region', by: 'At' },
        { aggregate: 'last', column: 'Sales', by: 'Order Date' },
      ],
    },
    '[Q9] groups chosen by what a comparison adds': {
      dataset,
      dimensions: [{ column: 'Order Date', grain: 'month' }],
      measures: [{ aggregate: 'sum', column: 'Sales' }],
      compare: { to: 'previousYear' },
      having: [{ op: 'less', column: 'Change in Total Sales', value: 0 }],
      sort: [{ by: 'Change in Total Sales (%)', direction: 'ascending' }],
    },
    '[Q14] a period told from now': {
      dataset,
      measures: [rows],
      filters: [{ op: 'relative', column: 'At', direction: 'last', count: 30, grain: 'day' }],
      compare: { to: 'previousPeriod', column: 'At' },
    },
    '[Q15] a zone': { dataset, measures: [rows], timeZone: 'Asia/Kathmandu' },
    '[Q2] a listing': {
      dataset,
      columns: ['Region', 'Sales'],
      sort: [{ by: 'Sales', direction: 'ascending' }],
      limit: 50,
    },
  }
  test.each(Object.entries(good))('%s', (_, input) => {
    expect(failureOf(input)).toBeNull()
  })
})

describe('a bad query is refused in a sentence', () => {
  test.each<[string, unknown, string, string]>([
    ['[Q1] not an object', 'total sales', 'query/invalid', 'The query is not valid: '],
    [
      '[Q1] unknown aggregate',
      { dataset, measures: [{ aggregate: 'average', column: 'Sales' }] },
      'query/invalid',
      'at measures.0.aggregate',
    ],
    ['[Q1] limit of none', { dataset, measures: [rows], limit: 0 }, 'query/invalid', 'at limit'],
    ['[Q4] hours of dates', by({ column: 'Order Date', grain: 'hour' }), 'query/wrong-type', 'which have no hours'],
    ['[Q4] a part of text', by({ column: 'Region', part: 'dayOfWeek' }), 'query/wrong-type', 'have no such part'],
    ['[Q4] wide bins of text', by({ column: 'Region', binWidth: 2 }), 'query/wrong-type', 'cannot be cut into bins'],
    [
      '[Q6] the first of no time',
      { dataset, measures: [{ aggregate: 'first', column: 'Sales' }] },
      'query/invalid',
      'by which time?',
    ],
    [
      '[Q6] the first by text',
      { dataset, measures: [{ aggregate: 'first', column: 'Sales', by: 'Region' }] },
      'query/wrong-type',
      'cannot tell what is first',
    ],
    [
      '[Q6] the spread of yes or no',
      { dataset, measures: [{ aggregate: 'sd', column: 'Returned' }] },
      'query/wrong-type',
      'put to a standard deviation',
    ],
    [
      '[Q10] within a dimension that is none',
      { ...by({ column: 'Region' }), measures: [{ ...rows, share: { within: ['Regoin'] } }] },
      'query/unknown-dimension',
      'Did you mean “Region”?',
    ],
    [
      '[Q10] a pivot on a measure',
      { ...by({ column: 'Region' }), pivot: 'Rows' },
      'query/unknown-dimension',
      'does not group by “Rows”',
    ],
    [
      '[Q10] groups chosen by what is not there',
      { ...by({ column: 'Region' }), having: [{ op: 'isNull', column: 'Row' }] },
      'query/unknown-result',
      'Did you mean “Rows”?',
    ],
    [
      '[Q8] groups chosen by a count like a text',
      { ...by({ column: 'Region' }), having: [{ op: 'in', column: 'Rows', values: ['many'] }] },
      'query/wrong-type',
      'cannot be compared with "many"',
    ],
    [
      '[Q13] a running total of one group',
      { dataset, measures: [{ ...rows, over: { window: 'runningTotal' } }] },
      'query/invalid',
      'add a dimension',
    ],
    [
      '[Q13] a rank of text',
      {
        ...by({ column: 'Region' }),
        measures: [{ aggregate: 'min', column: 'Region', over: { window: 'rank' } }],
      },
      'query/invalid',
      'needs numbers',
    ],
    [
      '[Q14] a comparison without time',
      { dataset, measures: [rows], compare: { to: 'previousYear' } },
      'query/invalid',
      'needs time',
    ],
    [
      '[Q14] a comparison of all time',
      { dataset, measures: [rows], compare: { to: 'previousYear', column: 'At' } },
      'query/invalid',
      'Compared with which time?',
    ],
    [
      '[Q14] a comparison along text',
      { dataset, measures: [rows], compare: { to: 'previousYear', column: 'Region' } },
      'query/wrong-type',
      'cannot be compared with a time before',
    ],
    ['[Q15] no such zone', { dataset, measures: [rows], timeZone: 'Mars/Olympus' }, 'query/invalid', '“Mars/Olympus”'],
    ['[Q2] nothing asked', { dataset }, 'query/invalid', 'asks for nothing'],
    ['[Q2] both kinds', { dataset, columns: ['Sales'], measures: [rows] }, 'query/invalid', 'not both'],
    [
      '[Q3] misspelt',
      { dataset, measures: [{ aggregate: 'sum', column: 'Slaes' }] },
      'query/unknown-column',
      'There is no column “Slaes”. Did you mean “Sales”?',
    ],
    [
      '[Q3] letter case and spaces',
      { dataset, dimensions: [{ column: 'order_date' }] },
      'query/unknown-column',
      'Did you mean “Order Date”?',
    ],
    ['[Q3] part of a name', { dataset, columns: ['Date'] }, 'query/unknown-column', 'Did you mean “Order Date”?'],
    ['[Q3] nothing near', { dataset, columns: ['Colour'] }, 'query/unknown-column', 'There is no column “Colour”.'],
    [
      '[Q3] in a nested filter',
      filtered({ op: 'not', filter: { op: 'or', filters: [{ op: 'isNull', column: 'Regoin' }] } }),
      'query/unknown-column',
      '“Region”',
    ],
    [
      '[Q3] in a measure’s filter',
      { dataset, measures: [{ ...rows, filter: { op: 'isNull', column: 'Saless' } }] },
      'query/unknown-column',
      '“Sales”',
    ],
    [
      '[Q12] more comparisons than anybody means',
      filtered({
        op: 'or',
        filters: Array.from({ length: 100 }, () => ({
          op: 'and' as const,
          filters: Array.from({ length: 6 }, () => ({ op: 'isNull' as const, column: 'Region' })),
        })),
      }),
      'query/invalid',
      'The filters make 600 comparisons; a query makes at most 500.',
    ],
    [
      '[Q4] grain of text',
      { dataset, dimensions: [{ column: 'Region', grain: 'month' }] },
      'query/wrong-type',
      '“Region” holds text, which cannot be grouped by month.',
    ],
    [
      '[Q4] bins of dates',
      { dataset, dimensions: [{ column: 'Order Date', bins: 5 }] },
      'query/wrong-type',
      'cannot be cut into bins',
    ],
    [
      '[Q4] grain and bins at once',
      { dataset, dimensions: [{ column: 'Order Date', grain: 'day', bins: 5 }] },
      'query/invalid',
      'by one of them',
    ],
    ['[Q5] sum of what', { dataset, measures: [{ aggregate: 'sum' }] }, 'query/invalid', 'Which column is the sum of?'],
    [
      '[Q6] sum of text',
      { dataset, measures: [{ aggregate: 'sum', column: 'Region' }] },
      'query/wrong-type',
      '“Region” holds text, which cannot be summed.',
    ],
    [
      '[Q6] mean of dates',
      { dataset, measures: [{ aggregate: 'mean', column: 'Order Date' }] },
      'query/wrong-type',
      'cannot be averaged',
    ],
    [
      '[Q6] median of yes or no',
      { dataset, measures: [{ aggregate: 'median', column: 'Returned' }] },
      'query/wrong-type',
      'Returned',
    ],
    [
      '[Q7] share of a mean',
      { dataset, measures: [{ aggregate: 'mean', column: 'Sales', share: true }] },
      'query/invalid',
      'not of a mean',
    ],
    [
      '[Q16] hours of days',
      filtered({ op: 'part', column: 'Order Date', part: 'hourOfDay', values: [9] }),
      'query/wrong-type',
      'have no hours',
    ],
    [
      '[Q16] weekdays of numbers',
      filtered({ op: 'part', column: 'Sales', part: 'dayOfWeek', values: [1] }),
      'query/wrong-type',
      'have no such part',
    ],
    [
      '[Q19] a statistic of too few columns',
      { dataset, columns: ['Sales'], statistic: 'pearson' },
      'query/invalid',
      'takes 2 columns',
    ],
    [
      '[Q19] a statistic that computes with words',
      { dataset, columns: ['Sales', 'Region'], statistic: 'pearson' },
      'query/invalid',
      '“Region” holds none',
    ],
    [
      '[Q19] a statistic of groups',
      { ...by({ column: 'Region' }), statistic: 'skewness' },
      'query/invalid',
      'takes 1 column',
    ],
    [
      '[Q19] a statistic in order',
      { dataset, columns: ['Sales'], statistic: 'skewness', sort: [{ by: 'Skewness', direction: 'ascending' }] },
      'query/invalid',
      'neither sorted nor paged',
    ],
    [
      '[Q8] number against text',
      filtered({ op: 'greater', column: 'Sales', value: 'ten' }),
      'query/wrong-type',
      'cannot be compared with "ten"',
    ],
    [
      '[Q8] text against number',
      filtered({ op: 'in', column: 'Region', values: ['North', 5] }),
      'query/wrong-type',
      'cannot be compared with 5',
    ],
    [
      '[Q8] no such day',
      filtered({ op: 'less', column: 'Order Date', value: '2024-02-30' }),
      'query/wrong-type',
      '2024-02-30',
    ],
    [
      '[Q8] search in numbers',
      filtered({ op: 'contains', column: 'Sales', text: '1' }),
      'query/wrong-type',
      'cannot be searched',
    ],
    [
      '[Q8] order of yes or no',
      filtered({ op: 'less', column: 'Returned', value: true }),
      'query/wrong-type',
      'has no order',
    ],
    [
      '[Q9] two results of one name',
      { dataset, dimensions: [{ column: 'Region' }], measures: [{ ...rows, as: 'Region' }] },
      'query/same-name',
      '“Region”',
    ],
    ['[Q9] a column listed twice', { dataset, columns: ['Sales', 'Sales'] }, 'query/same-name', '“Sales”'],
    [
      '[Q10] sort by what is not there',
      {
        dataset,
        dimensions: [{ column: 'Region' }],
        measures: [{ aggregate: 'sum', column: 'Sales' }],
        sort: [{ by: 'Sales', direction: 'ascending' }],
      },
      'query/unknown-result',
      'Did you mean “Total Sales”?',
    ],
  ])('%s', (_, input, code, words) => {
    const failure = failureOf(input)
    expect(failure?.code).toBe(code)
    expect(failure?.message).toContain(words)
  })

  test('[Q11] filters nested a hundred thousand deep', () => {
    let filter: unknown = { op: 'isNull', column: 'Sales' }
    for (let depth = 0; depth < 100_000; depth++) filter = { op: 'not', filter }
    expect(failureOf(filtered(filter))?.code).toBe('query/invalid')
  })
})
