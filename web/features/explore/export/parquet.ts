import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { Table } from '#core/table/table.ts'

/** Writes a result as Parquet with its types. */
export async function parquetOf(table: Table): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const fields = table.columns.map(({ name, type }) => ({ name, type }))
  const writer = createParquetWriter(fields, (bytes) => void parts.push(bytes.slice()))
  await writer.append(table)
  await writer.finish()
  return new Blob(parts)
}
