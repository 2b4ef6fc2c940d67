import type { QueryInput } from '#core/query/query.ts'
import { aggregable } from '#core/query/type-rules.ts'
import { aggregates, dateParts, grains } from '#core/semantic/vocabulary.ts'
import type { SqlTables } from '#core/sql/table.ts'

/** Values that no text of a statement may hold; they are bound. */
export const hostile = `Robert'); DROP TABLE orders; --\\`

export const tables: SqlTables = {
  d: {
    path: ['shop', 'orders'],
    columns: [
      { name: 'Region', type: 'text' },
      { name: 'Sales', type: 'decimal' },
      { name: 'Quantity', type: 'integer' },
      { name: 'Order Date', type: 'date' },
      { name: 'Shipped', type: 'timestamp', column: 'shipped_at' },
      { name: 'Paid', type: 'boolean' },
      { name: 'Took', type: 'duration', unit: 'seconds' },
      { name: 'Customer', type: 'text', column: 'customer_id' },
    ],
    order: 'line',
  },
  c: {
    path: ['customers'],
    columns: [
      { name: 'id', type: 'text' },
      { name: 'Segment', type: 'text' },
    ],
  },
}

type Asked = Omit<QueryInput, 'dataset'>
const total = { aggregate: 'sum', column: 'Sales' } as const
const byMonth = { column: 'Order Date', grain: 'month' } as const
const columnOf = { text: 'Region', duration: 'Took', decimal: 'Sales' } as const

/** A Query for each thing that a plain Query can say. */
export const features: Readonly<Record<string, Asked>> = {
  'a measure of everything': { measures: [total] },
  'groups of a column': { dimensions: [{ column: 'Region' }], measures: [total], limit: 10, offset: 20 },
  'a dimension alone': { dimensions: [{ column: 'Customer' }] },
  'several dimensions': { dimensions: [{ column: 'Region' }, { column: 'Paid' }, byMonth], measures: [total] },
  'bins of a width': {
    dimensions: [
      { column: 'Sales', binWidth: 0.25 },
      { column: 'Took', binWidth: 60_000 },
    ],
  },
  ...Object.fromEntries(
    aggregates.flatMap((aggregate) =>
      (['text', 'decimal', 'duration'] as const)
        .filter((type) => aggregable[aggregate].includes(type))
        .map((type): [string, Asked] => [
          `${aggregate} of ${type}, filtered`,
          {
            dimensions: [{ column: 'Region' }],
            measures: [
              {
                aggregate,
                column: columnOf[type],
                quantile: aggregate === 'quantile' ? 0.9 : undefined,
                by: 'Shipped',
                filter: { op: 'in', column: 'Customer', values: [hostile, 'b'] },
              },
            ],
          },
        ]),
    ),
  ),
  ...Object.fromEntries(
    grains.map((grain): [string, Asked] => [
      `${grain} by local time`,
      {
        dimensions: [{ column: 'Shipped', grain }],
        timeZone: 'Asia/Kolkata',
        weekStart: 'sunday',
        fiscalYearStart: 4,
      },
    ]),
  ),
  ...Object.fromEntries(
    dateParts.map((part): [string, Asked] => [
      `${part} by local time`,
      { dimensions: [{ column: 'Shipped', part }], timeZone: 'Etc/GMT-2', weekStart: 'sunday', fiscalYearStart: 4 },
    ]),
  ),
  'share of everything': { dimensions: [{ column: 'Region' }], measures: [{ ...total, share: true }] },
  'share of the group': {
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'count', share: 'group', filter: { op: 'in', column: 'Paid', values: [true] } }],
  },
  'share of different values within a dimension': {
    dimensions: [{ column: 'Region' }, byMonth],
    measures: [{ aggregate: 'distinct', column: 'Customer', share: { within: ['Region'] } }],
  },
  'running total, moving average and rank': {
    dimensions: [byMonth, { column: 'Region' }],
    measures: [
      { ...total, over: { window: 'runningTotal' } },
      { ...total, over: { window: 'movingAverage', groups: 3 } },
      { ...total, over: { window: 'rank' } },
    ],
  },
  'having, sort and page': {
    dimensions: [{ column: 'Region' }],
    measures: [total],
    having: [{ op: 'greater', column: 'Total Sales', value: 1234.5 }],
    sort: [{ by: 'Region', direction: 'descending' }],
    limit: 5,
    offset: 5,
  },
  'what is joined': {
    joins: [{ name: 'Buyer', dataset: 'c', column: 'Customer', key: 'id' }],
    dimensions: [{ column: 'Buyer.Segment' }],
    measures: [total],
    filters: [{ op: 'in', column: 'Buyer.Segment', values: [hostile] }],
  },
  'filters of every kind': {
    measures: [{ aggregate: 'count' }],
    filters: [
      {
        op: 'not',
        filter: {
          op: 'and',
          filters: [
            { op: 'isNull', column: 'Region' },
            { op: 'or', filters: [] },
          ],
        },
      },
      { op: 'contains', column: 'Region', text: hostile },
      { op: 'startsWith', column: 'Region', text: 'Ü' },
      { op: 'endsWith', column: 'Region', text: '' },
      { op: 'between', column: 'Region', from: hostile, to: 'z' },
      { op: 'less', column: 'Sales', value: 77.125 },
      { op: 'in', column: 'Quantity', values: [] },
      { op: 'in', column: 'Order Date', values: ['2024-03', '2024-05-01'] },
      { op: 'greater', column: 'Shipped', value: '2024-03-10T09:30' },
      { op: 'part', column: 'Order Date', part: 'dayOfWeek', values: [6, 7] },
      { op: 'part', column: 'Shipped', part: 'hourOfDay', values: [] },
      { op: 'lessOrEqual', column: 'Took', value: '1:30:00' },
      { op: 'not', filter: { op: 'in', column: 'Paid', values: [true] } },
    ],
    timeZone: 'Europe/Berlin',
  },
  'groups of groups': {
    groups: {
      dimensions: [{ column: 'Region' }, { column: 'Order Date', grain: 'month' }],
      measures: [total, { aggregate: 'count', as: 'rows' }],
      having: [{ op: 'greater', column: 'rows', value: 3 }],
    },
    dimensions: [{ column: 'Region' }],
    measures: [
      { aggregate: 'mean', column: 'Total Sales', as: 'average month' },
      { aggregate: 'count', filter: { op: 'greater', column: 'rows', value: 9 }, share: true, as: 'busy' },
    ],
    filters: [{ op: 'less', column: 'Sales', value: 77.125 }],
  },
  'names that clash': {
    dimensions: [{ column: 'Region', as: 'Sales' }],
    measures: [{ ...total, as: 'sales' }],
  },
  'a listing': {
    columns: ['Region', 'Sales', 'Shipped'],
    filters: [{ op: 'in', column: 'Region', values: [hostile] }],
    sort: [{ by: 'Sales', direction: 'descending' }],
    limit: 100,
    offset: 200,
  },
  'a listing of what is joined': {
    joins: [{ name: 'Buyer', dataset: 'c', column: 'Customer', key: 'id' }],
    columns: ['Buyer.Segment', 'Took'],
  },
}
