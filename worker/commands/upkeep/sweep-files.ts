import { z } from 'zod'
import { ok } from '#core/result.ts'
import { dropUpload } from '../../data/drop-upload.ts'
import { folderOfDataset } from '../../data/folder.ts'
import { defineCommand } from '../command.ts'

/** How much longer than it can be restored a deleted thing is kept, so that nothing is restored while it is swept. */
const grace = 60_000

export const sweepFiles = defineCommand({
  summary:
    'Delete what nobody can reach any more: unfinished uploads, what was deleted long enough ago, ended sessions.',
  access: 'system',
  effect: 'write',
  limit: null,
  input: z.object({}),
  async run({ leftovers, files, vectors, config, now, log }) {
    const at = now().getTime()
    const abandoned = await leftovers.abandonedUploads(new Date(at - config.upload.abandonedAfter))
    for (const upload of abandoned) {
      if (await leftovers.removeUpload(upload.id)) await dropUpload({ files, log }, upload)
    }
    const deletedBefore = new Date(at - config.retention.deleted - grace)
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
