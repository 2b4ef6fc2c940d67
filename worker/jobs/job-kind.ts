import type { z } from 'zod'
import { fail, type Failure } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { Job } from '../db/jobs.ts'
import type { StoredFailure } from '../db/schema.ts'
import type { Store } from '../db/store.ts'
import type { Write } from '../db/write-if.ts'
import type { Caller, Service } from '../service.ts'

/** What a job of a workspace is given: the service, and that workspace's store alone. */
export type WorkspaceDeps = Service & { readonly store: Store; readonly caller: Pick<Caller, 'workspace'> }

/** Whose work it is, and what it is given. */
type DepsFor = { readonly workspace: WorkspaceDeps; readonly installation: Service }

/** What the runner gives one attempt. */
export type Attempt = {
  /** Reports progress from 0 to 1, which also renews the lease. Cheap: most calls only remember the number. */
  readonly progress: (fraction: number) => void
  /** Aborted when the deadline has passed or another runner has taken the job. */
  readonly signal: AbortSignal
  /** The outcome of work that the signal stopped. */
  readonly stopped: Result<never, Failure>
}

/** One job, as the runner sees it. */
export type Work = {
  /** A failure ends the job, because it would come again; what is thrown is tried again. May run twice, and must then do no harm. */
  readonly run: (attempt: Attempt) => Promise<Result<null, Failure>>
  /** Stores and announces progress where people see it. */
  readonly showProgress?: (fraction: number) => Promise<void>
  /** What a failure writes, in the transaction that ends the job. */
  readonly failing?: (failure: StoredFailure, at: Date) => readonly Write[]
  /** After the job has ended. */
  readonly announce?: () => Promise<void>
  /** False where what the job is about was deleted: what it threw then is no failure. */
  readonly isWanted?: () => Promise<boolean>
}

type About = {
  /** What it does, in one sentence for people. */
  readonly summary: string
  /** As a failure's sentence begins: “Reading the file”. */
  readonly title: string
  /** Milliseconds that one attempt may take. The platform stops a queue's consumer after 15 minutes. */
  readonly deadline: number
  /** Begins by itself this often, for the installation as a whole; missing: only when something adds it. */
  readonly everyMinutes?: number
}

/** One kind of background work, with the type of its input hidden. */
export type JobKind = About & {
  readonly scope: keyof DepsFor
  readonly input: z.ZodType
  /** Binds the kind to a stored job, whose input is parsed here. */
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
    : ({ ...service, store: service.storeOf(workspace), caller: { workspace } } as WorkspaceDeps)
}

export const defineJob = <Scope extends keyof DepsFor, Schema extends z.ZodType>({
  work,
  ...about
}: Definition<Scope, Schema>): JobKind => ({
  ...about,
  open(service, { input, workspaceId }) {
    const deps = depsOf(service, workspaceId, about.scope)
    const read = about.input.safeParse(input)
    // What `depsOf` answers is what each scope promises.
    return deps && read.success ? ok(work(deps as DepsFor[Scope], read.data)) : fail('service/broken')
  },
})
