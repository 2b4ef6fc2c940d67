import { and, eq, lte, or } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { job } from './schema.ts'

const atOnce = 50

/** The jobs of all workspaces, for the service to look after. No request of a person reaches this. */
export const stuckJobsIn = (db: Database) => ({
  /** Jobs whose runner has gone silent, or whose message seems lost. */
  find: (now: Date, enqueuedBefore: Date) =>
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

  /** When the first of the jobs now running would be taken for dead; null when none runs. */
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

  byId: (id: Id<'job'>) => db.select().from(job).where(eq(job.id, id)).get(),
})
export type StuckJobs = ReturnType<typeof stuckJobsIn>
