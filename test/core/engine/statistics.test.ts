import { describe, expect, test } from 'vitest'
import { rowStatisticIds, rowStatisticOf } from '#core/stats/rows/registry.ts'
import { numbers, rowsOf, sourceOf, texts } from './asking.ts'

/** Extra hours of sleep by two drugs, of ten patients each (Student 1908). */
const sleep = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
].flat()
const drug = sleep.map((_, at) => (at < 10 ? 'first' : 'second'))
const source = sourceOf(
  numbers('hours', 'decimal', [...sleep, null, 9]),
  texts('drug', [...drug, 'first', null]),
  numbers('twice', 'decimal', [...sleep.map((value, at) => 2 * value + (at % 3)), 1, 1]),
  texts(
    'side',
    [...sleep, null, 9].map((_, at) => 'ab'[at % 2] ?? ''),
  ),
)
const asked = (columns: string[], statistic: (typeof rowStatisticIds)[number], filters: object[] = []) =>
  rowsOf({ dataset: 'd', columns, statistic, filters: filters as never }, source)

describe('[E22] a statistic of rows', () => {
  test('compares two groups as Welch’s test does, of the rows that are known', async () => {
    expect(await asked(['hours', 'drug'], 'two-groups')).toMatchObject([
      {
        Difference: expect.closeTo(1.58, 12),
        t: expect.closeTo(1.8608134674868526, 12),
        p: expect.closeTo(0.0793941401873583, 12),
        Higher: 'second',
        Lower: 'first',
        n: 20,
        Rows: 22,
      },
    ])
  })

  test('is of the rows that pass the filters', async () => {
    const first = { op: 'in', column: 'drug', values: ['first'] }
    expect(await asked(['hours'], 'skewness', [first])).toMatchObject([
      { Mean: expect.closeTo(0.75, 12), n: 10, Rows: 11 },
    ])
  })

  test('has a row for each term of a regression, by the columns’ names', async () => {
    const terms = await asked(['twice', 'hours'], 'regression')
    expect(terms.map(({ Term }) => Term)).toEqual(['Intercept', 'hours'])
  })

  test.each(rowStatisticIds)('has the columns that it tells, and no row where it is undefined: %s', async (id) => {
    const { takes, fields } = rowStatisticOf(id)
    const columns = takes.map((taken, at) => (taken === 'number' ? ['hours', 'twice'][at] : ['drug', 'side'][at]) ?? '')
    const [row] = await asked(columns, id)
    expect(Object.keys(row ?? {})).toEqual(fields.map(({ name }) => name))
    expect(Object.values(row ?? {}).every((cell) => cell !== null)).toBe(true)
    expect(await asked(columns, id, [{ op: 'greater', column: 'hours', value: 100 }])).toEqual([])
  })
})
