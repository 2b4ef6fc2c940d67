import type { Failure } from '../../errors.ts'
import type { Query } from '../../query/query.ts'
import type { Source } from '../../table/source.ts'
import { type Column, findColumn, type Table } from '../../table/table.ts'
import { joinTables } from '../join-tables.ts'
import { type KeyRows, keyRows } from './key-rows.ts'

/** Thrown if a joined dataset's key is not unique or it is too large; `caught` turns it into a failure. */
export class JoinFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** An indexed joined dataset: its keys and the requested columns. */
export type Lookup = { readonly rowsOf: KeyRows; readonly columns: readonly Column[] }

/** Reads a joined dataset's columns on demand, each once. */
export function lookup(source: Source, join: Query['joins'][number]): (columns: readonly string[]) => Promise<Lookup> {
  const columns = new Map<string, Promise<Column>>()
  let rows: Promise<KeyRows> | null = null

  async function readColumn(name: string): Promise<Column> {
    const tables: Table[] = []
    for (const group of source.rowGroups.keys()) tables.push(await source.read(group, [name]))
    const field = source.fields.filter((each) => each.name === name)
    const column = findColumn(joinTables(tables, field), name)
    if (!column) throw new Error(`The joined dataset has no column ${name}`)
    return column
  }
  const columnNamed = (name: string): Promise<Column> => {
    const column = columns.get(name) ?? readColumn(name)
    columns.set(name, column)
    return column
  }
  async function readKeys(): Promise<KeyRows> {
    const found = keyRows(await columnNamed(join.key), join)
    if (!found.ok) throw new JoinFailed(found.error)
    return found.value
  }
  return async (names) => {
    rows ??= readKeys()
    return { rowsOf: await rows, columns: await Promise.all(names.map(columnNamed)) }
  }
}
