import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { Table } from '#core/table/table.ts'

/** A result as a Parquet file, with the types that it has. */
export async function parquetOf(table: Table): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const fields = table.columns.map(({ name, type }) => ({ name, type }))
  const writer = createParquetWriter(fields, (bytes) => void parts.push(bytes.slice()))
  await writer.append(table)
  await writer.finish()
  return new Blob(parts)
}
