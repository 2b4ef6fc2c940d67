import type { Upload } from '../db/uploads.ts'
import type { Service } from '../service.ts'
import { folderOf, originalFile } from './folder.ts'

type Sent = Pick<Upload, 'workspaceId' | 'datasetId' | 'versionId' | 'fileName' | 'multipartId'>

/** Deletes what was sent of an upload that nobody can complete any more, whether its parts were put together or not. */
export async function dropUpload(
  { files, log }: Pick<Service, 'files' | 'log'>,
  { workspaceId, datasetId, versionId, fileName, multipartId }: Sent,
): Promise<void> {
  const folder = folderOf(workspaceId, datasetId, versionId)
  // R2 ends unfinished uploads by itself after a week, and knows none whose parts were put together.
  await files
    .abortUpload(originalFile(folder, fileName), multipartId)
    .catch((error: unknown) => log('info', 'upload was gone', { error }))
  await files.removeFolder(folder)
}
