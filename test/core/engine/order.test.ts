import { describe, expect, test } from 'vitest'
import { orderedRows } from '#core/engine/order/order-rows.ts'
import { sortedRows } from '#core/engine/order/sorted-rows.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Column } from '#core/table/table.ts'
import { seededRandom } from '../../support/random.ts'
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

describe('rows in order', () => {
  const seed = Number(process.env['SEED'] ?? 11)
  const random = seededRandom(seed)
  const whole = () => random.pick([null, 0, -0, 3, -7, 250, 9])
  const any = () => random.pick([null, 0, -0, 0.1, -2.5, 1e300, -1e300, 2 ** 53, Number.POSITIVE_INFINITY, 7, 1e-9])
  const moment = () => 1.7e12 + random.below(1e9)
  const text = () => random.pick([null, '', 'a', 'ab', 'B', 'é', '\uFF01', '\u{1F600}', 'z'])

  function columnsOf(size: number): readonly Column[] {
    const of = <Value>(make: () => Value): Value[] => Array.from({ length: size }, make)
    return [
      numbers('whole', 'integer', of(whole)),
      numbers('any', 'decimal', of(any)),
      numbers('moment', 'timestamp', of(moment)),
      numbers('fraction', 'decimal', of(random.next)),
      texts('text', of(text)),
      {
        name: 'twice',
        type: 'text',
        codes: Int32Array.from(of(() => random.below(4) - 1)),
        dictionary: ['b', 'a', 'b'],
      },
      numbers(
        'nothing',
        'decimal',
        of(() => null),
      ),
    ]
  }

  test(`[E15] the first few are those of all, whatever is sorted by (seed ${seed})`, () => {
    for (let round = 0; round < 300; round++) {
      const size = 9 + random.below(300)
      const columns = columnsOf(size)
      const orders = Array.from({ length: 1 + random.below(5) }, () => ({
        column: random.pick(columns),
        descending: random.chance(0.5),
      }))
      const few = Math.ceil(size / 8) - 1
      const what = orders.map(({ column, descending }) => `${column.name} ${descending}`).join(', ')
      expect([what, ...orderedRows(size, orders, few)]).toEqual([what, ...sortedRows(size, orders).subarray(0, few)])
    }
  })
})
