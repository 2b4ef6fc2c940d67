import type { Query } from '../../query/query.ts'
import { validateQuery } from '../../query/validate-query.ts'
import type { Result } from '../../result.ts'
import { refuse, type Refused } from '../gate/refused.ts'
import { lowered, tokenize } from '../gate/tokenize.ts'
import type { SqlTables } from '../table.ts'
import { columnNames, type Dataset, datasetNamed } from './dataset.ts'
import { type Flat, flatten } from './flatten.ts'
import { parseStatement } from './parse-select.ts'
import { StatementReader } from './statement-reader.ts'
import { Tokens } from './tokens.ts'
import { attempt } from './unread.ts'

const longest = 50_000

/** Converts a simple SELECT to the equivalent Query, or refuses the part that no Query can express, with its place. */
export function readQuery(sql: string, tables: SqlTables): Result<Query, Refused> {
  if (sql.length > longest) return refuse(null, 'sql/too-long', { limit: longest })
  const tokens = tokenize(sql)
  if (!tokens.ok) return tokens
  const read = attempt(() => {
    const flat = flatten(parseStatement(new Tokens(sql, tokens.value)), columnsIn(tables), sql)
    const dataset = datasetOf(flat, tables)
    return { dataset, input: new StatementReader(dataset, flat).input() }
  })
  if (!read.ok) return read
  const { input, dataset } = read.value
  const valid = validateQuery(input, dataset.table.columns)
  return valid.ok ? valid : { ok: false, error: { ...valid.error, place: null } }
}

const columnsIn = (tables: SqlTables) => (name: string) => {
  const dataset = datasetNamed(name, tables)
  return dataset && columnNames(dataset.table)
}

function datasetOf({ table }: Flat, tables: SqlTables): Dataset {
  const dataset = datasetNamed(lowered(table), tables)
  if (!dataset) throw new Error(`The dataset ${table} was there before`)
  return dataset
}
