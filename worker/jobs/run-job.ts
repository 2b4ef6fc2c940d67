import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { giveUp } from '../data/give-up.ts'
import { tellDataset } from '../data/tell-dataset.ts'
import type { Job } from '../db/jobs.ts'
import type { Service } from '../service.ts'
import type { JobMessage } from '../adapters/job-queue.ts'
import { createPulse } from './pulse.ts'
import { jobKindOf } from './registry.ts'

/** How often the page hears of progress, and the lease is renewed. */
const pulseEvery = 250

/** What to do with the message of a job. */
export type Verdict = { readonly done: true } | { readonly done: false; readonly retryAfterSeconds: number }

/** One attempt; null when another runner has taken the job over meanwhile. */
async function perform(service: Service, job: Job): Promise<Result<null, Failure> | null> {
  const { storeOf, config, now, log } = service
  const store = storeOf(job.workspaceId)
  const taken = new AbortController()
  const kind = jobKindOf(job.kind)
  if (!kind) return fail('service/broken')
  const keepAlive = async (): Promise<void> => {
    const kept = await store.jobs.keep(job, new Date(now().getTime() + config.job.lease))
    if (!kept) taken.abort()
  }
  const pulse = createPulse(pulseEvery, async (fraction) => {
    await Promise.all([keepAlive(), store.versions.progress(job.versionId, fraction)])
    await tellDataset(service, { workspace: job.workspaceId, dataset: job.datasetId })
  })
  const beat = (fraction: number): void => pulse.set(fraction)
  const alive = setInterval(
    () => void keepAlive().catch((error: unknown) => log('warning', 'no lease', { error })),
    config.job.lease / 3,
  )
  const signal = AbortSignal.any([taken.signal, AbortSignal.timeout(config.job.deadline)])
  try {
    const outcome = await kind.run({ ...service, store, progress: beat, signal }, job)
    return taken.signal.aborted ? null : outcome
  } finally {
    clearInterval(alive)
    await pulse.settle()
  }
}

/** Ends a job as its run ended. */
async function settle(service: Service, job: Job, outcome: Result<null, Failure>): Promise<void> {
  const { jobs } = service.storeOf(job.workspaceId)
  if (!(await jobs.close(job, outcome.ok ? null : outcome.error, service.now()))) return
  const facts = { job: job.id, kind: job.kind, attempt: job.attempts, ms: Date.now() - job.createdAt.getTime() }
  service.log('info', 'job ended', { ...facts, outcome: outcome.ok ? 'done' : outcome.error.code })
  await tellDataset(service, { workspace: job.workspaceId, dataset: job.datasetId })
}

/** Runs one attempt of a job, if it is free to be run. */
export async function runJob(service: Service, { job: id, workspace }: JobMessage): Promise<Verdict> {
  const { config, now, log } = service
  const { jobs, versions } = service.storeOf(workspace)
  const started = now()
  const lease = { now: started, endsAt: new Date(started.getTime() + config.job.lease) }
  const job = await jobs.claim(id, lease)
  if (!job) return { done: true }
  try {
    const outcome = await perform(service, job)
    if (outcome) await settle(service, job, outcome)
    return { done: true }
  } catch (error) {
    // Deleted, with its files, while it was made.
    if (!(await versions.find(job.versionId))) {
      await jobs.close(job, null, now())
      return { done: true }
    }
    log('error', 'a job threw', { job: id, kind: job.kind, attempt: job.attempts, error })
    if (job.attempts >= config.job.attempts) {
      await giveUp(service, job)
      return { done: true }
    }
    await jobs.release(job, now())
    return { done: false, retryAfterSeconds: 2 ** job.attempts }
  }
}

/** What the platform stopped delivering: ended plainly, unless somebody is at work on it. */
export async function buryJob(service: Service, { job: id }: JobMessage): Promise<Result<null>> {
  const job = await service.stuckJobs.byId(id)
  const atWork = job?.status === 'running' && job.leaseEndsAt !== null && job.leaseEndsAt > service.now()
  if (job && !atWork && job.status !== 'done' && job.status !== 'failed') await giveUp(service, job)
  return ok(null)
}
