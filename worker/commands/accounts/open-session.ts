import type { Id } from '#core/ids.ts'
import type { User } from '../../db/accounts.ts'
import { digest } from '../../security/digest.ts'
import { randomToken } from '../../security/random.ts'
import type { Client } from '../command.ts'
import type { Service } from '../../service.ts'

/** Stored in a browser's cookies or a program's memory. */
export type Tokens = { readonly accessToken: string; readonly refreshToken: string; readonly expiresIn: number }
export type SignedIn = { readonly user: User; readonly tokens: Tokens }

/** A refresh token of 256 random bits. Only its hash is stored. */
export const newRefreshToken = (): string => randomToken(32)

/** Creates a session for a user in a workspace; null if the user, password or membership changed since they were read. */
export async function openSession(
  service: Service,
  user: User,
  workspace: Id<'workspace'>,
  { device, place }: Client,
): Promise<SignedIn | null> {
  const { config, now, sessions, secrets } = service
  const createdAt = now()
  const id = service.newId<'session'>()
  const refreshToken = newRefreshToken()
  const expiresAt = new Date(createdAt.getTime() + config.session.refreshSeconds * 1000)
  const row = { id, workspaceId: workspace, createdAt, expiresAt, device, place, lastUsedAt: createdAt }
  const opened = await sessions.open(user, { ...row, tokenHash: digest(refreshToken) })
  if (!opened) return null
  const accessToken = await secrets.signAccess({ user: user.id, session: id, workspace })
  return { user, tokens: { accessToken, refreshToken, expiresIn: config.session.accessSeconds } }
}
