import { arrow } from './arrow/arrow.ts'
import { csv } from './csv/csv.ts'
import { excel } from './excel/excel.ts'
import { json } from './json/json.ts'
import { ods } from './ods/ods.ts'
import { parquet } from './parquet/parquet.ts'
import { sqlite } from './sqlite/sqlite.ts'
import type { Reader } from './reader.ts'

/** Every kind of file that is a table itself, the most particular first; archives hold these, and no archives. */
export const tableReaders = { parquet, arrow, sqlite, ods, excel, json, csv } as const satisfies Record<string, Reader>
