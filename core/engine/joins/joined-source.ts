import { fail, type Failure } from '../../errors.ts'
import type { Query } from '../../query/query.ts'
import { nameOfType } from '../../query/type-rules.ts'
import { ok, type Result } from '../../result.ts'
import { nearestName } from '../../semantic/nearest-name.ts'
import { joinedName } from '../../semantic/model/related.ts'
import type { Source } from '../../table/source.ts'
import { type Column, type ColumnType, type Field, findColumn } from '../../table/table.ts'
import { gather } from '../gather.ts'
import { lookup, type Lookup } from './lookup.ts'

type Join = Query['joins'][number]

/** Opens another dataset; the implementation checks access. */
export type OpenSource = (dataset: string) => Promise<Result<Source>>

/** Maximum rows of a joined dataset: a key and a few columns of one million rows fit in an edge worker. */
const maxRows = 1_000_000

/**
 * Adds the columns of joined datasets as `name.column`. Each row matches at most one row by a unique key and gets
 * nulls without a match, so joins never multiply rows. A join may use a column of an earlier join as its key. Joined
 * datasets are read on first use; a repeated key then throws `JoinFailed`.
 */
export async function joinedSource(source: Source, joins: readonly Join[], open: OpenSource): Promise<Result<Source>> {
  let joined = source
  for (const join of joins) {
    const opened = await open(join.dataset)
    if (!opened.ok) return opened
    const problem = problemOfJoin(join, joined.fields, opened.value)
    if (problem) return problem
    joined = withColumns(joined, join, opened.value)
  }
  return ok(joined)
}

const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal'

const suits = (a: ColumnType, b: ColumnType): boolean => a === b || (isNumber(a) && isNumber(b))

type Problem = { readonly ok: false; readonly error: Failure } | null

function problemOfJoin({ name, column, key }: Join, fields: readonly Field[], other: Source): Problem {
  const rows = other.rowGroups.reduce((sum, group) => sum + group.rows, 0)
  if (rows > maxRows) return fail('join/too-large', { name, rows, limit: maxRows })
  const here = fields.find((field) => field.name === column)
  const there = other.fields.find((field) => field.name === key)
  const names = fields.map((field) => field.name)
  if (!here) return fail('query/unknown-column', { column, nearest: nearestName(column, names), columns: names })
  if (!there)
    return fail('join/no-column', {
      name,
      column: key,
      nearest: nearestName(
        key,
        other.fields.map((field) => field.name),
      ),
    })
  if (!suits(here.type, there.type)) {
    const [type, keyType] = [nameOfType[here.type], nameOfType[there.type]]
    return fail('join/wrong-type', { column, type, name, key, keyType })
  }
  const twice = other.fields.map((field) => joinedName(name, field.name)).find((added) => names.includes(added))
  return twice === undefined ? null : fail('join/same-name', { name: twice })
}

function withColumns(source: Source, join: Join, other: Source): Source {
  const columnOf = new Map(other.fields.map(({ name }) => [joinedName(join.name, name), name]))
  const known = lookup(other, join)
  return {
    fields: [...source.fields, ...other.fields.map(({ name, type }) => ({ name: joinedName(join.name, name), type }))],
    rowGroups: source.rowGroups,
    read: async (group, columns) => {
      const wanted = columns.filter((column) => columnOf.has(column))
      if (wanted.length === 0) return source.read(group, columns)
      const own = [...new Set([...columns.filter((column) => !columnOf.has(column)), join.column])]
      const [table, found] = await Promise.all([
        source.read(group, own),
        known(wanted.map((name) => columnOf.get(name) ?? '')),
      ])
      const by = findColumn(table, join.column)
      if (!by) throw new Error(`The column ${join.column} was not read`)
      return { rows: table.rows, columns: [...table.columns, ...looked(by, wanted, found)] }
    },
  }
}

function looked(by: Column, names: readonly string[], { rowsOf, columns }: Lookup): Column[] {
  const rows = rowsOf(by)
  return columns.map((column, at) => ({ ...gather(column, rows), name: names[at] ?? column.name }))
}
