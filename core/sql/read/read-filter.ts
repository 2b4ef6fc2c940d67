import type { Filter, LeafFilter, Scalar } from '../../query/filter.ts'
import type { DatasetColumn } from './dataset.ts'
import { scalarFor } from './literal.ts'
import { lookUp } from './look-up.ts'
import { likeFilter, searchFilter } from './search.ts'
import type { Call, Expression } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** A column in a condition, and how to convert the value beside it. */
export type Compared = DatasetColumn & {
  /** Null if no filter can express the value. */
  readonly scalar: (value: Expression) => Scalar | null
}

/** The columns available to a condition; `otherwise` handles every other expression as a filter of a formula. */
export type Compare = {
  readonly column: (node: Expression) => DatasetColumn | null
  readonly compared: (node: Expression) => Compared | null
  readonly otherwise: (node: Expression) => Filter
}

export const plainCompared = (column: DatasetColumn | null): Compared | null =>
  column && { ...column, scalar: (value) => scalarFor(value, column) }

const always: Filter = { op: 'and', filters: [] }
const never: Filter = { op: 'or', filters: [] }
const isNull = (column: string): Filter => ({ op: 'isNull', column })
const not = (filter: Filter): Filter => ({ op: 'not', filter })

type Operator = (node: Call, wanted: boolean, compare: Compare) => Filter

/** Logical operators and null tests; all other operators compare. */
const operators: Readonly<Record<string, Operator>> = {
  and: ofSeveral,
  or: ofSeveral,
  not: ({ of: [inner] }, wanted, compare) => (inner ? filterOf(inner, !wanted, compare) : never),
  '<>': (node, wanted, compare) => filterOf({ ...node, name: '=' }, !wanted, compare),
  is: ofIs,
  'is null': ofNull,
}

/** A filter that is true where the condition equals `wanted`; an unknown condition equals neither. */
export function filterOf(node: Expression, wanted: boolean, compare: Compare): Filter {
  if (node.kind === 'value') return node.value === wanted ? always : never
  if (node.kind !== 'call') return ofColumn(node, wanted, compare)
  const operator = lookUp(operators, node.name)
  if (operator) return operator(node, wanted, compare)
  const constant = constantOf(node)
  if (constant !== null) return constant === wanted ? always : never
  return ofLeaf(node, wanted, compare)
}

/** `1 = 1`, which programs write for an empty condition. */
function constantOf({ name, of: [left, right] }: Call): boolean | null {
  if (name !== '=' || left?.kind !== 'value' || right?.kind !== 'value') return null
  return left.value === null || right.value === null ? null : left.value === right.value
}

function ofColumn(node: Expression, wanted: boolean, compare: Compare): Filter {
  const column = compare.column(node)
  if (column?.type === 'boolean') return { op: 'in', column: column.name, values: [wanted] }
  return noCounterpart(node, 'A condition that is neither true nor false', 'Compare it with a value.')
}

function ofSeveral({ name, of }: Call, wanted: boolean, compare: Compare): Filter {
  const filters = of.map((part) => filterOf(part, wanted, compare))
  const op = (name === 'and') === wanted ? 'and' : 'or'
  const flat = filters.flatMap((one) => ('filters' in one && one.op === op ? one.filters : [one]))
  return op === 'and' ? { op, filters: flat } : orOf(flat)
}

/** `NOT (…) OR column IS NULL` is `not` in a filter. */
function orOf(filters: readonly Filter[]): Filter {
  const empty = new Set(filters.flatMap((one) => (one.op === 'isNull' ? [one.column] : [])))
  const turned = filters.map((one) => {
    const leaf = negatedLeaf(one)
    return leaf && empty.has(leaf.column) ? { column: leaf.column, filter: not(leaf) } : { column: null, filter: one }
  })
  const covered = new Set(turned.flatMap(({ column }) => column ?? []))
  const left = turned.flatMap(({ filter }) => (filter.op === 'isNull' && covered.has(filter.column) ? [] : [filter]))
  const [only] = left
  return only && left.length === 1 ? only : { op: 'or', filters: left }
}

/** True where the comparison is false and not null. */
const falseAndKnown = (leaf: LeafFilter): Filter => ({ op: 'and', filters: [not(leaf), not(isNull(leaf.column))] })

function negatedLeaf(filter: Filter): LeafFilter | null {
  const [first, second] = filter.op === 'and' ? filter.filters : []
  if (first?.op !== 'not' || second?.op !== 'not' || !('column' in first.filter) || !('column' in second.filter))
    return null
  return second.filter.op === 'isNull' && second.filter.column === first.filter.column ? first.filter : null
}

/** `x IS TRUE`, and `a IS NOT DISTINCT FROM b`: never unknown. */
function ofIs({ of: [left, right] }: Call, wanted: boolean, compare: Compare): Filter {
  if (!left || !right) return never
  const turned = (filter: Filter): Filter => (wanted ? filter : not(filter))
  if (right.kind === 'value' && typeof right.value === 'boolean') return turned(filterOf(left, right.value, compare))
  if (right.kind === 'value' && right.value === null) return turned(isNull(needColumn(left, compare).name))
  const column = compare.compared(left)
  const scalar = column?.scalar(right) ?? null
  if (!column || scalar === null) return noCounterpart(right, 'IS DISTINCT FROM beside this', 'Compare with = or <>.')
  return turned({ op: 'in', column: column.name, values: [scalar] })
}

function ofNull({ of: [left] }: Call, wanted: boolean, compare: Compare): Filter {
  if (!left) return never
  const filter = isNull(needColumn(left, compare).name)
  return wanted ? filter : not(filter)
}

function needColumn(node: Expression, compare: Compare): DatasetColumn {
  return compare.column(node) ?? noCounterpart(node, 'IS NULL of something computed', 'Ask it of a column.')
}

function ofLeaf(node: Call, wanted: boolean, compare: Compare): Filter {
  const leaf = leafOf(node, compare)
  if (leaf === null) return wanted ? compare.otherwise(node) : compare.otherwise({ ...node, name: 'not', of: [node] })
  return wanted ? leaf : falseAndKnown(leaf)
}

const comparisons = { '<': 'less', '<=': 'lessOrEqual', '>': 'greater', '>=': 'greaterOrEqual' } as const
const flipped: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=' }

function leafOf(node: Call, compare: Compare): LeafFilter | null {
  const [left, right] = node.of
  const search = searchFilter(node, compare.column)
  if (search || !left || !right) return search
  if (node.name === 'like' || node.name === 'ilike') return likeFilter(node, compare.column)
  const column = compare.compared(left)
  if (column) return comparisonOf(node, column)
  const name = lookUp(flipped, node.name)
  const other = name === null ? null : compare.compared(right)
  return name !== null && other ? comparisonOf({ ...node, name, of: [right, left] }, other) : null
}

function comparisonOf({ name, of }: Call, { name: column, type, scalar }: Compared): LeafFilter | null {
  const values = of.slice(1).map(scalar)
  const given = values.filter((one) => one !== null)
  const [first, second] = given
  if (given.length < values.length || first === undefined) return null
  if (name === '=' || name === 'in') return { op: 'in', column, values: given }
  if (name === 'between' && second !== undefined) return { op: 'between', column, from: first, to: second }
  const op = lookUp(comparisons, name)
  return op === null || type === 'boolean' ? null : { op, column, value: first }
}
