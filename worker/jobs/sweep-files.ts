import { z } from 'zod'
import { ok } from '#core/result.ts'
import { dropUpload } from '../data/drop-upload.ts'
import { folderOfDataset } from '../data/folder.ts'
import type { Service } from '../service.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'

/** Extra milliseconds before a deleted thing is swept, so that none is restored during the sweep. */
const grace = 60_000

async function dropUploads({ leftovers, files, config, now, log }: Service): Promise<number> {
  const abandoned = await leftovers.abandonedUploads(new Date(now().getTime() - config.upload.abandonedAfter))
  for (const upload of abandoned) {
    if (await leftovers.removeUpload(upload.id)) await dropUpload({ files, log }, upload)
  }
  return abandoned.length
}

async function dropDatasets({ leftovers, files, vectors }: Service, deletedBefore: Date): Promise<number> {
  const deleted = await leftovers.deletedDatasets(deletedBefore)
  for (const { id, workspaceId } of deleted) {
    await files.removeFolder(folderOfDataset(workspaceId, id))
    await vectors.remove(id)
    await leftovers.removeDataset(id)
  }
  return deleted.length
}

export const sweepFiles = defineJob({
  summary:
    'Delete what nobody can reach any more: unfinished uploads, what was deleted long enough ago, ended sessions and jobs.',
  title: 'Deleting what nobody can reach',
  scope: 'installation',
  deadline: 5 * 60_000,
  everyMinutes: 15,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      const { leftovers, jobs, config, now } = service
      const at = now().getTime()
      const deletedBefore = new Date(at - config.retention.deleted - grace)
      await sweep(signal, () => dropUploads(service))
      await sweep(signal, () => dropDatasets(service, deletedBefore))
      await leftovers.removeDashboards(deletedBefore)
      await leftovers.forgetExpired(now())
      await jobs.forget(new Date(at - config.job.keptFor))
      return ok(null)
    },
  }),
})
