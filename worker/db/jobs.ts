import { and, eq, inArray, lt, lte, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { job, type StoredFailure } from './schema/jobs.ts'
import { thereIs, type Write, writeIf } from './write-if.ts'

export type Job = typeof job.$inferSelect
/** A job to add. The store sets its workspace. */
export type NewJob = Pick<Job, 'id' | 'kind' | 'input' | 'enqueuedAt' | 'createdAt'>
type Lease = { readonly now: Date; readonly endsAt: Date }
type Sign = { readonly progress: number; readonly leaseEndsAt: Date }
type End = { readonly failure: StoredFailure | null; readonly at: Date; readonly writes: readonly Write[] }

const atOnce = 50

/** Statement that adds a job to a workspace or to the installation. */
export const insertJob = (
  db: Database,
  workspaceId: Id<'workspace'> | null,
  work: NewJob,
  scheduleId: Id<'schedule'> | null = null,
) => db.insert(job).values({ ...work, workspaceId, scheduleId, status: 'queued' })

const upkeepOf = (db: Database) => ({
  /** Jobs with an expired lease or a lost message. */
  stuck: (now: Date, enqueuedBefore: Date): Promise<Job[]> =>
    db
      .select()
      .from(job)
      .where(
        or(
          and(eq(job.status, 'running'), lte(job.leaseEndsAt, now)),
          and(eq(job.status, 'queued'), lte(job.enqueuedAt, enqueuedBefore)),
        ),
      )
      .limit(atOnce)
      .all(),

  /** The earliest lease end of a running job; null if none runs. */
  async nextLeaseEnd(): Promise<Date | null> {
    const first = await db
      .select({ at: job.leaseEndsAt })
      .from(job)
      .where(eq(job.status, 'running'))
      .orderBy(job.leaseEndsAt)
      .limit(1)
      .get()
    return first?.at ?? null
  },

  /** Deletes old finished jobs. */
  forget: (finishedBefore: Date) =>
    db.delete(job).where(and(inArray(job.status, ['done', 'failed']), lt(job.finishedAt, finishedBefore))),
})

/** Jobs of all workspaces, for the runner. Never used by a request. */
export const jobsIn = (db: Database) => {
  /** Condition: the job is unchanged since it was read; a new attempt changes it. */
  const asSeen = ({ id, status, attempts }: Job) =>
    and(eq(job.id, id), eq(job.status, status), eq(job.attempts, attempts))
  return {
    find: (id: Id<'job'>): Promise<Job | undefined> => db.select().from(job).where(eq(job.id, id)).get(),

    /** Claims a waiting job, or one with an expired lease. Null if another runner has it. */
    async claim(id: Id<'job'>, { now, endsAt }: Lease): Promise<Job | null> {
      const free = or(eq(job.status, 'queued'), and(eq(job.status, 'running'), lte(job.leaseEndsAt, now)))
      const taken = await db
        .update(job)
        .set({ status: 'running', attempts: sql`${job.attempts} + 1`, leaseEndsAt: endsAt })
        .where(and(eq(job.id, id), free))
        .returning()
        .get()
      return taken ?? null
    },

    /** Renews an attempt's lease. False if another runner has the job. */
    async keep(seen: Job, { progress, leaseEndsAt }: Sign): Promise<boolean> {
      const kept = await db
        .update(job)
        .set({ leaseEndsAt, progress: sql`max(${job.progress}, ${progress})` })
        .where(asSeen(seen))
        .returning({ id: job.id })
        .all()
      return kept.length === 1
    },

    /** Returns a job to the queue. False if it changed since it was read. */
    async release(seen: Job, now: Date): Promise<boolean> {
      const released = await db
        .update(job)
        .set({ status: 'queued', leaseEndsAt: null, enqueuedAt: now })
        .where(asSeen(seen))
        .returning({ id: job.id })
        .all()
      return released.length === 1
    },

    /** Ends a job together with its final writes. False if it changed since it was read. */
    async close(seen: Job, { failure, at, writes }: End): Promise<boolean> {
      const end = failure ? ({ status: 'failed', failure } as const) : ({ status: 'done', progress: 1 } as const)
      const seenStill = db.select({ id: job.id }).from(job).where(asSeen(seen))
      const ended = db
        .update(job)
        .set({ ...end, leaseEndsAt: null, finishedAt: at })
        .where(eq(job.id, seen.id))
      return (await writeIf(db, [thereIs(seenStill)], [...writes, ended])) === 'written'
    },

    ...upkeepOf(db),
  }
}
export type Jobs = ReturnType<typeof jobsIn>
