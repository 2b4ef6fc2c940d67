import { measure, type Pack, role } from './pack.ts'

export const sales: Pack = {
  title: 'Sales',
  description: 'Orders, customers and what they bring in.',
  roles: {
    revenue: role('number', 2, 'revenue|sales|turnover|order amount|invoice total|sale price|total amount', {
      but: 'rank|target|region|count|na|eu|jp|global|worldwide|domestic',
      synonyms: 'turnover|takings',
    }),
    profit: role('number', 1, 'profit|margin amount', { but: 'ratio|margin' }),
    cost: role('number', 1, 'cost|cogs', { but: 'shipping|center|estimated' }),
    quantity: role('number', 1, 'quantity|qty|unit sold|order quantity', { synonyms: 'units|volume' }),
    discount: role('number', 1, 'discount'),
    price: role('number', 1, 'unit price|list price|price each'),
    order: role('any', 2, 'order id|order number|invoice id|invoice number|invoice no|transaction id|sale id'),
    customer: role('any', 1, 'customer|client|buyer|customer id|customer name', { but: 'type|segment' }),
    product: role('any', 1, 'product|product name|item name|sku|article'),
    region: role('group', 0, 'region|territory|country|state|market|ship state'),
    date: role('moment', 0, 'order date|invoice date|sale date|transaction date|date', { but: 'ship|birth|update' }),
  },
  least: 4,
  measures: [
    measure(['Revenue', 'sum([revenue])'], 'currency', 'What all sales come to.', 'turnover|total sales'),
    measure(['Profit', 'sum([profit])'], 'currency', 'What is left of sales.', 'earnings'),
    measure(
      ['Profit margin', 'sum([profit]) / sum([revenue])'],
      'percent',
      'The part of revenue that is profit.',
      'return on sales',
    ),
    measure(
      ['Gross margin', '(sum([revenue]) - sum([cost])) / sum([revenue])'],
      'percent',
      'The part of revenue left after cost.',
    ),
    measure(['Orders', 'distinct([order])'], 'number', 'How many different orders.', 'number of orders'),
    measure(
      ['Average order value', 'sum([revenue]) / distinct([order])'],
      'currency',
      'What an order brings in.',
      'AOV|basket size',
    ),
    measure(['Customers', 'distinct([customer])'], 'number', 'How many different customers.', 'buyers'),
    measure(
      ['Revenue per customer', 'sum([revenue]) / distinct([customer])'],
      'currency',
      'What a customer brings in.',
    ),
    measure(['Units sold', 'sum([quantity])'], 'number', 'How many units were sold.', 'volume'),
    measure(
      ['Revenue per unit', 'sum([revenue]) / sum([quantity])'],
      'currency',
      'What a unit brings in.',
      'average selling price',
    ),
    measure(['Average discount', 'mean([discount])'], 'percent', 'The mean discount of the rows.'),
  ],
  questions: [
    '{Revenue} by {region}',
    '{Profit margin} by {product}',
    '{Revenue} by month',
    'top 10 {customer} by {Revenue}',
  ],
  hints: [
    { measure: 'Revenue', by: 'date' },
    { measure: 'Profit margin', by: 'product' },
    { measure: 'Revenue', by: 'region' },
  ],
  groups: [],
}
