import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { PrincipalGroup } from '#core/access/principal.ts'
import type { Grant } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { User } from './accounts.ts'
import type { Database } from './database.ts'
import { membership, session, user } from './schema/accounts.ts'

/** Columns of an ended session. */
export const ended = { id: session.id, workspace: session.workspaceId }

/** JSON that SQLite wrote of our own rows. */
const parsed = <Value>(text: string): Value => JSON.parse(text) as Value

/** What a member is to a workspace, of rows that join `user` and `membership`. */
export const memberFields = {
  user: user.id,
  workspace: membership.workspaceId,
  kind: user.kind,
  role: membership.role,
  email: user.email,
  attributes: membership.attributes,
  grants: sql<string>`(SELECT json_group_array(json_object(
    'object', CASE WHEN g.project_id IS NULL THEN 'dataset' ELSE 'project' END, 'id', coalesce(g.project_id, g.dataset_id), 'role', g.role))
    FROM access_grant g WHERE g.workspace_id = ${membership.workspaceId} AND (g.user_id = ${membership.userId} OR g.group_id IN (
      SELECT m.group_id FROM group_member m WHERE m.user_id = ${membership.userId} AND m.workspace_id = ${membership.workspaceId})))`.mapWith(
    parsed<readonly Grant[]>,
  ),
  groups: sql<string>`(SELECT json_group_array(json_object('id', g.id, 'name', g.name)) FROM member_group g
    JOIN group_member m ON m.group_id = g.id WHERE m.user_id = ${membership.userId} AND g.workspace_id = ${membership.workspaceId})`.mapWith(
    parsed<readonly PrincipalGroup[]>,
  ),
}

/** The user of a valid session, with their current role in its workspace. */
export const holderOf = (db: Database, id: Id<'session'>, now: Date) =>
  db
    .select({ ...memberFields, session: session.id })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .innerJoin(membership, and(eq(membership.userId, session.userId), eq(membership.workspaceId, session.workspaceId)))
    .where(and(eq(session.id, id), isNull(session.revokedAt), gt(session.expiresAt, now), eq(user.isActive, true)))

/** Condition: the user is active and has the same password as when it was read. */
export const unchanged = (db: Database, { id, passwordHash }: User) =>
  db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.id, id), eq(user.isActive, true), sql`${user.passwordHash} IS ${passwordHash}`))

/** Ends matching open sessions and returns them. */
export const revoke = (db: Database, rule: SQL | undefined, now: Date) =>
  db
    .update(session)
    .set({ revokedAt: now })
    .where(and(rule, isNull(session.revokedAt)))
    .returning(ended)
