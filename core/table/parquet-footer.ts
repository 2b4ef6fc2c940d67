import { parquetMetadataAsync } from 'hyparquet/src/metadata.js'
import type { CompressionCodec, FileMetaData } from 'hyparquet/src/types.js'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ByteSource } from './byte-source.ts'
import { durationsKey } from './parquet-types.ts'

/** Bytes read from the end of a file; a longer footer costs a second read. 64 KiB covers files of millions of rows. */
const footerGuess = 65_536

/** Reads the metadata in a Parquet footer. */
export async function openFooter(file: ByteSource): Promise<Result<FileMetaData>> {
  try {
    return ok(await parquetMetadataAsync(file, { initialFetchSize: footerGuess, geoparquet: false }))
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^parquet /, '') : 'its footer is damaged'
    return fail('table/unreadable-parquet', { reason })
  }
}

/** The compression codecs of all columns. */
export const codecsOf = ({ row_groups: groups }: FileMetaData): CompressionCodec[] =>
  groups.flatMap(({ columns }) => columns.flatMap(({ meta_data: meta }) => meta?.codec ?? []))

/** Names of the duration columns that this writer recorded; empty for other writers' files. */
export function durationsIn({ key_value_metadata: notes }: FileMetaData): ReadonlySet<unknown> {
  const names: unknown = JSON.parse(notes?.find(({ key }) => key === durationsKey)?.value ?? '[]')
  return new Set(Array.isArray(names) ? names : [])
}
