import { z } from '@hono/zod-openapi'
import { tokenScopes } from '#core/access/token-scope.ts'
import type { Device } from '../db/devices.ts'
import type { PersonalToken } from '../db/personal-tokens.ts'
import type { OpenSession } from '../db/sessions.ts'

export const wireSession = z.object({
  id: z.string(),
  /** As `Chrome on Windows`; null for a session of an older version. */
  device: z.string().nullable(),
  place: z.string().nullable(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  isThis: z.boolean(),
})

export const toWireSession = (
  { id, device, place, createdAt, lastUsedAt }: OpenSession,
  mine: string,
): z.infer<typeof wireSession> => ({
  id,
  device,
  place,
  createdAt: createdAt.toISOString(),
  lastUsedAt: (lastUsedAt ?? createdAt).toISOString(),
  isThis: id === mine,
})

export const wireDevice = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string(),
  expiresAt: z.string(),
})

export const toWireDevice = ({ id, name, createdAt, lastUsedAt, expiresAt }: Device): z.infer<typeof wireDevice> => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})

export const wireToken = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  createdAt: z.string(),
  expiresAt: z.string(),
  lastUsedAt: z.string().nullable(),
})

export const toWireToken = (token: PersonalToken): z.infer<typeof wireToken> => ({
  id: token.id,
  name: token.name,
  scope: token.scope,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt.toISOString(),
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
})

/** A step that waits for a code. */
export const wireStep = z.object({ challenge: z.string(), sentTo: z.string().nullable() }).openapi('Step')
export const wireSecurity = z.object({
  sendsMail: z.boolean(),
  wantsCode: z.boolean(),
  hasApp: z.boolean(),
  recoveryCodes: z.number(),
})
