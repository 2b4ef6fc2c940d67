import { expect, test } from 'vitest'
import { query } from '#core/query/query.ts'
import { shapeOfQuery } from '#core/query/shape-of-query.ts'

test('the shape of a Query tells its kind, and nothing that names or is anybody’s data', () => {
  const asked = query.parse({
    dataset: 'secret-dataset',
    dimensions: [{ column: 'Secret Date', grain: 'month', as: 'Secret month' }, { column: 'Secret' }],
    measures: [
      { aggregate: 'sum', column: 'Secret', filter: { op: 'isNull', column: 'Secret' }, share: true, as: 'Secret' },
      { aggregate: 'formula', formula: 'sum([Secret])', over: { window: 'rank' } },
    ],
    filters: [
      { op: 'not', filter: { op: 'in', column: 'Secret', values: ['secret'] } },
      { op: 'or', filters: [{ op: 'contains', column: 'Secret', text: 'secret' }] },
    ],
    calculations: [{ name: 'Secret', formula: '"secret"' }],
  })
  const shape = shapeOfQuery(asked)
  expect(JSON.stringify(shape).toLowerCase()).not.toContain('secret')
  expect(shape).toMatchObject({
    dimensions: ['month', 'value'],
    measures: ['sum share', 'formula rank'],
    filters: ['not(in)', 'or(contains)'],
  })
})
