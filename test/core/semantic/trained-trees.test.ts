import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { textShapes } from '#core/profile/shapes/shape-of-text.ts'
import { featureTypes } from '#core/semantic/kinds/feature-types.ts'
import { kindOf } from '#core/semantic/kinds/kind-of.ts'
import { kinds, surestKind } from '#core/semantic/kinds/registry.ts'
import { likelihoods } from '#core/semantic/kinds/likelihoods.ts'
import type { ColumnFacts } from '#core/semantic/kinds/column-facts.ts'
import { trainedTraits, trainedTrees } from '#core/semantic/kinds/trained-trees.ts'
import { traitNames, traitsOf } from '#core/semantic/kinds/traits.ts'
import { readTree, writableThreshold, writeTree } from '#core/semantic/kinds/tree-text.ts'
import { labelBy } from '#core/semantic/kinds/tree.ts'
import { type Random, seededRandom } from '../../support/random.ts'

const seed = 20_261_130
const names = ['x', '', 'order_id', 'Price', 'e-mail', 'dob', 'phone', 's3p1c2', 'Total units', 'comment']

/** Facts that no file need have, the impossible among them. */
function anyFacts(random: Random): ColumnFacts {
  const name = random.pick(names)
  const rows = random.below(5000)
  const type = random.pick(['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'duration'] as const)
  const [a, b] = [random.next() * 10 ** random.below(9) - 50, random.next() * 10 ** random.below(9)]
  const shares = textShapes.map(() => (random.chance(0.7) ? 0 : random.next()))
  const isRanged = type !== 'text' && random.chance(0.9)
  return {
    words: name === '' ? [] : name.toLowerCase().split(/[\s_-]/),
    name,
    type,
    rows,
    known: random.below(rows + 1),
    distinct: random.below(rows + 1),
    range: isRanged ? { min: Math.min(a, b), max: Math.max(a, b) } : null,
    mean: isRanged && random.chance(0.8) ? (a + b) / 2 : null,
    deviation: isRanged && random.chance(0.8) ? random.next() * 100 : null,
    unit: null,
    isGrouped: false,
    share: (shape) => shares[textShapes.indexOf(shape)] ?? 0,
    meanWords: random.next() * 30,
    meanLength: random.next() * 200,
    longest: random.below(500),
    values: Array.from({ length: random.below(20) }, () => String(random.next() * 1000)),
  }
}

test('[K9] the trees were trained on the traits that there are', () => {
  expect(trainedTraits).toEqual(traitNames)
  expect(gzipSync(trainedTrees.join('')).length).toBeLessThan(100_000)
})

test('[K9] a tree is read as it was written, and says the same', () => {
  const random = seededRandom(seed)
  for (const text of trainedTrees) {
    const tree = readTree(text)
    expect(writeTree(tree)).toBe(text)
    expect(featureTypes[labelBy(tree, traitsOf(anyFacts(random)))], `seed ${seed}`).toBeDefined()
  }
})

test('[K9] whatever the facts, the probabilities add up to one', () => {
  const random = seededRandom(seed)
  for (let round = 0; round < 500; round++) {
    const probabilities = likelihoods(anyFacts(random))
    expect(
      probabilities.reduce((sum, each) => sum + each, 0),
      `seed ${seed}, round ${round}`,
    ).toBeCloseTo(1, 9)
  }
})

test('[K10] the trees never make a column less sensitive, nor add one up that its detector would not', () => {
  const random = seededRandom(seed + 1)
  for (let round = 0; round < 2000; round++) {
    const facts = anyFacts(random)
    const [detected, decided] = [kinds[surestKind(facts).kind], kinds[kindOf(facts).kind]]
    expect(decided.sensitivity, `seed ${seed + 1}, round ${round}`).toBe(detected.sensitivity)
    expect(decided.adds && !detected.adds, `seed ${seed + 1}, round ${round}`).toBe(false)
  }
})

test('[K9] a threshold is written as the nearest one that can be, and never higher', () => {
  const random = seededRandom(seed + 2)
  for (let round = 0; round < 2000; round++) {
    const value = (random.next() - 0.5) * 2 * 10 ** (random.below(6) - 3)
    const written = writableThreshold(value)
    expect(written, `seed ${seed + 2}, round ${round}`).toBeLessThanOrEqual(value)
    expect(value - written).toBeLessThanOrEqual(Math.max(1 / 4096, Math.abs(value) / 64))
    expect(writableThreshold(written)).toBe(written)
  }
})
