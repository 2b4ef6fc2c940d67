import { fail } from '../../../errors.ts'
import type { Expression } from '../expression.ts'
import type { OperationId } from '../functions/registry.ts'
import { print } from '../print.ts'
import { refuse } from '../problem.ts'
import type { Syntax } from '../syntax.ts'
import type { FormulaType } from '../types.ts'

/** A value per row, a value per group, or a constant. */
export type Level = 'row' | 'group' | 'constant'

/** A typed subexpression with its source text. */
export type Part = { readonly node: Syntax; readonly expression: Expression; readonly level: Level }

export const typeOf = ({ expression }: Part): FormulaType => expression.type

/** Its text, shortened. */
export function shown({ node }: Part): string {
  const text = print(node)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** The level of a combination; rows and groups cannot be combined. */
export function levelOf(parts: readonly Part[]): Level {
  const isGroup = parts.some(({ level }) => level === 'group')
  const row = parts.find(({ level }) => level === 'row')
  if (isGroup && row) {
    const isNumber = ['integer', 'decimal', 'duration', 'boolean'].includes(typeOf(row))
    const suggestion = `${isNumber ? 'sum' : 'max'}(${shown(row)})`
    refuse(row.node, fail('formula/mixed', { what: shown(row), suggestion }))
  }
  return isGroup ? 'group' : row ? 'row' : 'constant'
}

/** Refuses a part of the wrong type. */
export function wrongType(part: Part, message: string, instead: string): never {
  return refuse(part.node, fail('formula/wrong-type', { message, instead }))
}

export const literal = (type: FormulaType, value: number | string | boolean | null): Expression => ({
  kind: 'literal',
  type,
  value,
})

export const operation = (operation: OperationId, type: FormulaType, ...parts: readonly Expression[]): Expression => ({
  kind: 'operation',
  type,
  operation,
  arguments: parts,
})
