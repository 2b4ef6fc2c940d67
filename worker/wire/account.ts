import { z } from '@hono/zod-openapi'
import type { User } from '../db/accounts.ts'

export const preferences = z.object({ theme: z.enum(['system', 'light', 'dark']), notifications: z.boolean() })

const tokens = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Seconds until the access token expires. */
  expiresIn: z.number(),
})

/** The signed-in user. */
export const wireAccount = z
  .object({
    id: z.string(),
    kind: z.enum(['guest', 'member']),
    email: z.string().nullable(),
    name: z.string(),
    preferences,
    lastSignInAt: z.string().nullable(),
    accountType: z.enum(['individual', 'business']),
    emailVerified: z.boolean(),
    /** Only for programs that ask for them; browsers use cookies. */
    tokens: tokens.optional(),
  })
  .openapi('Account')
export type WireAccount = z.infer<typeof wireAccount>

export const toWireAccount = ({
  id,
  kind,
  email,
  name,
  preferences,
  lastSignInAt,
  accountType,
  emailVerifiedAt,
}: User): WireAccount => ({
  id,
  kind,
  email,
  name,
  preferences,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
  accountType,
  emailVerified: emailVerifiedAt !== null,
})
