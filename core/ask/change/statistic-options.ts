import { labelOf } from '../../charts/labels.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { rowStatisticIds, rowStatisticOf, type RowStatisticId } from '../../stats/rows/registry.ts'
import { isFlag, isNumeric } from '../compose/draft.ts'
import type { Option } from './option.ts'

const taken = (id: RowStatisticId): string => rowStatisticOf(id).takes.join()

/** The other statistics that take the same columns. */
export const statisticOptions = (of: RowStatisticId): readonly Option[] =>
  rowStatisticIds
    .filter((id) => id !== of && taken(id) === taken(of))
    .map((id) => ({ group: 'Another statistic', text: rowStatisticOf(id).title, piece: { kind: 'statistic', of: id } }))

const mostCategories = 50

/** The same statistic of another column of the same kind, in the place of one that it takes. */
export function takenOptions(of: readonly string[], id: RowStatisticId, model: SemanticModel): readonly Option[] {
  const { takes } = rowStatisticOf(id)
  return of.flatMap((name, at) => {
    const isNumber = (takes[at] ?? takes.at(-1)) === 'number'
    const fitting = model.columns.filter(
      (column) =>
        !of.includes(column.name) &&
        column.role !== 'id' &&
        (isNumber
          ? isNumeric(column)
          : isFlag(column) || (column.type === 'text' && column.distinct <= mostCategories)),
    )
    return fitting.map((column): Option => ({
      group: `In place of ${labelOf(model, name)}`,
      text: column.label,
      piece: { kind: 'columns', of: of.with(at, column.name) },
    }))
  })
}
