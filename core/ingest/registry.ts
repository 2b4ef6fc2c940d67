import { csv } from './csv/csv.ts'
import { excel } from './excel/excel.ts'
import { json } from './json/json.ts'
import { parquet } from './parquet/parquet.ts'
import type { Reader } from './reader.ts'

/** Every kind of file that can be read, the most particular first. */
export const readers = { parquet, excel, json, csv } as const satisfies Record<string, Reader>

export type ReaderId = keyof typeof readers
