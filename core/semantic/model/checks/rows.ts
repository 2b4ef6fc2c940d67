import { namedPeriod } from '../../formula/moment-text.ts'
import type { SemanticColumn } from '../../semantic-model.ts'
import type { RowCondition } from '../access-rules.ts'
import { type Check, type ModelProblem, wrong } from './check.ts'

const isMoment = ({ type }: SemanticColumn): boolean => type === 'date' || type === 'timestamp'

function fits(column: SemanticColumn, value: string | number | boolean): boolean {
  if (column.type === 'text') return typeof value === 'string'
  if (column.type === 'boolean') return typeof value === 'boolean'
  if (isMoment(column)) return typeof value === 'string' && namedPeriod(value) !== null
  return typeof value === 'number'
}

const wanted = (column: SemanticColumn): string =>
  column.type === 'text'
    ? 'Compare it with text.'
    : column.type === 'boolean'
      ? 'Compare it with yes or no.'
      : isMoment(column)
        ? 'Write dates as 2024-03-01.'
        : 'Compare it with a number.'

function checkCondition(condition: RowCondition, column: SemanticColumn, path: ModelProblem['path']): ModelProblem[] {
  if (condition.op === 'caller') {
    if (column.type === 'text') return []
    return [
      wrong(path, `${column.label} does not hold text, as what is known of a caller is.`, 'Choose a column of text.'),
    ]
  }
  if ('value' in condition && (column.type === 'boolean' || column.type === 'text'))
    return [wrong(path, `${column.label} has no least and most.`, 'Say which values count instead.')]
  const values = 'values' in condition ? condition.values : [condition.value]
  if (values.length === 0) {
    const message = `No value of ${column.label} is chosen, so ${condition.op === 'in' ? 'no row' : 'every row'} would be seen.`
    return [wrong(path, message, 'Choose at least one, or remove the condition.')]
  }
  const odd = values.find((value) => !fits(column, value))
  return odd === undefined
    ? []
    : [wrong(path, `${column.label} cannot be compared with ${JSON.stringify(odd)}.`, wanted(column))]
}

/** Row rules must use existing columns and values of their type. */
export const checkRows: Check = ({ document, find }) =>
  document.rows.flatMap(({ role, conditions }, at) =>
    conditions.flatMap((condition, index) => {
      const path = ['rows', at, 'conditions', index]
      const column = find(condition.column)
      if (column) return checkCondition(condition, column, path)
      const message = `“${condition.column}” is not in the data, so a ${role} sees no row.`
      return [wrong(path, message, 'Choose another column, or remove the condition.')]
    }),
  )
