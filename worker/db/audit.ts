import { and, asc, desc, eq, gt, gte, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { type AuditEntry, chain, type ChainEnd, chainStart, type Hash } from '#core/access/audit-chain.ts'
import { day } from '#core/table/time-units.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { user } from './schema/accounts.ts'
import { auditEvent, auditPolicy } from './schema/audit.ts'
import { writeIf } from './write-if.ts'

export type AuditEvent = typeof auditEvent.$inferSelect
type NewEvent = AuditEntry & Pick<AuditEvent, 'userId' | 'sessionId' | 'datasetId' | 'versionId'>
export type NamedEvent = AuditEvent & { readonly name: string | null }
export type Search = {
  readonly user?: string | undefined
  /** Part of a command, an object or an id. */
  readonly text?: string | undefined
  readonly since?: Date | undefined
  readonly until?: Date | undefined
  /** Events before this number. */
  readonly before?: number | undefined
}

/** Days that events are kept where nobody decided. */
const usualDays = 400
/** Other requests may append at the same moment; each time one of them is through. */
const attempts = 20

const searchIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const here = eq(auditEvent.workspaceId, workspaceId)
  const matches = ({ user: person, text, since, until, before }: Search): SQL | undefined => {
    const like = text === undefined ? undefined : `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    const isNamed = (column: SQL | typeof auditEvent.command | typeof auditEvent.object | typeof auditEvent.objectId) =>
      sql`${column} LIKE ${like} ESCAPE '\\'`
    return and(
      here,
      person === undefined ? undefined : eq(auditEvent.userId, person as Id<'user'>),
      like === undefined
        ? undefined
        : or(isNamed(auditEvent.command), isNamed(auditEvent.object), isNamed(auditEvent.objectId)),
      since && gte(auditEvent.at, since),
      until && lte(auditEvent.at, until),
      before === undefined ? undefined : lt(auditEvent.number, before),
    )
  }

  return {
    /** The newest events that match. */
    search: (asked: Search, most: number): Promise<NamedEvent[]> =>
      db
        .select({ event: auditEvent, name: user.name })
        .from(auditEvent)
        .leftJoin(user, eq(user.id, auditEvent.userId))
        .where(matches(asked))
        .orderBy(desc(auditEvent.number))
        .limit(most)
        .all()
        .then((rows) => rows.map(({ event, name }) => ({ ...event, name }))),
  }
}

const retentionIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const here = eq(auditEvent.workspaceId, workspaceId)
  return {
    /** Deletes the events before a moment, and remembers the last of them, so that the rest can be verified. */
    async forget(before: Date): Promise<number> {
      const last = await db
        .select({ number: auditEvent.number, hash: auditEvent.hash })
        .from(auditEvent)
        .where(and(here, lt(auditEvent.at, before)))
        .orderBy(desc(auditEvent.number))
        .limit(1)
        .get()
      if (!last) return 0
      const kept = { lastNumber: last.number, lastHash: last.hash }
      await writeIf(
        db,
        [],
        [
          db
            .insert(auditPolicy)
            .values({ workspaceId, keptDays: usualDays, ...kept })
            .onConflictDoUpdate({ target: auditPolicy.workspaceId, set: kept }),
          db.delete(auditEvent).where(and(here, lte(auditEvent.number, last.number))),
        ],
      )
      return last.number
    },
  }
}

/** The audit log of one workspace. */
export const auditIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const here = eq(auditEvent.workspaceId, workspaceId)
  const policy = () => db.select().from(auditPolicy).where(eq(auditPolicy.workspaceId, workspaceId)).get()

  /** Where the kept part of the chain begins. */
  async function start(): Promise<ChainEnd> {
    const known = await policy()
    return known ? { number: known.lastNumber, hash: known.lastHash } : chainStart
  }

  async function end(): Promise<ChainEnd> {
    const last = await db
      .select({ number: auditEvent.number, hash: auditEvent.hash })
      .from(auditEvent)
      .where(here)
      .orderBy(desc(auditEvent.number))
      .limit(1)
      .get()
    return last ?? start()
  }

  return {
    ...searchIn(db, workspaceId),
    ...retentionIn(db, workspaceId),
    start,

    /** Appends events to the chain, after whatever others append at the same time. False if it never came first. */
    async append(entries: readonly NewEvent[], hash: Hash): Promise<boolean> {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const rows = chain(await end(), entries, hash).map((row) => ({ ...row, workspaceId }))
        // D1 takes at most 100 values a statement: developers.cloudflare.com/d1/platform/limits
        const writes = rows.map((row) => db.insert(auditEvent).values(row))
        if ((await writeIf(db, [], writes)) === 'written') return true
      }
      return false
    },

    /** Events after a number, in order. */
    after: (number: number, most: number): Promise<AuditEvent[]> =>
      db
        .select()
        .from(auditEvent)
        .where(and(here, gt(auditEvent.number, number)))
        .orderBy(asc(auditEvent.number))
        .limit(most)
        .all(),

    keptDays: async (): Promise<number> => (await policy())?.keptDays ?? usualDays,

    keep: (keptDays: number) =>
      db
        .insert(auditPolicy)
        .values({ workspaceId, keptDays })
        .onConflictDoUpdate({ target: auditPolicy.workspaceId, set: { keptDays } }),
  }
}
export type Audit = ReturnType<typeof auditIn>

/** Workspaces that have events which are older than they keep them. */
export const crowdedAudits = (db: Database, now: Date): Promise<{ id: Id<'workspace'>; keptDays: number }[]> =>
  db
    .selectDistinct({
      id: auditEvent.workspaceId,
      keptDays: sql<number>`coalesce(${auditPolicy.keptDays}, ${usualDays})`,
    })
    .from(auditEvent)
    .leftJoin(auditPolicy, eq(auditPolicy.workspaceId, auditEvent.workspaceId))
    .where(sql`${auditEvent.at} < ${now.getTime()} - coalesce(${auditPolicy.keptDays}, ${usualDays}) * ${day}`)
    .limit(50)
    .all()
