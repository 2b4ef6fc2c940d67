import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetBytes } from '../support/parquet-bytes.ts'
import { salesFields, salesTable } from './sales.ts'

/** Writes the sales as Parquet for the time of some work. */
export async function withSalesFile<Value>(work: (file: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
  const file = join(folder, 'sales.parquet')
  try {
    writeFileSync(file, await parquetBytes([salesTable()], salesFields))
    return await work(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
