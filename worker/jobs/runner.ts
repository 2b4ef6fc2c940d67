import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { JobMessage } from '../adapters/job-queue.ts'
import type { Job } from '../db/jobs.ts'
import type { Service } from '../service.ts'
import type { JobKind, Work } from './job-kind.ts'
import { createPulse } from './pulse.ts'

export type JobKinds = Readonly<Record<string, JobKind>>

/** How to acknowledge a job's message. */
export type Verdict = { readonly done: true } | { readonly done: false; readonly retryAfterSeconds: number }

/** A stored job with its kind and bound work. */
type Opened = { readonly job: Job; readonly kind: JobKind; readonly work: Work }

/** Milliseconds between progress updates. */
const pulseEvery = 250

const done: Verdict = { done: true }

/** Binds a job; null if its kind or input is unknown. */
function open(service: Service, kinds: JobKinds, job: Job): Opened | null {
  const kind = Object.hasOwn(kinds, job.kind) ? kinds[job.kind] : undefined
  const work = kind?.open(service, job)
  return kind && work?.ok ? { job, kind, work: work.value } : null
}

/** Ends a job and its subject, unless it changed since it was read. */
async function end(
  service: Service,
  { job, work }: Pick<Opened, 'job'> & { work?: Work },
  outcome: Result<null, Failure>,
) {
  const at = service.now()
  const failure = outcome.ok ? null : outcome.error
  const writes = failure ? (work?.failing?.(failure, at) ?? []) : []
  if (!(await service.jobs.close(job, { failure, at, writes }))) return
  const facts = { job: job.id, kind: job.kind, attempt: job.attempts, ms: at.getTime() - job.createdAt.getTime() }
  service.log('info', 'job ended', { ...facts, outcome: failure?.code ?? 'done' })
  await work?.announce?.()
}

/** Resolves `grace` milliseconds after the signal, to end jobs that ignore it. */
const ignored = (signal: AbortSignal, grace: number): Promise<'ignored'> =>
  new Promise((resolve) => {
    const wait = (): void => void setTimeout(() => resolve('ignored'), grace)
    signal.addEventListener('abort', wait, { once: true })
  })

const tooSlow = ({ title, deadline }: JobKind) => fail('job/too-slow', { title, minutes: deadline / 60_000 })

/** Runs one attempt; null if another runner took the job meanwhile. */
async function attempt(service: Service, { job, kind, work }: Opened): Promise<Result<null, Failure> | null> {
  const { jobs, config, now, log } = service
  const [taken, deadline] = [new AbortController(), AbortSignal.timeout(kind.deadline)]
  let reached = 0
  const keepAlive = async (): Promise<void> => {
    const leaseEndsAt = new Date(now().getTime() + config.job.lease)
    if (!(await jobs.keep(job, { progress: reached, leaseEndsAt }))) taken.abort()
  }
  const pulse = createPulse(pulseEvery, async (fraction) => {
    reached = fraction
    await Promise.all([keepAlive(), work.showProgress?.(fraction)])
  })
  const alive = setInterval(
    () => void keepAlive().catch((error: unknown) => log('warning', 'no lease', { error })),
    config.job.lease / 3,
  )
  const signal = AbortSignal.any([taken.signal, deadline])
  try {
    const run = work.run({ progress: (fraction) => pulse.set(fraction), signal, stopped: tooSlow(kind) })
    const outcome = await Promise.race([run, ignored(signal, config.job.grace)])
    if (taken.signal.aborted) return null
    return outcome === 'ignored' || (deadline.aborted && !outcome.ok) ? tooSlow(kind) : outcome
  } finally {
    clearInterval(alive)
    await pulse.settle()
  }
}

/** Ends a job that used up its attempts, with a message for its owner. */
async function giveUp(service: Service, kinds: JobKinds, job: Job): Promise<void> {
  const opened = open(service, kinds, job)
  service.log('error', 'a job was given up', { job: job.id, kind: job.kind, attempts: job.attempts })
  const title = opened?.kind.title ?? 'The work'
  await end(service, opened ?? { job }, fail('job/gave-up', { title, attempts: job.attempts }))
}

async function afterThrowing(
  service: Service,
  kinds: JobKinds,
  { job, work }: Opened,
  error: unknown,
): Promise<Verdict> {
  if ((await work.isWanted?.()) === false) {
    await end(service, { job }, ok(null))
    return done
  }
  service.log('error', 'a job threw', { job: job.id, kind: job.kind, attempt: job.attempts, error })
  if (job.attempts >= service.config.job.attempts) {
    await giveUp(service, kinds, job)
    return done
  }
  await service.jobs.release(job, service.now())
  return { done: false, retryAfterSeconds: 2 ** job.attempts }
}

/** Runs jobs of these kinds. */
export const createRunner = (kinds: JobKinds) => ({
  kinds,

  /** Runs one attempt of a job that is free. */
  async run(service: Service, { job: id }: JobMessage): Promise<Verdict> {
    const { config, now, jobs, log } = service
    const at = now()
    const job = await jobs.claim(id, { now: at, endsAt: new Date(at.getTime() + config.job.lease) })
    if (!job) return done
    const opened = open(service, kinds, job)
    if (!opened) {
      log('error', 'a job cannot be read', { job: id, kind: job.kind })
      await end(service, { job }, fail('service/broken'))
      return done
    }
    try {
      const outcome = await attempt(service, opened)
      if (outcome) await end(service, opened, outcome)
      return done
    } catch (error) {
      return afterThrowing(service, kinds, opened, error)
    }
  },

  /** Ends a job from the dead-letter queue, unless a runner works on it. */
  async bury(service: Service, { job: id }: JobMessage): Promise<void> {
    const job = await service.jobs.find(id)
    const atWork = job?.status === 'running' && job.leaseEndsAt !== null && job.leaseEndsAt > service.now()
    if (job && !atWork && job.status !== 'done' && job.status !== 'failed') await giveUp(service, kinds, job)
  },

  /**
   * Requeues jobs whose runner died, or ends those without attempts left. A message counts as lost when its job has
   * waited for `staleAfter` milliseconds.
   */
  async rescue(service: Service, staleAfter: number): Promise<void> {
    const { jobs, queue, config, now, log } = service
    const at = now()
    const stuck = await jobs.stuck(at, new Date(at.getTime() - staleAfter))
    for (const job of stuck) {
      if (job.attempts >= config.job.attempts) await giveUp(service, kinds, job)
      else if (await jobs.release(job, now())) await queue.send({ job: job.id })
    }
    if (stuck.length > 0) log('warning', 'jobs rescued', { jobs: stuck.map(({ id }) => id) })
  },
})
export type Runner = ReturnType<typeof createRunner>
