import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { session, user, workspace, type Preferences } from './schema.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

export type User = typeof user.$inferSelect
/** What a guest becomes a member by. */
export type Account = { readonly email: string; readonly name: string; readonly passwordHash: string }
/** Who, and in which session. */
type Promoted = { readonly id: Id<'user'>; readonly session: Id<'session'>; readonly at: Date }
/** What is undefined stays as it is. */
type ProfileChange = {
  readonly name?: string | undefined
  readonly preferences?: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined } | undefined
}

const hour = 3_600_000
const mostTouched = 10_000
/** When this isolate last wrote, or found written, that a workspace is in use. */
const touched = new Map<Id<'workspace'>, number>()

/** People, before it is known which workspace they act in. */
export const accountsIn = (db: Database) => ({
  /** Creates a person with a workspace of their own. `taken` when the e-mail is. */
  create(person: typeof user.$inferInsert): Promise<Written> {
    const { workspaceId: id, createdAt } = person
    return writeIf(
      db,
      [],
      [db.insert(workspace).values({ id, createdAt, lastActiveAt: createdAt }), db.insert(user).values(person)],
    )
  },

  /** Makes a guest a member, with all they have. `taken` when the e-mail is, `unmet` when they or their session are no guest’s any more. */
  promote({ id, session: by, at }: Promoted, account: Account): Promise<Written> {
    const isGuest = and(eq(user.id, id), eq(user.kind, 'guest'))
    const isHere = and(eq(session.id, by), isNull(session.revokedAt))
    return writeIf(
      db,
      [
        thereIs(db.select({ id: user.id }).from(user).where(isGuest)),
        thereIs(db.select({ id: session.id }).from(session).where(isHere)),
      ],
      [
        db
          .update(user)
          .set({ ...account, kind: 'member', lastSignInAt: at })
          .where(isGuest),
      ],
    )
  },

  byEmail: (email: string): Promise<User | undefined> => db.select().from(user).where(eq(user.email, email)).get(),

  byId: (id: Id<'user'>): Promise<User | undefined> => db.select().from(user).where(eq(user.id, id)).get(),

  signedIn: (id: Id<'user'>, at: Date) => db.update(user).set({ lastSignInAt: at }).where(eq(user.id, id)),

  /** Changes what is given and leaves the rest, so that two changes at once both last. */
  changeProfile: (id: Id<'user'>, { name, preferences = {} }: ProfileChange): Promise<User | undefined> =>
    db
      .update(user)
      .set({
        name: name ?? sql`${user.name}`,
        preferences: sql`json_patch(${user.preferences}, ${JSON.stringify(preferences)})`,
      })
      .where(eq(user.id, id))
      .returning()
      .get(),

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
