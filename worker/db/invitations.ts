import { and, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Id } from '#core/ids.ts'
import type { Database } from './database.ts'
import { membership, user } from './schema/accounts.ts'
import { groupMember } from './schema/groups.ts'
import { invitation } from './schema/invitations.ts'
import { workspace } from './schema/workspaces.ts'
import { thereIs, writeIf, type Written } from './write-if.ts'

export type Invitation = typeof invitation.$inferSelect

/** Invitations to one workspace. */
export const invitationsIn = (db: Database, workspaceId: Id<'workspace'>) => ({
  /** Those that are not revoked, the last made first. */
  all: (): Promise<Invitation[]> =>
    db
      .select()
      .from(invitation)
      .where(and(eq(invitation.workspaceId, workspaceId), isNull(invitation.revokedAt)))
      .orderBy(desc(invitation.createdAt))
      .limit(500)
      .all(),

  add: (row: Omit<typeof invitation.$inferInsert, 'workspaceId'>) =>
    db.insert(invitation).values({ ...row, workspaceId }),

  /** The invitation as it was, if it was there and not revoked yet. */
  revoke: (id: string, now: Date): Promise<Invitation | undefined> =>
    db
      .update(invitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitation.workspaceId, workspaceId),
          eq(invitation.id, id as Id<'invitation'>),
          isNull(invitation.revokedAt),
        ),
      )
      .returning()
      .get(),
})

type Joining = { readonly invited: Invitation; readonly userId: Id<'user'>; readonly at: Date }

/** Invitations, before their workspace is known. */
export const openInvitationsIn = (db: Database) => ({
  /** The invitation of a token, valid or not, with the names of its workspace and of who made it. */
  find: (tokenHash: string) =>
    db
      .select({ invitation, workspace: workspace.name, by: user.name })
      .from(invitation)
      .innerJoin(workspace, eq(workspace.id, invitation.workspaceId))
      .leftJoin(user, eq(user.id, invitation.createdBy))
      .where(eq(invitation.tokenHash, tokenHash))
      .get(),

  /** Makes somebody a member. `unmet` if the invitation is no longer valid; `taken` if they are a member already. */
  accept({ invited, userId, at }: Joining): Promise<Written> {
    const { id, workspaceId, role, groups } = invited
    const isValid = and(
      eq(invitation.id, id),
      isNull(invitation.revokedAt),
      gt(invitation.expiresAt, at),
      lt(invitation.uses, invitation.maxUses),
    )
    return writeIf(
      db,
      [thereIs(db.select({ id: invitation.id }).from(invitation).where(isValid))],
      [
        db
          .update(invitation)
          .set({ uses: sql`${invitation.uses} + 1` })
          .where(isValid),
        db.insert(membership).values({ userId, workspaceId, role, createdAt: at, lastUsedAt: at }),
        ...groups.map((groupId) =>
          db.insert(groupMember).select(sql`
          SELECT workspace_id, id, ${userId} FROM member_group WHERE id = ${groupId} AND workspace_id = ${workspaceId}`),
        ),
      ],
    )
  },
})
export type OpenInvitations = ReturnType<typeof openInvitationsIn>
