import type { ByteSource } from '#core/table/byte-source.ts'
import { blobSource } from './blob-file.ts'
import { remoteFile } from './remote-file.ts'

/** The address of a dataset's rows on the server. */
export const addressOfRows = (dataset: string): string => `/api/v1/datasets/${dataset}/data.parquet`

/** The bytes of a Blob or of a URL. */
export const fileAt = async (file: Blob | string): Promise<ByteSource> =>
  typeof file === 'string' ? remoteFile(file) : blobSource(file)
