import { z } from 'zod'
import { ok } from '#core/result.ts'
import { folderOf, folderOfDataset, originalFile } from '../../data/folder.ts'
import { defineCommand } from '../command.ts'

export const sweepFiles = defineCommand({
  summary:
    'Delete what nobody can reach any more: unfinished uploads, what was deleted long enough ago, ended sessions.',
  access: 'system',
  input: z.object({}),
  async run({ leftovers, files, vectors, config, now, log }) {
    const at = now().getTime()
    const abandoned = await leftovers.abandonedUploads(new Date(at - config.upload.abandonedAfter))
    for (const { id, workspaceId, datasetId, versionId, fileName, multipartId } of abandoned) {
      const key = originalFile(folderOf(workspaceId, datasetId, versionId), fileName)
      // R2 ends unfinished uploads by itself after a week; one it no longer knows is as good as swept.
      await files.abortUpload(key, multipartId).catch((error: unknown) => log('info', 'upload was gone', { error }))
      await leftovers.removeUpload(id)
    }
    const deletedBefore = new Date(at - config.retention.deleted)
    const deleted = await leftovers.deletedDatasets(deletedBefore)
    for (const { id, workspaceId } of deleted) {
      await files.removeFolder(folderOfDataset(workspaceId, id))
      await vectors.remove(id)
      await leftovers.removeDataset(id)
    }
    await leftovers.removeDashboards(deletedBefore)
    await leftovers.forgetExpired(now())
    return ok({ uploads: abandoned.length, datasets: deleted.length })
  },
})
