import { featureTypeBy } from '#core/semantic/feature-type.ts'
import { type FeatureType, featureTypes } from '#core/semantic/kinds/feature-types.ts'
import { isMeasured, isUnexplained, measuredBy } from '#core/semantic/kinds/kind-of.ts'
import { kinds, surestKind } from '#core/semantic/kinds/registry.ts'
import { probabilitiesOf, type Tree } from '#core/semantic/kinds/tree.ts'
import { fit } from './fit.ts'
import { partOf } from '../../support/set-aside.ts'
import type { FormName, Labelled } from './labelled.ts'

/** What trees say of a column that they have not seen. */
export type Judged = {
  readonly label: FeatureType
  readonly predicted: FeatureType
  /** Is it a number whose sum the trees may refuse? */
  readonly isUnexplained: boolean
  readonly adds: boolean
  readonly measured: number
}

export const judge = (trees: readonly Tree[], columns: readonly Labelled[], form: FormName): readonly Judged[] =>
  columns.map(({ label, forms }) => {
    const { facts, traits } = forms[form]
    const probabilities = probabilitiesOf(trees, traits, featureTypes.length)
    const surest = surestKind(facts)
    return {
      label,
      predicted: featureTypeBy(probabilities, facts),
      isUnexplained: isUnexplained(surest),
      adds: kinds[surest.kind].adds,
      measured: measuredBy(probabilities),
    }
  })

const foldCount = 5

/** By file: trees that judge a column saw none of its file. By column: they saw other columns of its file. */
export type Split = 'file' | 'column'

/** Judges every learned column by trees that did not see it; the known columns teach too, except those of its file. */
export function crossValidated(
  learned: readonly Labelled[],
  known: readonly Labelled[],
  split: Split,
): Readonly<Record<FormName, readonly Judged[]>> {
  const all = [...learned, ...known]
  const key = (column: Labelled): string =>
    split === 'file' ? column.source : `${column.source} ${all.indexOf(column)}`
  const inFolds = Array.from({ length: foldCount }, (_, fold) => {
    const isIn = (column: Labelled): boolean => partOf(key(column), 1, foldCount) === fold
    return { trees: fit(all.filter((each) => !isIn(each))), unseen: learned.filter(isIn) }
  })
  const of = (form: FormName) => inFolds.flatMap(({ trees, unseen }) => judge(trees, unseen, form))
  return { named: of('named'), hidden: of('hidden'), samples: of('samples') }
}

export function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ label }) => label))]
  const figures = labels.map((label) => {
    const right = judged.filter((each) => each.label === label && each.predicted === label).length
    const n = judged.filter((each) => each.label === label).length
    return (2 * right) / (n + judged.filter(({ predicted }) => predicted === label).length)
  })
  return figures.reduce((sum, each) => sum + each, 0) / labels.length
}

export const accuracy = (judged: readonly Judged[]): number =>
  judged.filter(({ label, predicted }) => label === predicted).length / judged.length

const isMeasure = ({ label }: Judged): boolean => label === 'numeric' || label === 'embedded-number'
const isSummedBefore = ({ adds }: Judged): boolean => adds
const isSummedAfter = ({ adds, isUnexplained, measured }: Judged): boolean =>
  adds && (!isUnexplained || isMeasured(measured))

/** Sums by the detectors alone, and by the trees as well. */
export type Sums = { readonly before: number; readonly after: number; readonly of: number }

const sumsOf = (judged: readonly Judged[], isOffered: boolean): Sums => ({
  before: judged.filter((each) => isSummedBefore(each) === isOffered).length,
  after: judged.filter((each) => isSummedAfter(each) === isOffered).length,
  of: judged.length,
})

/** Columns that measure nothing and are offered as a sum. */
export const wrongSums = (judged: readonly Judged[]): Sums =>
  sumsOf(
    judged.filter((each) => !isMeasure(each)),
    true,
  )
/** Columns that measure something and are not offered as a sum. */
export const missedSums = (judged: readonly Judged[]): Sums => sumsOf(judged.filter(isMeasure), false)
