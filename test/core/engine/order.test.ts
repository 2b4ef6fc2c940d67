import { describe, expect, test } from 'vitest'
import type { QueryInput } from '#core/query/query.ts'
import { dataset, moments, numbers, rowsOf, sourceOf, texts } from './asking.ts'

describe('order', () => {
  const source = sourceOf(
    texts('g', ['x', null, 'y', 'z']),
    numbers('n', 'integer', [2, 5, null, 2]),
    moments('day', ['2024-03-02', '2024-03-01', null, '2024-03-01'], 'date'),
  )
  const groups = (query: Omit<QueryInput, 'dataset'>) =>
    rowsOf({ dataset, ...query }, source).then((found) => found.map(({ g }) => g))

  test('[E14] the first measure, descending; nulls last; ties by the dimensions', async () => {
    expect(await groups({ dimensions: [{ column: 'g' }], measures: [{ aggregate: 'sum', column: 'n' }] })).toEqual([
      null,
      'x',
      'z',
      'y',
    ])
  })
  test('[E14] moments come first, ascending', async () => {
    expect(
      await groups({ dimensions: [{ column: 'g' }, { column: 'day' }], measures: [{ aggregate: 'sum', column: 'n' }] }),
    ).toEqual(['z', null, 'x', 'y'])
  })
  test('[E15] without measures, by the dimensions, nulls last', async () => {
    expect(await groups({ dimensions: [{ column: 'g' }] })).toEqual(['x', 'y', 'z', null])
  })
  test('[E15] ties stand by the dimensions, ascending, whatever is sorted by', async () => {
    const by = (direction: 'ascending' | 'descending') =>
      groups({
        dimensions: [{ column: 'g' }],
        measures: [{ aggregate: 'count', as: 'rows' }],
        sort: [{ by: 'rows', direction }],
      })
    expect([await by('ascending'), await by('descending')]).toEqual([
      ['x', 'y', 'z', null],
      ['x', 'y', 'z', null],
    ])
  })
  test('[E14] days of the week run from the first of the week', async () => {
    const days = await rowsOf(
      { dataset, dimensions: [{ column: 'day', part: 'dayOfWeek', as: 'on' }], weekStart: 'saturday' },
      source,
    )
    expect(days.map(({ on }) => on)).toEqual([6, 5, null])
  })
  test('[E15] nulls last in both directions', async () => {
    const sorted = (direction: 'ascending' | 'descending') =>
      groups({ dimensions: [{ column: 'g' }], sort: [{ by: 'g', direction }] })
    expect(await sorted('ascending')).toEqual(['x', 'y', 'z', null])
    expect(await sorted('descending')).toEqual(['z', 'y', 'x', null])
  })
  test('[E16] offset and limit after sorting', async () => {
    expect(
      await groups({
        dimensions: [{ column: 'g' }],
        measures: [{ aggregate: 'sum', column: 'n' }],
        offset: 1,
        limit: 2,
      }),
    ).toEqual(['x', 'z'])
    expect(await groups({ dimensions: [{ column: 'g' }], offset: 9 })).toEqual([])
  })
})
