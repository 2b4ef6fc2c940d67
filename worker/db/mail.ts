import { and, desc, eq, lt, lte, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { insertJob, type NewJob } from './jobs.ts'
import { mail } from './schema/mail.ts'

export type Mail = typeof mail.$inferSelect
type NewMail = Pick<Mail, 'id' | 'to' | 'subject' | 'text' | 'html' | 'createdAt'>
type Failed = { readonly failure: string; readonly nextAt: Date | null }

const atOnce = 20
const shown = 100

/** Mail to people, and what became of it. */
export const mailIn = (db: Database) => ({
  /** Adds mail together with the job that sends it. */
  add: (row: NewMail, work: NewJob) =>
    db.batch([db.insert(mail).values({ ...row, status: 'queued', nextAt: row.createdAt }), insertJob(db, null, work)]),

  /** Takes mail that is due, so that no other job sends it before the lease ends. */
  async take(now: Date, leaseEndsAt: Date): Promise<Mail[]> {
    const due = and(eq(mail.status, 'queued'), lte(mail.nextAt, now))
    const first = db.select({ id: mail.id }).from(mail).where(due).orderBy(mail.nextAt).limit(atOnce)
    return db
      .update(mail)
      .set({ nextAt: leaseEndsAt, attempts: sql`${mail.attempts} + 1` })
      .where(and(due, sql`${mail.id} IN ${first}`))
      .returning()
      .all()
  },

  /** Records that a provider took it, and forgets its words unless this machine shows them. */
  sent: (id: Id<'mail'>, keepsWords: boolean) =>
    db
      .update(mail)
      .set({ status: 'sent', failure: null, ...(keepsWords ? {} : { text: '', html: '' }) })
      .where(eq(mail.id, id)),

  /** Records a failed attempt; without a next one, the mail has failed for good. */
  failed: (id: Id<'mail'>, { failure, nextAt }: Failed) =>
    db
      .update(mail)
      .set(nextAt ? { failure, nextAt } : { failure, status: 'failed', text: '', html: '' })
      .where(eq(mail.id, id)),

  /** The newest mail first, for the page of this machine. */
  newest: (): Promise<Mail[]> => db.select().from(mail).orderBy(desc(mail.createdAt)).limit(shown).all(),

  forget: (createdBefore: Date) => db.delete(mail).where(lt(mail.createdAt, createdBefore)),
})
export type MailStore = ReturnType<typeof mailIn>
