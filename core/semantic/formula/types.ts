import type { ColumnType } from '../../table/table.ts'

/** Type of a formula's value. `null` is the type of the literal null, which fits every type. */
export type FormulaType = ColumnType | 'null'

/** Parameter types. Arguments marked `same` must have a common type. */
export type ParameterType =
  | 'number'
  | 'quantity'
  | 'scale'
  | 'text'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'moment'
  | 'duration'
  | 'any'
  | 'same'
  | 'unit'
  | 'whole'

const number = ['integer', 'decimal'] as const
const all = ['boolean', 'integer', 'decimal', 'date', 'timestamp', 'duration', 'text'] as const

/** Column types that each parameter accepts. Units and whole numbers must be literals. */
export const accepted: Readonly<Record<ParameterType, readonly ColumnType[]>> = {
  number,
  quantity: [...number, 'duration'],
  scale: [...number, 'duration', 'date', 'timestamp'],
  text: ['text'],
  boolean: ['boolean'],
  date: ['date'],
  timestamp: ['timestamp'],
  moment: ['date', 'timestamp'],
  duration: ['duration'],
  any: all,
  same: all,
  unit: [],
  whole: ['integer'],
}

/** Words for parameter types in messages. */
export const namesOfParameters: Readonly<Record<ParameterType, string>> = {
  number: 'a number',
  quantity: 'a number or a duration',
  scale: 'a number, a duration or a date',
  text: 'text',
  boolean: 'a condition',
  date: 'a date',
  timestamp: 'a time',
  moment: 'a date',
  duration: 'a duration',
  any: 'a value',
  same: 'a value',
  unit: 'a unit',
  whole: 'a whole number',
}

export const namesOfTypes: Readonly<Record<FormulaType, string>> = {
  boolean: 'yes or no',
  integer: 'a number',
  decimal: 'a number',
  date: 'a date',
  timestamp: 'a date with time',
  duration: 'a duration',
  text: 'text',
  null: 'null',
}

export const isNumber = (type: FormulaType): boolean => type === 'integer' || type === 'decimal'

/** The common type of two types, or null. */
export function unified(a: FormulaType, b: FormulaType): FormulaType | null {
  if (a === b || b === 'null') return a
  if (a === 'null') return b
  return isNumber(a) && isNumber(b) ? 'decimal' : null
}

export const unifiedAll = (types: readonly FormulaType[]): FormulaType | null =>
  types.reduce<FormulaType | null>((whole, type) => (whole === null ? null : unified(whole, type)), 'null')
