import type { Upload } from '../db/uploads.ts'
import type { Service } from '../service.ts'
import { folderOf, originalFile } from './folder.ts'

type Sent = Pick<Upload, 'workspaceId' | 'datasetId' | 'versionId' | 'fileName' | 'multipartId'>

/** Deletes the data of an upload that can no longer be completed, multipart or complete. */
export async function dropUpload(
  { files, log }: Pick<Service, 'files' | 'log'>,
  { workspaceId, datasetId, versionId, fileName, multipartId }: Sent,
): Promise<void> {
  const folder = folderOf(workspaceId, datasetId, versionId)
  // R2 aborts unfinished uploads after a week, and does not know completed ones.
  await files
    .abortUpload(originalFile(folder, fileName), multipartId)
    .catch((error: unknown) => log('info', 'upload was gone', { error }))
  await files.removeFolder(folder)
}
