import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { columnOfHints } from '../compose/read-comparisons.ts'
import type { Chart } from './chart.ts'

/** What a verb says is compared, by words of columns' names. */
const verbs: readonly (readonly [verb: RegExp, hints: string])[] = [
  [/^(paid|earn|earns|earned|earning)$/, 'income salary wage pay compensation earnings'],
  [/^(priced|cost|costs|costing)$/, 'price cost fare amount'],
  [/^(spent|spend|spends|spending)$/, 'spend sales revenue amount total price'],
]

/** The column that the verb at a word speaks of: `paid` of a salary; null where it speaks of none. */
export function columnOfVerb({ words, model }: Chart, at: number): SemanticColumn | null {
  const verb = words[at]?.lower ?? ''
  const [, hints] = verbs.find(([pattern]) => pattern.test(verb)) ?? []
  return hints === undefined ? null : columnOfHints(model, hints.split(' '))
}
