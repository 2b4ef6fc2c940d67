import { columnOf } from '../../charts/labels.ts'
import type { Filter } from '../../query/filter.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { wordsOfFilter } from '../filter-words.ts'
import type { Piece } from '../pieces.ts'
import type { Option } from './option.ts'

const numberIn = (text: string): number | null => {
  const plain = text.trim().replace(/[,\s]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}

/** The same condition on the value that was typed; null where it takes no such value. */
function typedFilter(of: Filter, text: string, model: SemanticModel): Filter | null {
  if (of.op === 'not') {
    const inner = typedFilter(of.filter, text, model)
    return inner && { op: 'not', filter: inner }
  }
  if ('text' in of) return { ...of, text }
  const number = numberIn(text)
  if ('value' in of && typeof of.value === 'number') return number === null ? null : { ...of, value: number }
  if (of.op !== 'in') return null
  const column = columnOf(model, of.column)
  if (column === undefined || column.type === 'boolean') return null
  if (!isQuantity(column.type)) return { ...of, values: [text] }
  return number === null ? null : { ...of, values: [number] }
}

/** What was typed in place of a piece: another value, another amount, how many. */
export function typedOption(piece: Piece, text: string, model: SemanticModel): Option | null {
  const typed = text.trim()
  if (typed === '') return null
  if (piece.kind === 'limit') {
    const count = numberIn(typed)
    const isCount = count !== null && Number.isInteger(count) && count >= 1 && count <= 1000
    return isCount ? { group: 'As typed', text: `First ${count}`, piece: { kind: 'limit', of: count } } : null
  }
  const filter = piece.kind === 'filter' ? typedFilter(piece.of, typed, model) : null
  return filter && { group: 'As typed', text: wordsOfFilter(filter, model), piece: { kind: 'filter', of: filter } }
}
