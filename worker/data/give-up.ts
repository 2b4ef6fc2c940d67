import { fail } from '#core/errors.ts'
import type { Job } from '../db/jobs.ts'
import type { Service } from '../service.ts'
import { tellDataset } from './tell-dataset.ts'

/** Ends a job for good, in words its owner reads on the dataset; but not one that has gone on since it was seen. */
export async function giveUp(service: Service, job: Job): Promise<void> {
  const { storeOf, now, log } = service
  const { error } = fail('job/gave-up', { attempts: job.attempts })
  if (!(await storeOf(job.workspaceId).jobs.close(job, error, now()))) return
  log('error', 'a job was given up', { job: job.id, kind: job.kind, attempts: job.attempts })
  await tellDataset(service, { workspace: job.workspaceId, dataset: job.datasetId })
}
