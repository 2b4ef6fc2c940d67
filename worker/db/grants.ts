import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { GrantedRole } from '#core/access/standing.ts'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { user } from './schema/accounts.ts'
import { accessGrant } from './schema/grants.ts'
import { memberGroup } from './schema/groups.ts'

/** What a grant is about, and whose it is. */
export type GrantObject = { readonly kind: 'project' | 'dataset'; readonly id: string }
export type GrantHolder = { readonly kind: 'user' | 'group'; readonly id: string }
/** A grant with the name of its holder. */
export type NamedGrant = { readonly holder: GrantHolder; readonly name: string; readonly role: GrantedRole }
type NewGrant = {
  readonly object: GrantObject
  readonly holder: GrantHolder
  readonly role: GrantedRole
  readonly by: Id<'user'>
  readonly at: Date
}

const keyOf = (object: GrantObject, holder: GrantHolder): string =>
  [object.kind, object.id, holder.kind, holder.id].join(':')

/** Roles of people and groups on projects and datasets of one workspace. */
export const grantsIn = (db: Database, workspaceId: Id<'workspace'>) => {
  const isOf = ({ kind, id }: GrantObject): SQL | undefined =>
    and(
      eq(accessGrant.workspaceId, workspaceId),
      eq(kind === 'project' ? accessGrant.projectId : accessGrant.datasetId, id as Id<'project'> & Id<'dataset'>),
    )
  return {
    async of(object: GrantObject): Promise<NamedGrant[]> {
      const rows = await db
        .select({
          user: accessGrant.userId,
          group: accessGrant.groupId,
          role: accessGrant.role,
          name: sql<string>`coalesce(${user.name}, ${memberGroup.name}, '')`,
        })
        .from(accessGrant)
        .leftJoin(user, eq(user.id, accessGrant.userId))
        .leftJoin(memberGroup, eq(memberGroup.id, accessGrant.groupId))
        .where(isOf(object))
        .limit(500)
        .all()
      return rows.map(({ user: person, group, role, name }) => ({
        holder: person === null ? { kind: 'group', id: group ?? '' } : { kind: 'user', id: person },
        role,
        name,
      }))
    },

    /** Gives a role, instead of the one given before. False if the holder is not of this workspace. */
    async put({ object, holder, role, by, at }: NewGrant): Promise<boolean> {
      const isHere =
        holder.kind === 'user'
          ? sql`EXISTS (SELECT 1 FROM membership WHERE user_id = ${holder.id} AND workspace_id = ${workspaceId})`
          : sql`EXISTS (SELECT 1 FROM member_group WHERE id = ${holder.id} AND workspace_id = ${workspaceId})`
      const isThere =
        object.kind === 'project'
          ? sql`EXISTS (SELECT 1 FROM project WHERE id = ${object.id} AND workspace_id = ${workspaceId})`
          : sql`EXISTS (SELECT 1 FROM dataset WHERE id = ${object.id} AND workspace_id = ${workspaceId})`
      const only = <Kind>(kind: Kind, of: Kind, id: string): string | null => (kind === of ? id : null)
      const written = await db.run(sql`
        INSERT INTO access_grant (key, workspace_id, project_id, dataset_id, user_id, group_id, role, created_by, created_at)
        SELECT ${keyOf(object, holder)}, ${workspaceId}, ${only(object.kind, 'project', object.id)},
          ${only(object.kind, 'dataset', object.id)}, ${only(holder.kind, 'user', holder.id)},
          ${only(holder.kind, 'group', holder.id)}, ${role}, ${by}, ${at.getTime()} WHERE ${isHere} AND ${isThere}
        ON CONFLICT (key) DO UPDATE SET role = excluded.role, created_by = excluded.created_by, created_at = excluded.created_at`)
      return written.meta.changes > 0
    },

    /** False if there was none. */
    remove: async (object: GrantObject, holder: GrantHolder): Promise<boolean> =>
      (
        await db
          .delete(accessGrant)
          .where(and(eq(accessGrant.workspaceId, workspaceId), eq(accessGrant.key, keyOf(object, holder))))
          .returning({ key: accessGrant.key })
      ).length === 1,

    /** Gives on a dataset what is given on another. */
    copy: (from: Id<'dataset'>, to: Id<'dataset'>) =>
      db.run(sql`
        INSERT INTO access_grant (key, workspace_id, dataset_id, user_id, group_id, role, created_by, created_at)
        SELECT replace(key, ${from}, ${to}), workspace_id, ${to}, user_id, group_id, role, created_by, created_at
        FROM access_grant WHERE workspace_id = ${workspaceId} AND dataset_id = ${from}`),
  }
}
