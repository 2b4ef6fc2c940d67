import { type FormulaType, type ParameterType, unifiedAll } from '../types.ts'

export type Parameter = {
  readonly name: string
  readonly type: ParameterType
  readonly isOptional?: boolean
  /** True for a repeatable parameter; only the last one may be. */
  readonly isRepeated?: boolean
}

/** One function of the formula language: its documentation and its types. */
export type FormulaFunction = {
  /** Synonyms, lower case. */
  readonly aliases: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly result: (types: readonly FormulaType[]) => FormulaType
  /** One sentence on its result. */
  readonly help: string
  /** Uses the columns Price, Quantity, Product, Ordered (a date), Sent (a timestamp) and Took (a duration). */
  readonly example: string
}

/** Defines a function; `parameters` is written as `text, length: whole, default?: any, value...: same`. */
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

/** The common type of all arguments. */
export const shared = (types: readonly FormulaType[]): FormulaType => unifiedAll(types) ?? 'null'

/** The type of the first argument; number for null. */
export const ofFirst = ([first = 'null']: readonly FormulaType[]): FormulaType => (first === 'null' ? 'decimal' : first)

/** Integer if all arguments are. */
export const wholeIfAll = (types: readonly FormulaType[]): FormulaType =>
  types.every((type) => type === 'integer') ? 'integer' : 'decimal'
