import { expect, test } from 'vitest'
import { columnsOfQuery } from '#core/query/columns-of-query.ts'
import { query } from '#core/query/query.ts'

test('every column a query touches, wherever it stands, once', () => {
  const asked = query.parse({
    dataset: 'd',
    dimensions: [{ column: 'a' }, { column: 'b', grain: 'day' }],
    measures: [{ aggregate: 'sum', column: 'c', filter: { op: 'isNull', column: 'd' } }, { aggregate: 'count' }],
    filters: [
      {
        op: 'not',
        filter: {
          op: 'or',
          filters: [
            { op: 'in', column: 'e', values: [1] },
            { op: 'in', column: 'a', values: [] },
          ],
        },
      },
    ],
  })
  expect(columnsOfQuery(asked)).toEqual(['a', 'b', 'c', 'd', 'e'])
})
