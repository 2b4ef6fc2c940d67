import { describe, expect, test } from 'vitest'
import { clustersOf, editDistance, fingerprint, ngramFingerprint } from '#core/clean/learning/clusters.ts'
import { leastSquares } from '#core/clean/learning/least-squares.ts'
import { cleanRows } from '#core/clean/run-recipe.ts'
import { columnOf, rowsOf } from '../../support/clean-rows.ts'
import { seededRandom } from '../../support/random.ts'

const counts = (texts: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(texts))

describe('nearest neighbours', () => {
  test('[S8] give what the KNNImputer of scikit-learn 1.5 documents for its example', async () => {
    const { fields, rows } = rowsOf({
      a: { type: 'decimal', values: [1, 3, null, 8] },
      b: { type: 'decimal', values: [2, 4, 6, 8] },
      c: { type: 'decimal', values: [null, 3, 5, 7] },
    })
    const fill = (column: string) => ({
      step: 'fill-missing' as const,
      settings: { column, method: 'nearest', neighbours: 2 },
    })
    const first = await cleanRows({ schema: 1, steps: [fill('c')] }, fields, [rows])
    expect(columnOf(first.rows, 'c')).toEqual(['4', '3', '5', '7'])
    const second = await cleanRows({ schema: 1, steps: [fill('a')] }, fields, [rows])
    expect(columnOf(second.rows, 'a')).toEqual(['1', '3', '5.5', '8'])
  })

  test('[S8] vote on texts, and leave empty what has nothing to go by', async () => {
    const { fields, rows } = rowsOf({
      kind: { type: 'text', values: ['low', 'low', 'high', 'high', null, null] },
      size: { type: 'decimal', values: [1, 2, 9, 10, 9.5, null] },
    })
    const settings = { column: 'kind', method: 'nearest', neighbours: 2 }
    const { rows: after, log } = await cleanRows({ schema: 1, steps: [{ step: 'fill-missing', settings }] }, fields, [
      rows,
    ])
    expect(columnOf(after, 'kind')).toEqual(['low', 'low', 'high', 'high', 'high', null])
    expect(log.steps[0]?.says).toContain('1 cell stays empty')
  })
})

/** Longley (1967), as NIST StRD publishes it: employment by deflator, product, unemployed, forces, population, year. */
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
]
const certified = [
  -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359, -0.0511041056535807,
  1829.15146461355,
]

describe('least squares', () => {
  test('[S9] agree with the certified coefficients of Longley to eight digits', () => {
    const column = (at: number): Float64Array => Float64Array.from(longley, (row) => row[at] ?? 0)
    const fit = leastSquares([1, 2, 3, 4, 5, 6].map(column), column(0))
    for (const [at, found] of [fit.intercept, ...fit.slopes].entries())
      expect(Math.abs(found / (certified[at] ?? 1) - 1)).toBeLessThan(1e-8)
    expect(fit.rSquared).toBeCloseTo(0.995479004577296, 10)
  })

  test('[S9] leave out a predictor that the others determine', () => {
    const x = Float64Array.of(1, 2, 3, 4, 5)
    const fit = leastSquares(
      [x, x.map((value) => 2 * value + 7)],
      x.map((value) => 3 * value - 1),
    )
    expect(fit.slopes[0]).toBeCloseTo(3, 10)
    expect(fit.slopes[1]).toBe(0)
    expect(fit.intercept).toBeCloseTo(-1, 10)
  })

  test('[S9] fill by a line where it is exact', async () => {
    const { fields, rows } = rowsOf({
      price: { type: 'decimal', values: [12, 14, null, 18, 20, null] },
      size: { type: 'integer', values: [1, 2, 3, 4, 5, null] },
    })
    const settings = { column: 'price', method: 'regression' }
    const { rows: after } = await cleanRows({ schema: 1, steps: [{ step: 'fill-missing', settings }] }, fields, [rows])
    const filled = columnOf(after, 'price').map(Number)
    expect(filled[2]).toBeCloseTo(16, 10)
    // Without its predictor a row is guessed at the mean.
    expect(filled[5]).toBeCloseTo(16, 10)
  })
})

describe('clusters', () => {
  test.each([
    ['Café de  l’Opéra', 'opera de l cafe'],
    ['Smith, John', 'john smith'],
    ['ACME Inc.', 'inc acme'],
  ])('[S10] %s and %s have one fingerprint, as in OpenRefine', (a, b) => {
    expect(fingerprint(a)).toBe(fingerprint(b))
  })

  test('[S10] pairs of letters see through blanks', () => {
    expect(ngramFingerprint('New York')).toBe(ngramFingerprint('new-york'))
    expect(ngramFingerprint('Paris')).toBe('arispari')
  })

  test.each([
    ['kitten', 'sitting', 3],
    ['flaw', 'lawn', 2],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('[S10] %s is %s edits from %s', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance)
    if (distance > 1) expect(editDistance(a, b, 1)).toBeGreaterThan(1)
  })

  test('[S10] the most frequent spelling wins', () => {
    const found = clustersOf(counts({ 'New York': 5, 'new york': 7, 'NEW YORK.': 1, Boston: 9 }), 'fingerprint')
    expect(found).toEqual([{ to: 'new york', from: ['New York', 'NEW YORK.'] }])
  })

  test.each([
    ['distance', { 'Room 11': 4, 'Room 12': 4 }],
    ['distance', { 'North Korea': 4, 'South Korea': 4 }],
    ['distance', { Arlington: 40, Farmington: 1 }],
    ['fingerprint', { "5'6": 4, "6'5": 4 }],
    ['fingerprint', { C: 4, 'C++': 4, 'C#': 4 }],
    ['fingerprint', { '1.5': 4, '15': 4, '-15': 2 }],
    ['ngram', { 'A 1': 4, 'A 11': 4 }],
  ] as const)('[S11] by %s things that differ are not spellings: %o', (method, texts) => {
    expect(clustersOf(counts(texts), method)).toEqual([])
  })

  test('[S11] one slip in a long word is found among thousands', () => {
    const random = seededRandom(7)
    const word = (): string => Array.from({ length: 9 }, () => String.fromCharCode(97 + random.below(26))).join('')
    const texts = new Map(Array.from({ length: 3000 }, () => [word(), 1 + random.below(9)]))
    texts.set('Marseille', 50)
    texts.set('Marsellie', 1)
    texts.set('Marseile', 1)
    expect(clustersOf(texts, 'distance').find(({ to }) => to === 'Marseille')?.from).toContain('Marseile')
  })

  test('[S11] thousands of texts that begin alike are told apart in no more work than others', () => {
    const texts = new Map(Array.from({ length: 6000 }, (_, at) => [`note ${at} of the document`, 2]))
    const words = Array.from(
      { length: 6000 },
      (_, at) => `account of ${String.fromCharCode(...[...String(at)].map((digit) => 97 + Number(digit) * 2))}`,
    )
    for (const word of words) texts.set(word, 2)
    texts.set('note 77 of the dcoumnet', 1)
    expect(clustersOf(texts, 'distance').find(({ to }) => to === 'note 77 of the document')).toBeUndefined()
    texts.set('note 77 of the documnt', 1)
    expect(clustersOf(texts, 'distance').find(({ to }) => to === 'note 77 of the document')?.from).toEqual([
      'note 77 of the documnt',
    ])
  }, 20_000)
})
