import { parquetMetadataAsync } from 'hyparquet/src/metadata.js'
import type { CompressionCodec, FileMetaData } from 'hyparquet/src/types.js'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ByteSource } from './byte-source.ts'
import { durationsKey } from './parquet-types.ts'

/** Enough for the footer of a file of millions of rows; a longer one costs a second read. */
const footerGuess = 65_536

/** What a Parquet file says of itself at its end. */
export async function openFooter(file: ByteSource): Promise<Result<FileMetaData>> {
  try {
    return ok(await parquetMetadataAsync(file, { initialFetchSize: footerGuess, geoparquet: false }))
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^parquet /, '') : 'its footer is damaged'
    return fail('table/unreadable-parquet', { reason })
  }
}

/** The methods of compression of all its columns. */
export const codecsOf = ({ row_groups: groups }: FileMetaData): CompressionCodec[] =>
  groups.flatMap(({ columns }) => columns.flatMap(({ meta_data: meta }) => meta?.codec ?? []))

/** The names of the columns that this program wrote as durations; none in files of others. */
export function durationsIn({ key_value_metadata: notes }: FileMetaData): ReadonlySet<unknown> {
  const names: unknown = JSON.parse(notes?.find(({ key }) => key === durationsKey)?.value ?? '[]')
  return new Set(Array.isArray(names) ? names : [])
}
