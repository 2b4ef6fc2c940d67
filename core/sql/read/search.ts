import type { LeafFilter } from '../../query/filter.ts'
import type { DatasetColumn } from './dataset.ts'
import type { Call, Expression } from './syntax.ts'
import { noCounterpart } from './unread.ts'

type ColumnOf = (node: Expression) => DatasetColumn | null

const textOf = (node: Expression | undefined): string | null =>
  node?.kind === 'value' && typeof node.value === 'string' ? node.value : null
const isNumber = (node: Expression | undefined, number: number): boolean =>
  node?.kind === 'value' && node.value === number

/** The text column inside `lower(column)`. */
function lowered(node: Expression | undefined, columnOf: ColumnOf): string | null {
  const inner = node?.kind === 'call' && node.name === 'lower' ? node.of[0] : undefined
  const column = inner && columnOf(inner)
  return column?.type === 'text' ? column.name : null
}

/** Case-insensitive searches: `strpos(lower(column), 'text') > 0`, `= 1`, and `right(lower(column), 4) = 'text'`. */
export function searchFilter({ name, of: [left, right] }: Call, columnOf: ColumnOf): LeafFilter | null {
  if (left?.kind !== 'call') return null
  const column = lowered(left.of[0], columnOf)
  if (column === null) return null
  const found = left.name === 'right' && name === '=' ? endOf(left, right) : partOf(left, name, right)
  return found && found.text === found.text.toLowerCase() ? { ...found, column } : null
}

type Found = Pick<Extract<LeafFilter, { readonly text: string }>, 'op' | 'text'>

function endOf({ of: [, length] }: Call, right: Expression | undefined): Found | null {
  const text = textOf(right)
  return text !== null && isNumber(length, [...text].length) ? { op: 'endsWith', text } : null
}

function partOf({ name, of: [, part] }: Call, sign: string, right: Expression | undefined): Found | null {
  const text = textOf(part)
  if (text === null || !['strpos', 'instr'].includes(name)) return null
  if (sign === '>' && isNumber(right, 0)) return { op: 'contains', text }
  return sign === '=' && isNumber(right, 1) ? { op: 'startsWith', text } : null
}

/** True if the text contains letters with case. */
const hasCases = (text: string): boolean => text.toLowerCase() !== text.toUpperCase()

const patternShape = /^(%?)([^%_\\]*)(%?)$/

/** What a pattern searches for, and where. */
export type Pattern = { readonly op: 'contains' | 'startsWith' | 'endsWith' | 'equals'; readonly text: string }

/** Parses a pattern with % at its ends. */
export function patternOf(node: Expression): Pattern {
  const pattern = textOf(node)
  const match = pattern === null ? null : patternShape.exec(pattern)
  if (!match) return noCounterpart(node, 'This pattern', 'Write a text with % at its beginning, its end or both.')
  const [, before, text = '', after] = match
  const op = before && after ? 'contains' : before ? 'endsWith' : after ? 'startsWith' : 'equals'
  return { op, text }
}

/** Text filters ignore case, like ILIKE; null if LIKE would differ. */
export function likeFilter({ name, of: [left, right] }: Call, columnOf: ColumnOf): LeafFilter | null {
  const column = left && columnOf(left)
  if (!left || !right || column?.type !== 'text') return null
  const { op, text } = patternOf(right)
  if (op === 'equals')
    return name === 'like' || !hasCases(text) ? { op: 'in', column: column.name, values: [text] } : null
  return name === 'ilike' || !hasCases(text) ? { op, column: column.name, text } : null
}
