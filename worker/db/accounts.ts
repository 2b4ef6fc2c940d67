import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import { createMemoryCache } from '#core/memory-cache.ts'
import type { Database } from './database.ts'
import { membership, session, user, type Preferences } from './schema/accounts.ts'
import { workspace } from './schema/workspaces.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

export type User = typeof user.$inferSelect
/** The data that turns a guest into a member. */
export type Account = {
  readonly email: string
  readonly name: string
  readonly passwordHash: string
  readonly accountType: User['accountType']
  readonly privacyVersion: string
}

/** What an account begins with. */
export const plainAccount = {
  accountType: 'individual',
  emailVerifiedAt: null,
  wantsCode: false,
  privacyVersion: null,
  deleteAt: null,
} as const satisfies Partial<User>

/** The user and session. */
type Promoted = { readonly id: Id<'user'>; readonly session: Id<'session'>; readonly at: Date }
/** Undefined fields stay unchanged. */
type ProfileChange = {
  readonly name?: string | undefined
  readonly preferences?: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined } | undefined
}

const hour = 3_600_000
const mostTouched = 10_000
/** When this isolate last recorded, or found recorded, that a workspace is in use. */
const touched = createMemoryCache<Id<'workspace'>, number>({ total: mostTouched })

const workspacesIn = (db: Database) => ({
  /** The workspace of a user's last session; null if they are a member of none. */
  async lastWorkspace(id: Id<'user'>): Promise<Id<'workspace'> | null> {
    const found = await db
      .select({ id: membership.workspaceId })
      .from(membership)
      .where(eq(membership.userId, id))
      .orderBy(desc(membership.lastUsedAt))
      .limit(1)
      .get()
    return found?.id ?? null
  },

  /** Records that a workspace is in use; writes at most once an hour, and reads at most once an hour per isolate. */
  async touch(id: Id<'workspace'>, now: Date): Promise<void> {
    const hourAgo = now.getTime() - hour
    if ((touched.get(id) ?? 0) > hourAgo) return
    await db
      .update(workspace)
      .set({ lastActiveAt: now })
      .where(and(eq(workspace.id, id), lt(workspace.lastActiveAt, new Date(hourAgo))))
    touched.set(id, now.getTime())
  },
})

const securityIn = (db: Database) => ({
  /** Records that mail to the address arrives, if it is still the account’s. */
  verifyEmail: (id: Id<'user'>, email: string, at: Date) =>
    db
      .update(user)
      .set({ emailVerifiedAt: at })
      .where(and(eq(user.id, id), eq(user.email, email))),

  /** Changes the address to one that was confirmed. `taken` if another account has it. */
  changeEmail: (id: Id<'user'>, email: string, at: Date): Promise<Written> =>
    writeIf(db, [], [db.update(user).set({ email, emailVerifiedAt: at }).where(eq(user.id, id))]),

  wantCode: (id: Id<'user'>, wantsCode: boolean): Promise<User | undefined> =>
    db.update(user).set({ wantsCode }).where(eq(user.id, id)).returning().get(),

  scheduleDeletion: (id: Id<'user'>, deleteAt: Date) => db.update(user).set({ deleteAt }).where(eq(user.id, id)),
})

/** Users, before their workspace is known. */
export const accountsIn = (db: Database) => ({
  /** Creates a user as the owner of a new workspace. `taken` if the e-mail exists. */
  create(person: typeof user.$inferInsert, id: Id<'workspace'>): Promise<Written> {
    const { id: userId, createdAt } = person
    const owner = { userId, workspaceId: id, role: 'owner', createdAt, lastUsedAt: createdAt } as const
    return writeIf(
      db,
      [],
      [
        db.insert(workspace).values({ id, createdAt, lastActiveAt: createdAt }),
        db.insert(user).values(person),
        db.insert(membership).values(owner),
      ],
    )
  },

  /** Turns a guest into a member. `taken` if the e-mail exists; `unmet` if user or session is no longer a guest's. */
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

  /** Records a sign-in, which keeps an account that was to be deleted. */
  signedIn: (id: Id<'user'>, at: Date) =>
    db.update(user).set({ lastSignInAt: at, deleteAt: null }).where(eq(user.id, id)),

  /** Changes the given fields only, so that concurrent changes of different fields both last. */
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

  ...workspacesIn(db),
  ...securityIn(db),
})
export type Accounts = ReturnType<typeof accountsIn>
