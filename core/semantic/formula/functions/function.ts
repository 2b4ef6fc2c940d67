import { type FormulaType, type ParameterType, unifiedAll } from '../types.ts'

export type Parameter = {
  readonly name: string
  readonly type: ParameterType
  readonly isOptional?: boolean
  /** May come again and again; only the last one may. */
  readonly isRepeated?: boolean
}

/** One function of the language: all that is shown of it and checked of it. */
export type FormulaFunction = {
  /** Other words for it, lower case. */
  readonly aliases: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly result: (types: readonly FormulaType[]) => FormulaType
  /** One sentence: what it gives. */
  readonly help: string
  /** Of the columns Price, Quantity, Product, Ordered (a date), Sent (a time) and Took (a duration). */
  readonly example: string
}

/** Writes a function's line: `parameters` as `text, length: whole, default?: any, value...: same`. */
export function defineFunction(
  parameters: string,
  result: FormulaType | FormulaFunction['result'],
  about: { readonly help: string; readonly example: string; readonly aliases?: readonly string[] },
): FormulaFunction {
  return {
    aliases: about.aliases ?? [],
    parameters: parameters === '' ? [] : parameters.split(', ').map(readParameter),
    result: typeof result === 'function' ? result : () => result,
    help: about.help,
    example: about.example,
  }
}

function readParameter(text: string): Parameter {
  const [name = '', type] = text.split(': ')
  const plain = name.replace(/[?.]+$/, '')
  return {
    name: plain,
    type: (type ?? plain) as ParameterType,
    ...(name.endsWith('?') ? { isOptional: true } : {}),
    ...(name.endsWith('...') ? { isRepeated: true } : {}),
  }
}

/** The type that all arguments share. */
export const shared = (types: readonly FormulaType[]): FormulaType => unifiedAll(types) ?? 'null'

/** The type of the first argument; of null, a number. */
export const ofFirst = ([first = 'null']: readonly FormulaType[]): FormulaType => (first === 'null' ? 'decimal' : first)

/** Whole where all arguments are. */
export const wholeIfAll = (types: readonly FormulaType[]): FormulaType =>
  types.every((type) => type === 'integer') ? 'integer' : 'decimal'
