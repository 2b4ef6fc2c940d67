import { expect, test } from 'vitest'
import { titleOfFile } from '#core/ingest/title-of-file.ts'

test.each([
  ['orders_2024.csv', 'Orders 2024'],
  ['nyc_taxis_sample.csv', 'NYC taxis sample'],
  ['sales-by-region.tsv', 'Sales by region'],
  ['hr_headcount_by_dept (2).xlsx', 'HR headcount by dept'],
  ['orders - Copy.csv', 'Orders'],
  ['us_gdp_why_try.csv', 'Us GDP why try'],
  ['2024-03-01_export.csv', '2024-03-01 export'],
  ['Q3  Results.CSV', 'Q3 Results'],
  ['iPhone_sales.csv', 'iPhone sales'],
  ['USA.states.csv', 'USA.states'],
  ['übersicht.csv', 'Übersicht'],
  ['مبيعات_2024.csv', 'مبيعات 2024'],
  ['🍕_orders.csv', '🍕 orders'],
  ['no-extension', 'No extension'],
  ['.csv', '.csv'],
  ['___.csv', '___.csv'],
])('%s is called %s', (fileName, title) => {
  expect(titleOfFile(fileName)).toBe(title)
})

test('a name is never longer than a title may be', () => {
  expect(titleOfFile(`${'long '.repeat(60)}.csv`)).toHaveLength(120)
})
