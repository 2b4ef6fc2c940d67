import type { Scope } from '#core/semantic/formula/scope.ts'
import type { Field } from '#core/table/table.ts'

/** The columns that the examples of functions are of. */
export const exampleFields: readonly Field[] = [
  { name: 'Price', type: 'decimal' },
  { name: 'Quantity', type: 'integer' },
  { name: 'Product', type: 'text' },
  { name: 'Ordered', type: 'date' },
  { name: 'Sent', type: 'timestamp' },
  { name: 'Took', type: 'duration' },
  { name: 'Paid', type: 'boolean' },
]

export const exampleScope: Scope = {
  fields: exampleFields,
  columns: [
    { name: 'Revenue', formula: '[Price] * [Quantity]' },
    { name: 'Left', formula: '[Right] + 1' },
    { name: 'Right', formula: '[Left] + 1' },
    { name: 'Broken', formula: '[Prize]' },
  ],
  measures: [
    { name: 'Total revenue', formula: 'sum([Revenue])' },
    { name: 'Orders', formula: 'count()' },
    { name: 'Average revenue', formula: '[Total revenue] / [Orders]' },
  ],
  timeColumn: 'Ordered',
}
