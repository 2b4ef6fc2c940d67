import { expect, test } from 'vitest'
import { exampleQueries, quoteName } from '#core/sql/examples.ts'
import { gate } from '#core/sql/gate/gate.ts'
import { loadOrders } from '../../support/orders.ts'

test('the examples are over the own columns of a dataset, and pass the gate', async () => {
  const { model } = await loadOrders()
  const examples = exampleQueries(model, 'orders')
  expect(examples).toHaveLength(2)
  expect(examples[0]).toContain('GROUP BY region')
  expect(examples[1]).toContain("date_trunc('month', order_date)")
  for (const sql of examples) expect(gate(sql, [{ name: 'orders', rows: 240 }]).ok).toBe(true)
})

test.each([
  ['region', 'region'],
  ['Unit Price', '"Unit Price"'],
  ['say "hi"', '"say ""hi"""'],
  ['order', '"order"'],
])('the name %j is written %s', (name, text) => expect(quoteName(name)).toBe(text))
