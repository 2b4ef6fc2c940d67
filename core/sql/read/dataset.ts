import { lowered } from '../gate/tokenize.ts'
import type { Field } from '../../table/table.ts'
import type { SqlColumn, SqlTable, SqlTables } from '../table.ts'
import { type Call, call, type Expression, isSame, value } from './syntax.ts'

/** The dataset of a statement, and its table. */
export type Dataset = { readonly id: string; readonly table: SqlTable }

/** Finds a dataset by its SQL name, ignoring case. */
export function datasetNamed(name: string, tables: SqlTables): Dataset | null {
  const all = Object.entries(tables).map(([id, table]) => ({ id, table }))
  const called = ({ table }: Dataset): string => table.path.at(-1) ?? ''
  return all.find((one) => called(one) === name) ?? all.find((one) => lowered(called(one)) === lowered(name)) ?? null
}

export const columnNames = ({ columns }: SqlTable): readonly string[] =>
  columns.map(({ name, column }) => column ?? name)

/** A column, and its unit as a multiple of a Query's unit: durations may be in seconds. */
export type DatasetColumn = Field & { readonly scale: number }

const numeric: ReadonlySet<string> = new Set(['integer', 'decimal', 'duration'])

/** The column of a bare reference or a cast to a number; null for any other expression. */
export function columnOf(node: Expression, dataset: Dataset): DatasetColumn | null {
  if (node.kind === 'column') return bare(node.path, dataset)
  if (node.kind !== 'call') return null
  return node.name === 'cast number'
    ? ofNumber(node, dataset)
    : node.name === '*'
      ? inMilliseconds(node, dataset)
      : null
}

function bare(path: readonly string[], { table }: Dataset): DatasetColumn | null {
  const found = table.columns.find(({ name, column }) => (column ?? name) === path[0])
  return found ? { name: found.name, type: found.type, scale: scaleOf(found) } : null
}

const scaleOf = ({ type, unit }: SqlColumn): number => (type === 'duration' && unit === 'seconds' ? 1000 : 1)

function ofNumber({ of: [inner] }: Call, dataset: Dataset): DatasetColumn | null {
  const found = inner ? columnOf(inner, dataset) : null
  return found && numeric.has(found.type) ? found : null
}

/** Seconds times 1,000 are a duration in milliseconds. */
function inMilliseconds({ of: [inner, by] }: Call, dataset: Dataset): DatasetColumn | null {
  const found = inner?.kind === 'column' ? bare(inner.path, dataset) : null
  return found?.scale === 1000 && by?.kind === 'value' && by.value === 1000 ? { ...found, scale: 1 } : null
}

/** `CASE WHEN flag THEN 1 WHEN NOT flag THEN 0 END`: a boolean column summed as a number. */
export function countedColumn(node: Expression, dataset: Dataset): DatasetColumn | null {
  const flag = node.kind === 'call' && node.name === 'case' ? node.of[0] : undefined
  const found = flag?.kind === 'column' ? bare(flag.path, dataset) : null
  if (!flag || found?.type !== 'boolean') return null
  const counted = call('case', [flag, value(1, node), call('not', [flag], node), value(0, node)], node)
  return isSame(node, counted) ? found : null
}
