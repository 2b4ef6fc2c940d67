import { and, eq, lte, or, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { job } from './schema.ts'

export type Job = typeof job.$inferSelect
type Lease = { readonly now: Date; readonly endsAt: Date }

/** The jobs of one workspace. */
export const jobsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isMine = (id: Id<'job'>) => and(eq(job.workspaceId, workspaceId), eq(job.id, id))
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
    async keep({ id, attempts }: Job, endsAt: Date): Promise<boolean> {
      const kept = await db
        .update(job)
        .set({ leaseEndsAt: endsAt })
        .where(and(isMine(id), eq(job.status, 'running'), eq(job.attempts, attempts)))
        .returning({ id: job.id })
        .all()
      return kept.length === 1
    },

    /** Puts a job back, to be tried again. */
    release: (id: Id<'job'>, now: Date) =>
      db.update(job).set({ status: 'queued', leaseEndsAt: null, enqueuedAt: now }).where(isMine(id)),

    close: (id: Id<'job'>, status: 'done' | 'failed', now: Date) =>
      db.update(job).set({ status, leaseEndsAt: null, finishedAt: now }).where(isMine(id)),
  }
}
