import { isNumber } from '#core/semantic/kinds/column-facts.ts'
import { featureTypes } from '#core/semantic/kinds/feature-types.ts'
import { readTree, writeTree } from '#core/semantic/kinds/tree-text.ts'
import type { Tree } from '#core/semantic/kinds/tree.ts'
import { seededRandom } from '../../support/random.ts'
import { boost, type BoostSettings, type Example } from './boost.ts'
import type { Labelled } from './labelled.ts'

const settings: BoostSettings = {
  trees: 100,
  classes: featureTypes.length,
  leaves: 12,
  fewestRows: 5,
  shrinkage: 3,
  rate: 0.1,
  traits: 0.2,
  seen: 0.7,
}

/** Rare types weigh more: by the square root of how rare they are. */
const rarity = 0.5
/** A column of numbers that measures nothing weighs more, for to add it up is the costliest error. */
const costOfSum = 1.5

function examplesOf(columns: readonly Labelled[]): readonly Example[] {
  const counts = new Map(featureTypes.map((type) => [type, columns.filter(({ label }) => label === type).length]))
  return columns.flatMap(({ label, forms }) => {
    const rare = (columns.length / (featureTypes.length * Math.max(1, counts.get(label) ?? 1))) ** rarity
    return Object.values(forms).map(({ facts, traits }) => {
      const isCode = isNumber(facts) && label !== 'numeric' && label !== 'embedded-number'
      return { traits, label: featureTypes.indexOf(label), weight: isCode ? rare * costOfSum : rare }
    })
  })
}

/** The trees as the product will read them. */
export const fit = (columns: readonly Labelled[]): readonly Tree[] =>
  boost(examplesOf(columns), settings, seededRandom(1)).map((tree) => readTree(writeTree(tree)))
