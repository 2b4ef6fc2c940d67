import { namesOfParameters } from '../types.ts'
import { aggregateFunctions, type AggregateId } from './aggregates.ts'
import { dateFunctions } from './dates.ts'
import type { FormulaFunction, Parameter } from './function.ts'
import { logicFunctions } from './logic.ts'
import { numberFunctions } from './numbers.ts'
import type { OperatorId } from './operators.ts'
import { textFunctions } from './texts.ts'

/** Functions by subject, for lists. */
export const functionGroups = {
  'Conditions and kinds': logicFunctions,
  Numbers: numberFunctions,
  Text: textFunctions,
  'Dates and times': dateFunctions,
} as const satisfies Record<string, Record<string, FormulaFunction>>

/** Every function, row functions and aggregates. */
export const functions = {
  ...logicFunctions,
  ...numberFunctions,
  ...textFunctions,
  ...dateFunctions,
} as const satisfies Record<string, FormulaFunction>
export type FunctionId = keyof typeof functions

/**
 * Operations an engine must implement: functions and operators. `if` compiles to `case`; `power` and `mod` are
 * operators too.
 */
export type OperationId = Exclude<FunctionId, 'if'> | OperatorId

const byName = new Map<string, FunctionId>()
for (const [name, { aliases }] of Object.entries(functions)) {
  for (const alias of [name, ...aliases]) byName.set(alias, name as FunctionId)
}

const aggregatesByName = new Map<string, AggregateId>()
for (const [name, { aliases }] of Object.entries(aggregateFunctions)) {
  for (const alias of [name, ...aliases]) aggregatesByName.set(alias, name as AggregateId)
}

/** Finds a function by name, ignoring case. */
export const findFunction = (name: string): FunctionId | null => byName.get(name.toLowerCase()) ?? null
export const findAggregate = (name: string): AggregateId | null => aggregatesByName.get(name.toLowerCase()) ?? null

/** Every name that may precede a parenthesis. */
export const functionNames: readonly string[] = [...byName.keys(), ...aggregatesByName.keys()]

const parameterText = ({ name, isOptional, isRepeated }: Parameter): string =>
  `${isOptional ? '[' : ''}${name}${isRepeated ? ', …' : ''}${isOptional ? ']' : ''}`

/** Signature of a function: `round(number, [digits])`. */
export const signatureOf = (id: FunctionId): string => {
  const { parameters }: FormulaFunction = functions[id]
  return `${id}(${parameters.map(parameterText).join(', ')})`
}

/** Parameters of an aggregate, for lists. */
export function aggregateParameters(id: AggregateId): readonly string[] {
  const { isBare, second, of } = aggregateFunctions[id]
  const value = of === 'same' ? 'number' : namesOfParameters[of].replace(/^a /, '')
  const extra = second === null ? [] : [second === 'fraction' ? 'fraction' : '[by]']
  return [isBare ? `[${value}]` : value, ...extra]
}

/** Signature of an aggregate: `quantile(number, fraction [where condition])`. */
export const signatureOfAggregate = (id: AggregateId): string =>
  `${id}(${aggregateParameters(id).join(', ')} [where condition])`
