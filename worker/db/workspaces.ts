import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { MemberRole } from '#core/access/member-role.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { membership, refreshToken, session } from './schema/accounts.ts'
import { organisation } from './schema/organisations.ts'
import { workspace } from './schema/workspaces.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

/** A workspace of a person, and what they are to it. */
export type OwnWorkspace = {
  readonly id: Id<'workspace'>
  readonly name: string
  readonly organisation: string | null
  readonly role: MemberRole
}
type NewWorkspace = {
  readonly id: Id<'workspace'>
  readonly name: string
  readonly organisationId: Id<'organisation'>
  readonly owner: Id<'user'>
  readonly at: Date
}
type Switch = { readonly session: Id<'session'>; readonly user: Id<'user'>; readonly to: string; readonly at: Date }

const organisationsIn = (db: Database) => ({
  rename: (id: Id<'workspace'>, name: string) => db.update(workspace).set({ name }).where(eq(workspace.id, id)),

  renameOrganisation: (id: Id<'organisation'>, name: string) =>
    db.update(organisation).set({ name }).where(eq(organisation.id, id)),

  /** Founds the organisation of a workspace that has none. False if it has one. */
  found: async (id: Id<'workspace'>, row: typeof organisation.$inferInsert): Promise<boolean> =>
    (await writeIf(
      db,
      [
        thereIs(
          db
            .select({ id: workspace.id })
            .from(workspace)
            .where(and(eq(workspace.id, id), isNull(workspace.organisationId))),
        ),
      ],
      [
        db.insert(organisation).values(row),
        db.update(workspace).set({ organisationId: row.id }).where(eq(workspace.id, id)),
      ],
    )) === 'written',
})

/** Workspaces and their organisations, across what one person is a member of. */
export const workspacesIn = (db: Database) => ({
  ...organisationsIn(db),

  /** The workspaces of a person, by name. */
  of: (user: Id<'user'>): Promise<OwnWorkspace[]> =>
    db
      .select({ id: workspace.id, name: workspace.name, organisation: organisation.name, role: membership.role })
      .from(membership)
      .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
      .leftJoin(organisation, eq(organisation.id, workspace.organisationId))
      .where(eq(membership.userId, user))
      .orderBy(asc(sql`lower(${workspace.name})`))
      .limit(100)
      .all(),

  /**
   * Does somebody own a workspace with others in it, whom nobody else would own? Whoever is about to be deleted owns
   * nothing that lasts.
   */
  async isNeeded(user: Id<'user'>): Promise<boolean> {
    const found = await db.get<{ readonly needed: number }>(sql`
      SELECT EXISTS (
        SELECT 1 FROM membership AS own WHERE own.user_id = ${user} AND own.role = 'owner'
          AND EXISTS (SELECT 1 FROM membership AS other
            WHERE other.workspace_id = own.workspace_id AND other.user_id <> own.user_id)
          AND NOT EXISTS (SELECT 1 FROM membership AS other JOIN user ON user.id = other.user_id
            WHERE other.workspace_id = own.workspace_id AND other.user_id <> own.user_id
              AND other.role = 'owner' AND user.delete_at IS NULL)
      ) AS needed`)
    return found.needed === 1
  },

  find: (id: Id<'workspace'>) =>
    db
      .select({
        id: workspace.id,
        name: workspace.name,
        organisationId: workspace.organisationId,
        organisation: organisation.name,
      })
      .from(workspace)
      .leftJoin(organisation, eq(organisation.id, workspace.organisationId))
      .where(eq(workspace.id, id))
      .get(),

  /** Makes another workspace of an organisation. */
  add: ({ id, name, organisationId, owner, at }: NewWorkspace): Promise<Written> =>
    writeIf(
      db,
      [],
      [
        db.insert(workspace).values({ id, name, organisationId, createdAt: at, lastActiveAt: at }),
        db.insert(membership).values({ userId: owner, workspaceId: id, role: 'owner', createdAt: at, lastUsedAt: at }),
      ],
    ),

  /** Moves a session to another workspace of its person. False if they are no member of it. */
  async switch({ session: id, user, to, at }: Switch): Promise<boolean> {
    const workspaceId = to as Id<'workspace'>
    const isMember = and(eq(membership.userId, user), eq(membership.workspaceId, workspaceId))
    const written = await writeIf(
      db,
      [thereIs(db.select({ id: membership.userId }).from(membership).where(isMember))],
      [
        db.update(session).set({ workspaceId }).where(eq(session.id, id)),
        db.update(refreshToken).set({ workspaceId }).where(eq(refreshToken.sessionId, id)),
        db.update(membership).set({ lastUsedAt: at }).where(isMember),
      ],
    )
    return written === 'written'
  },
})
export type Workspaces = ReturnType<typeof workspacesIn>
