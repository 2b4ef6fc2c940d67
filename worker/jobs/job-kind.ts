import type { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Job } from '../db/jobs.ts'
import type { StoredFailure } from '../db/schema/jobs.ts'
import type { Store } from '../db/store.ts'
import type { Write } from '../db/write-if.ts'
import type { Caller, Service } from '../service.ts'
import { everything } from '../db/standing.ts'

/** Dependencies of a workspace's job. */
export type WorkspaceDeps = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

/** Dependencies by scope. */
type DepsFor = { readonly workspace: WorkspaceDeps; readonly installation: Service }

/** Context of one attempt. */
export type Attempt = {
  /** Reports progress from 0 to 1 and renews the lease. Cheap: most calls only store the number. */
  readonly progress: (fraction: number) => void
  /** Aborts at the deadline, or when another runner takes the job. */
  readonly signal: AbortSignal
  /** The result of work that the signal stopped. */
  readonly stopped: Result<never, Failure>
}

/** A job bound to its input. */
export type Work = {
  /** A returned failure ends the job; a thrown error retries it. Must be idempotent. */
  readonly run: (attempt: Attempt) => Promise<Result<null, Failure>>
  /** Stores and announces progress. */
  readonly showProgress?: (fraction: number) => Promise<void>
  /** Statements of a failure, run in the transaction that ends the job. */
  readonly failing?: (failure: StoredFailure, at: Date) => readonly Write[]
  /** Runs after the job has ended. */
  readonly announce?: () => Promise<void>
  /** False if its subject was deleted; errors thrown since are then ignored. */
  readonly isWanted?: () => Promise<boolean>
}

type About = {
  /** One sentence for people. */
  readonly summary: string
  /** Start of failure sentences: “Reading the file”. */
  readonly title: string
  /** Maximum milliseconds per attempt. The platform stops a queue consumer after 15 minutes. */
  readonly deadline: number
  /** Interval in minutes of a scheduled kind; missing: only added on demand. */
  readonly everyMinutes?: number
}

/** A kind of job with its input type erased. */
export type JobKind = About & {
  readonly scope: keyof DepsFor
  readonly input: z.ZodType
  /** Parses a stored job's input and binds it. */
  readonly open: (service: Service, job: Pick<Job, 'input' | 'workspaceId'>) => Result<Work, Failure>
}

type Definition<Scope extends keyof DepsFor, Schema extends z.ZodType> = About & {
  readonly scope: Scope
  readonly input: Schema
  readonly work: (deps: DepsFor[Scope], input: z.output<Schema>) => Work
}

function depsOf(service: Service, workspace: Job['workspaceId'], scope: keyof DepsFor): Service | null {
  if (scope === 'installation') return service
  return workspace === null
    ? null
    : ({ ...service, store: service.storeOf(workspace, everything), caller: { workspace } } as WorkspaceDeps)
}

export const defineJob = <Scope extends keyof DepsFor, Schema extends z.ZodType>({
  work,
  ...about
}: Definition<Scope, Schema>): JobKind => ({
  ...about,
  open(service, { input, workspaceId }) {
    const deps = depsOf(service, workspaceId, about.scope)
    const read = about.input.safeParse(input)
    // `depsOf` returns the dependencies of the scope, which the type cannot express.
    return deps && read.success ? ok(work(deps as DepsFor[Scope], read.data)) : fail('service/broken')
  },
})
