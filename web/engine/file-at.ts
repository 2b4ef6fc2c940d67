import type { ByteSource } from '#core/table/byte-source.ts'
import { blobSource } from './blob-file.ts'
import { remoteFile } from './remote-file.ts'

/** The bytes of a file that is here, or of one at an address. */
export const fileAt = async (file: Blob | string): Promise<ByteSource> =>
  typeof file === 'string' ? remoteFile(file) : blobSource(file)
