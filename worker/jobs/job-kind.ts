import type { Failure } from '#core/errors.ts'
import type { Result } from '#core/result.ts'
import type { Job } from '../db/jobs.ts'
import type { Store } from '../db/store.ts'
import type { Service } from '../service.ts'

/** What a running job is given besides the service. */
export type JobDeps = Service & {
  readonly store: Store
  /** Tells how far the job is, which also tells that it lives. Cheap: most calls only remember the number. */
  readonly progress: (fraction: number) => void
  /** Aborted when the deadline has passed or another runner has taken the job over. */
  readonly signal: AbortSignal
}

/** One kind of work that goes on after the response. It may be run twice, and must then do no harm. */
export type JobKind = {
  readonly summary: string
  /** A failure ends the job, for it would come again; what throws is tried again. */
  readonly run: (deps: JobDeps, job: Job) => Promise<Result<null, Failure>>
}
