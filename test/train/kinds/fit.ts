import { isNumber } from '#core/semantic/kinds/column-facts.ts'
import { featureTypes } from '#core/semantic/kinds/feature-types.ts'
import { readTree, writeTree } from '#core/semantic/kinds/tree-text.ts'
import type { Tree } from '#core/semantic/kinds/tree.ts'
import { seededRandom } from '../../support/random.ts'
import { type Example, type ForestSettings, growForest } from './forest.ts'
import { formNames, type FormName, type Labelled } from './labelled.ts'

const settings: ForestSettings = { trees: 64, classes: featureTypes.length, tried: 14 }

/** Rare types weigh more: by this power of how rare they are. */
const rarity = 0.5
/** A column of numbers that measures nothing weighs more, because its sum is the costliest error. */
const costOfSum = 1.5
const weightOfForm: Readonly<Record<FormName, number>> = { named: 1, hidden: 0.5, samples: 0.5 }

function examplesOf(columns: readonly Labelled[]): readonly Example[] {
  const counts = new Map(featureTypes.map((type) => [type, columns.filter(({ label }) => label === type).length]))
  return columns.flatMap(({ label, forms }) => {
    const rare = (columns.length / (featureTypes.length * Math.max(1, counts.get(label) ?? 1))) ** rarity
    return formNames
      .filter((form) => weightOfForm[form] > 0)
      .map((form) => {
        const { facts, traits } = forms[form]
        const isCode = isNumber(facts) && label !== 'numeric' && label !== 'embedded-number'
        const weight = rare * weightOfForm[form] * (isCode ? costOfSum : 1)
        return { traits, label: featureTypes.indexOf(label), weight }
      })
  })
}

/** The trees as the product will read them. */
export const fit = (columns: readonly Labelled[]): readonly Tree[] =>
  growForest(examplesOf(columns), settings, seededRandom(1)).map((tree) => readTree(writeTree(tree)))
