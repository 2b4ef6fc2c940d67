import { and, eq, inArray, isNull, lte, notExists, notInArray } from 'drizzle-orm'
import { insertJob, type NewJob } from './jobs.ts'
import type { Database } from './database.ts'
import { job, schedule } from './schema/jobs.ts'
import { thereIs, writeIf } from './write-if.ts'

export type Schedule = typeof schedule.$inferSelect

const atOnce = 50

/** Schedules of all workspaces, for the scheduled handler. Never used by a request. */
export const schedulesIn = (db: Database) => ({
  /** Replaces the installation's schedules; existing ones keep their next due time. */
  replaceStanding: (rows: readonly Schedule[]) =>
    writeIf(
      db,
      [],
      [
        db.delete(schedule).where(
          and(
            isNull(schedule.workspaceId),
            notInArray(
              schedule.id,
              rows.map(({ id }) => id),
            ),
          ),
        ),
        ...rows.map((row) => {
          const { kind, input, everyMinutes } = row
          return db
            .insert(schedule)
            .values(row)
            .onConflictDoUpdate({ target: schedule.id, set: { kind, input, everyMinutes } })
        }),
      ],
    ),

  due: (now: Date): Promise<Schedule[]> =>
    db.select().from(schedule).where(lte(schedule.nextAt, now)).orderBy(schedule.nextAt).limit(atOnce).all(),

  /** Adds the job of a due schedule once. False if another handler did, or while its last job is unfinished. */
  async start(seen: Schedule, work: NewJob, nextAt: Date): Promise<boolean> {
    const unfinished = db
      .select({ id: job.id })
      .from(job)
      .where(and(eq(job.scheduleId, seen.id), inArray(job.status, ['queued', 'running'])))
    const seenStill = db
      .select({ id: schedule.id })
      .from(schedule)
      .where(and(eq(schedule.id, seen.id), eq(schedule.nextAt, seen.nextAt), notExists(unfinished)))
    const written = await writeIf(
      db,
      [thereIs(seenStill)],
      [
        db.update(schedule).set({ nextAt }).where(eq(schedule.id, seen.id)),
        insertJob(db, seen.workspaceId, work, seen.id),
      ],
    )
    return written === 'written'
  },
})
export type Schedules = ReturnType<typeof schedulesIn>
