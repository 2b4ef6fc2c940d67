import { and, eq, lt } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { brokeUniqueness, type Database } from './database.ts'
import { user, workspace, type Preferences } from './schema.ts'

export type User = typeof user.$inferSelect

const hour = 3_600_000
const mostTouched = 10_000
/** When this isolate last wrote, or found written, that a workspace is in use. */
const touched = new Map<Id<'workspace'>, number>()

/** People, before it is known which workspace they act in. */
export const accountsIn = (db: Database) => ({
  /** Creates a person with a workspace of their own. False when the e-mail is taken. */
  async create(person: typeof user.$inferInsert): Promise<boolean> {
    const { workspaceId: id, createdAt } = person
    try {
      await db.batch([
        db.insert(workspace).values({ id, createdAt, lastActiveAt: createdAt }),
        db.insert(user).values(person),
      ])
      return true
    } catch (error) {
      if (brokeUniqueness(error)) return false
      throw error
    }
  },

  /** Makes a guest a member, with all they have. False when the e-mail is taken. */
  async promote(id: Id<'user'>, to: { email: string; name: string; passwordHash: string; at: Date }): Promise<boolean> {
    const { at, ...account } = to
    try {
      await db
        .update(user)
        .set({ ...account, kind: 'member', lastSignInAt: at })
        .where(and(eq(user.id, id), eq(user.kind, 'guest')))
      return true
    } catch (error) {
      if (brokeUniqueness(error)) return false
      throw error
    }
  },

  byEmail: (email: string): Promise<User | undefined> => db.select().from(user).where(eq(user.email, email)).get(),

  byId: (id: Id<'user'>): Promise<User | undefined> => db.select().from(user).where(eq(user.id, id)).get(),

  signedIn: (id: Id<'user'>, at: Date) => db.update(user).set({ lastSignInAt: at }).where(eq(user.id, id)),

  setPassword: (id: Id<'user'>, passwordHash: string) => db.update(user).set({ passwordHash }).where(eq(user.id, id)),

  setProfile: (id: Id<'user'>, profile: { name?: string; preferences?: Preferences }) =>
    db.update(user).set(profile).where(eq(user.id, id)),

  /** Remembers that a workspace is in use; written at most once an hour, and asked no oftener by one isolate. */
  async touch(id: Id<'workspace'>, now: Date): Promise<void> {
    const hourAgo = now.getTime() - hour
    if ((touched.get(id) ?? 0) > hourAgo) return
    await db
      .update(workspace)
      .set({ lastActiveAt: now })
      .where(and(eq(workspace.id, id), lt(workspace.lastActiveAt, new Date(hourAgo))))
    if (touched.size >= mostTouched) touched.clear()
    touched.set(id, now.getTime())
  },
})
export type Accounts = ReturnType<typeof accountsIn>
