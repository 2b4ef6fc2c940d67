import { chooseColumns, type Chosen } from '../dashboard/choose-columns.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { emptyExploration, type Exploration } from './exploration.ts'
import { dimensionFor } from './fields.ts'
import { titleOf } from './title.ts'

/** An example exploration. */
export type Start = { readonly title: string; readonly exploration: Exploration }

/** Maximum groups of a pivot example. */
const maxAcross = 8

/** Examples over time, by the best category, and by two categories. */
function grouped({ main, time, categories }: Chosen, empty: Exploration): readonly Exploration[] {
  const asked = { ...empty, values: [main.measure] }
  const along = time && dimensionFor(time, [])
  const trend = along ? [{ ...asked, rows: [along] }] : []
  const [first, second] = categories
  if (!first) return trend
  const ranking = { ...asked, rows: [{ column: first.name }] }
  const across = categories.find((column) => column !== first && column.distinct <= maxAcross) ?? second
  if (!across) return [...trend, ranking]
  return [...trend, ranking, { ...ranking, columns: [{ column: across.name }], show: 'pivot', totals: true }]
}

/** Examples of a distribution and a single figure. */
function ungrouped({ main, count, figures }: Chosen, empty: Exploration): readonly Exploration[] {
  const amount = figures.find(({ kind }) => kind === 'amount')?.column
  const ranges = amount && dimensionFor(amount, [])
  return [
    ...(ranges ? [{ ...empty, rows: [ranges], values: [count.measure] }] : []),
    { ...empty, values: [main.measure] },
  ]
}

/** One to three example explorations of a dataset. */
export function startsOf(model: SemanticModel): readonly Start[] {
  const [chosen, empty] = [chooseColumns(model), emptyExploration(model.dataset)]
  const found = grouped(chosen, empty)
  const drafts = found.length > 1 ? found : [...found, ...ungrouped(chosen, empty)]
  return drafts.slice(0, 3).map((exploration) => ({ title: titleOf(exploration, model), exploration }))
}
