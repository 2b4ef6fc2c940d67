import { describe, expect, test } from 'vitest'
import { FineHistogram } from '#core/profile/histogram.ts'
import { HyperLogLog } from '#core/profile/hyperloglog.ts'
import { hashNumber, hashTexts } from '#core/profile/hash.ts'
import { Moments } from '#core/profile/moments.ts'
import { NumberValues } from '#core/profile/number-values.ts'
import { QuantileSketch } from '#core/profile/quantile-sketch.ts'
import { TextValues } from '#core/profile/text-values.ts'
import { seededRandom } from '../../support/random.ts'

const seed = 7
const random = seededRandom(seed)
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
const sample = (count: number, draw: () => number): Float64Array => Float64Array.from({ length: count }, draw)

function parts(values: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, part) =>
    values.slice(part * size, (part + 1) * size),
  )
}

const unit = { size: 1, finest: -300 }
const addTexts = (values: TextValues, texts: readonly string[], counts: Int32Array): void =>
  values.add(texts, counts, hashTexts(texts))
const quantilesOf = (values: NumberValues, shares: readonly number[]): number[] =>
  shares.map(values.distribution().quantile)

describe('moments', () => {
  test('are stable far from zero (NIST NumAcc4: mean 10000000.2, sd 0.1)', () => {
    const values = Float64Array.from({ length: 1001 }, (_, at) =>
      at === 0 ? 10_000_000.2 : at % 2 === 1 ? 10_000_000.1 : 10_000_000.3,
    )
    const moments = new Moments()
    for (const part of parts(values, 100)) moments.add(part, part.length)
    expect(Math.abs(moments.mean - 10_000_000.2) / 10_000_000.2).toBeLessThan(1e-14)
    expect(Math.abs((moments.standardDeviation ?? 0) - 0.1) / 0.1).toBeLessThan(1e-8)
  })

  test('of parts merge into those of the whole', () => {
    const values = sample(10_000, () => 1e6 + normal())
    const [whole, merged] = [new Moments(), new Moments()]
    whole.add(values, values.length)
    for (const part of parts(values, 777)) {
      const one = new Moments()
      one.add(part, part.length)
      merged.merge(one)
    }
    expect(merged).toMatchObject({ count: whole.count, min: whole.min, max: whole.max })
    expect(merged.mean).toBeCloseTo(whole.mean, 9)
    expect(merged.standardDeviation).toBeCloseTo(whole.standardDeviation ?? 0, 9)
  })
})

describe('different values', () => {
  test.each([40_000, 300_000, 2_000_000])('%i of them are estimated within 2 %%', (count) => {
    const [numbers, texts] = [new HyperLogLog(), new HyperLogLog()]
    for (let index = 0; index < count; index++) {
      numbers.add(hashNumber(index * 1.5, 1), hashNumber(index * 1.5, 2))
      if (index >= 300_000) continue
      const { first, second } = hashTexts([`order ${index}`])
      texts.add(first[0] ?? 0, second[0] ?? 0)
    }
    expect(Math.abs(numbers.estimate() - count) / count).toBeLessThan(0.02)
    expect(Math.abs(texts.estimate() - Math.min(count, 300_000)) / Math.min(count, 300_000)).toBeLessThan(0.02)
  })

  test('[P2] are exact while few, for numbers and texts', () => {
    const numbers = new NumberValues(100, unit)
    numbers.add(Float64Array.of(3, 1, 2, 3, 3, 1), 6)
    expect(numbers.distinct()).toEqual({ count: 3, exact: true })
    expect(numbers.top(2)).toEqual([
      { value: 3, count: 3 },
      { value: 1, count: 2 },
    ])
    const texts = new TextValues(100)
    addTexts(texts, ['b', 'a', 'unused'], Int32Array.of(2, 2, 0))
    expect(texts.distinct()).toEqual({ count: 2, exact: true })
    expect(texts.top(5)).toEqual([
      { value: 'a', count: 2 },
      { value: 'b', count: 2 },
    ])
  })

  test('the frequent ones are found among very many', () => {
    const numbers = new NumberValues(1000, unit)
    const texts = new TextValues(1000)
    for (let batch = 0; batch < 20; batch++) {
      const values = Float64Array.from({ length: 10_000 }, (_, row) => (row % 10 === 0 ? -42 : batch * 10_000 + row))
      numbers.add(values, values.length)
      const unique = Array.from({ length: 9000 }, (_, row) => `a rather long text ${batch} ${row}`)
      addTexts(
        texts,
        ['common text of some length', ...unique],
        Int32Array.from({ length: 9001 }, (_, row) => (row === 0 ? 1000 : 1)),
      )
    }
    expect(numbers.top(1)).toEqual([{ value: -42, count: 20_000 }])
    expect(numbers.distinct().exact).toBe(false)
    expect(texts.top(1)).toEqual([{ value: 'common text of some length', count: 20_000 }])
    expect(Math.abs(texts.distinct().count - 180_001) / 180_001).toBeLessThan(0.02)
  })
})

describe('quantiles', () => {
  test('[P2] are exact, of type 7, while the different values are few', () => {
    const values = new NumberValues(100, unit)
    values.add(Float64Array.of(1, 2, 3, 4, 4, 10), 6)
    expect(quantilesOf(values, [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 2.25, 3.5, 4, 10])
  })

  test.each([
    ['even', () => random.next()],
    ['normal', normal],
    ['log-normal', () => Math.exp(2 * normal())],
    [
      'sorted',
      (() => {
        let at = 0
        return () => at++
      })(),
    ],
  ] as const)('are within 0.5 %% of rank for %s values, whole and merged', (_, draw) => {
    const values = sample(200_000, draw)
    const [whole, merged] = [new NumberValues(1000, unit), new NumberValues(1000, unit)]
    whole.add(values, values.length)
    for (const part of parts(values, 9999)) {
      const one = new NumberValues(1000, unit)
      one.add(part, part.length)
      merged.merge(one)
    }
    const sorted = values.toSorted()
    const rankOf = (value: number): number => sorted.findLastIndex((one) => one <= value) / sorted.length
    for (const share of [0.01, 0.25, 0.5, 0.75, 0.99]) {
      for (const found of [whole, merged])
        expect(Math.abs(rankOf(quantilesOf(found, [share])[0] ?? 0) - share)).toBeLessThan(0.005)
    }
  })

  test('keep the smallest and the largest', () => {
    const sketch = new QuantileSketch()
    for (let from = 0; from < 50_000; from += 1000)
      sketch.addSorted(
        Float64Array.from({ length: 1000 }, (_, at) => from + at),
        new Float64Array(1000).fill(1),
      )
    expect(sketch.quantile(0)).toBe(0)
    expect(sketch.quantile(1)).toBe(49_999)
  })
})

describe('histograms', () => {
  const histogramOf = (
    values: Float64Array,
    unit: { size: number; finest: number },
    size = values.length,
  ): FineHistogram => {
    const histogram = new FineHistogram(unit)
    for (const part of parts(values, size)) histogram.addCounts(part.toSorted(), new Float64Array(part.length).fill(1))
    return histogram
  }
  const counted = (values: Float64Array, edges: readonly number[]): number[] =>
    edges.slice(1).map((edge, bin) => {
      const isLast = bin === edges.length - 2
      return values.filter((value) => value >= (edges[bin] ?? 0) && (value < edge || (isLast && value === edge))).length
    })

  const cases: readonly (readonly [string, Float64Array, { size: number; finest: number }])[] = [
    ['decimals', sample(3000, () => Math.round(normal() * 100) / 100), { size: 1, finest: -300 }],
    ['hundredths', Float64Array.from({ length: 101 }, (_, at) => at / 100), { size: 1, finest: -300 }],
    ['small whole numbers', sample(500, () => random.below(6)), { size: 1, finest: 0 }],
    ['large whole numbers', sample(500, () => random.below(1e9)), { size: 1, finest: 0 }],
    ['below zero', sample(500, () => -random.next() * 1e-6), { size: 1, finest: -300 }],
    [
      'one far away',
      Float64Array.from({ length: 500 }, (_, at) => (at === 400 ? 1e12 : at / 7)),
      { size: 1, finest: -300 },
    ],
    ['days', sample(500, () => 86_400_000 * random.below(4000)), { size: 86_400_000, finest: 0 }],
  ]
  test.each(cases)('%s: every value is in the bin that its edges say', (_, values, unit) => {
    for (const size of [values.length, 50]) {
      const { edges, counts } = histogramOf(values, unit, size).finish()
      expect(edges.length).toBe(counts.length + 1)
      expect(counts.length).toBeLessThanOrEqual(22)
      expect(counts).toEqual(counted(values, edges))
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
    }
  })

  test.each(cases)('%s: parts merge into the whole', (_, values, unit) => {
    const merged = new FineHistogram(unit)
    for (const part of parts(values, 60)) merged.merge(histogramOf(part, unit))
    const { edges, counts } = merged.finish()
    expect(counts).toEqual(counted(values, edges))
  })

  test('a few values far off do not make all others one bar', () => {
    const near = sample(20_000, () => Math.exp(normal()))
    for (const far of [1e3, 1e6, 1e9]) {
      const values = Float64Array.from(near)
      for (const at of [3, 700, 12_000]) values[at] = far * (1 + at)
      for (const size of [values.length, 1000]) {
        const { edges, counts } = histogramOf(values, { size: 1, finest: -300 }, size).finish()
        expect(counts).toEqual(counted(values, edges))
        expect(Math.max(...counts)).toBeLessThan(values.length / 2)
        expect(counts.filter((count) => count > values.length / 200).length).toBeGreaterThanOrEqual(8)
      }
    }
  })

  test('values that keep growing are all counted, however many bins they leave behind', () => {
    const values = Float64Array.from({ length: 50_000 }, (_, at) => at ** 3)
    const { edges, counts } = histogramOf(values, { size: 1, finest: 0 }, 500).finish()
    expect(counts).toEqual(counted(values, edges))
  })

  test('one value alone has one bin', () => {
    expect(histogramOf(Float64Array.of(5, 5, 5), { size: 1, finest: 0 }).finish()).toEqual({
      edges: [5, 6],
      counts: [3],
    })
  })
})
