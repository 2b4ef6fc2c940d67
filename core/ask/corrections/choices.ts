import type { Correction } from '../../semantic/correction.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { flagOf } from '../compose/draft.ts'

/** What a word may mean, as a list to choose from. */
export type MeaningChoice = {
  readonly group: 'A column' | 'A measure' | 'A value'
  readonly text: string
  readonly meant: Pick<Correction, 'column' | 'value'>
}

/** Of each column; others are found by what the question says otherwise. */
const mostValues = 200

/** Columns first, then measures, then values with their columns. */
export function meaningChoices({ columns, calculations, measures }: SemanticModel): readonly MeaningChoice[] {
  const of = (group: MeaningChoice['group'], text: string, column: string, value: Correction['value'] = null) => ({
    group,
    text,
    meant: { column, value },
  })
  return [
    ...[...columns, ...calculations].map(({ name, label }) => of('A column', label, name)),
    ...measures.map(({ name, label }) => of('A measure', label, name)),
    ...columns.flatMap((column) => {
      const flag = flagOf(column)
      const values = flag && column.type !== 'text' ? [flag.yes, flag.no] : column.values.slice(0, mostValues)
      return values.map((value) => of('A value', `${column.label}: ${String(value)}`, column.name, value))
    }),
  ]
}
