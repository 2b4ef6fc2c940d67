import { type FormulaType, isNumber } from '../types.ts'
import { wholeIfAll } from './function.ts'

/** Operations behind operator signs, by name. */
export const operators = {
  add: wholeIfAll,
  subtract: wholeIfAll,
  multiply: wholeIfAll,
  divide: () => 'decimal',
  negate: ([type = 'null']) => (type === 'null' ? 'decimal' : type),
  equal: () => 'boolean',
  notEqual: () => 'boolean',
  less: () => 'boolean',
  lessOrEqual: () => 'boolean',
  greater: () => 'boolean',
  greaterOrEqual: () => 'boolean',
  and: () => 'boolean',
  or: () => 'boolean',
  not: () => 'boolean',
  isNull: () => 'boolean',
  in: () => 'boolean',
} as const satisfies Record<string, (types: readonly FormulaType[]) => FormulaType>
export type OperatorId = keyof typeof operators

/** Result type of an arithmetic operator; null if the types do not combine. */
export function arithmeticType(operator: string, left: FormulaType, right: FormulaType): FormulaType | null {
  if ((isNumber(left) || left === 'null') && (isNumber(right) || right === 'null')) {
    return operator === '/' ? 'decimal' : wholeIfAll([left, right])
  }
  return table[`${left} ${operator} ${plain(right)}`] ?? table[`${plain(left)} ${operator} ${right}`] ?? null
}

const plain = (type: FormulaType): string => (isNumber(type) ? 'number' : type)

/** Dates differ by days, timestamps by durations. */
const table: Readonly<Record<string, FormulaType>> = {
  'date + number': 'date',
  'number + date': 'date',
  'date - number': 'date',
  'date - date': 'integer',
  'timestamp - timestamp': 'duration',
  'timestamp + duration': 'timestamp',
  'duration + timestamp': 'timestamp',
  'timestamp - duration': 'timestamp',
  'duration + duration': 'duration',
  'duration - duration': 'duration',
  'duration * number': 'duration',
  'number * duration': 'duration',
  'duration / number': 'duration',
  'duration / duration': 'decimal',
}
