import type { ByteSource } from '#core/table/byte-source.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { Source } from '#core/table/source.ts'
import type { Field, Table } from '#core/table/table.ts'

/** Tables as the bytes of a Parquet file. */
export async function parquetBytes(
  tables: readonly Table[],
  fields: readonly Field[],
  rowsPerGroup?: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const writer = createParquetWriter(fields, (bytes) => void parts.push(bytes.slice()), { rowsPerGroup })
  for (const table of tables) await writer.append(table)
  await writer.finish()
  return Buffer.concat(parts)
}

/** Bytes in memory as a file that notes which ranges are read. */
export function byteSource(
  bytes: Uint8Array,
  onRead: (start: number, end: number) => void = () => undefined,
): ByteSource {
  return {
    byteLength: bytes.byteLength,
    slice: (start, end) => {
      onRead(start, end)
      return Promise.resolve(new Uint8Array(bytes.subarray(start, end)).buffer)
    },
  }
}

/** Opens bytes that must be readable. */
export async function openParquet(bytes: Uint8Array, onRead?: (start: number, end: number) => void): Promise<Source> {
  const source = await parquetSource(byteSource(bytes, onRead))
  if (!source.ok) throw new Error(source.error.message)
  return source.value
}
