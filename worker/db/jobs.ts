import { and, eq, inArray, lte, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { datasetVersion, job, type StoredFailure } from './schema.ts'
import { thereIs, writeIf } from './write-if.ts'

export type Job = typeof job.$inferSelect
type Lease = { readonly now: Date; readonly endsAt: Date }

/** The jobs of one workspace. */
export const jobsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isMine = (id: Id<'job'>) => and(eq(job.workspaceId, workspaceId), eq(job.id, id))
  /** The job as it was seen; one that was given to another since is another attempt. */
  const asSeen = ({ id, status, attempts }: Job) => and(isMine(id), eq(job.status, status), eq(job.attempts, attempts))
  const unfinished = (id: Id<'version'>) =>
    and(
      eq(datasetVersion.workspaceId, workspaceId),
      eq(datasetVersion.id, id),
      inArray(datasetVersion.status, ['pending', 'processing']),
    )
  return {
    /** Takes a job to run it: one that waits, or one whose runner has gone silent. Null when another has it. */
    async claim(id: Id<'job'>, { now, endsAt }: Lease): Promise<Job | null> {
      const free = or(eq(job.status, 'queued'), and(eq(job.status, 'running'), lte(job.leaseEndsAt, now)))
      const taken = await db
        .update(job)
        .set({ status: 'running', attempts: sql`${job.attempts} + 1`, leaseEndsAt: endsAt })
        .where(and(isMine(id), free))
        .returning()
        .get()
      return taken ?? null
    },

    /** Says that the runner of an attempt is alive. False when the job has been given to another. */
    async keep(seen: Job, endsAt: Date): Promise<boolean> {
      const kept = await db.update(job).set({ leaseEndsAt: endsAt }).where(asSeen(seen)).returning({ id: job.id }).all()
      return kept.length === 1
    },

    /** Puts a job back, to be tried again. False when it has gone on since it was seen. */
    async release(seen: Job, now: Date): Promise<boolean> {
      const released = await db
        .update(job)
        .set({ status: 'queued', leaseEndsAt: null, enqueuedAt: now })
        .where(asSeen(seen))
        .returning({ id: job.id })
        .all()
      return released.length === 1
    },

    /** Ends a job, and with a failure its version, unless that is ready. False when it has gone on since it was seen. */
    async close(seen: Job, failure: StoredFailure | null, now: Date): Promise<boolean> {
      const status = failure ? 'failed' : 'done'
      const seenStill = db.select({ id: job.id }).from(job).where(asSeen(seen))
      const ended = db.update(job).set({ status, leaseEndsAt: null, finishedAt: now }).where(isMine(seen.id))
      const failed = db
        .update(datasetVersion)
        .set({ status: 'failed', failure, processedAt: now })
        .where(unfinished(seen.versionId))
      const written = await writeIf(db, [thereIs(seenStill)], failure ? [failed, ended] : [ended])
      return written === 'written'
    },
  }
}
