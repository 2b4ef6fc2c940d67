import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { asId, type Id } from '#core/ids.ts'
import type { Env } from '../env.ts'

/** The subject of an access token. */
export type TokenClaims = {
  readonly user: Id<'user'>
  readonly session: Id<'session'>
  readonly workspace: Id<'workspace'>
}

const issuer = 'edgewise'
const claims = z.object({ sub: z.string(), sid: z.string(), wid: z.string() })

/** The signing key of sessions. Throws if the secret is missing or too short. */
export function sessionKey(env: Pick<Env, 'SESSION_SECRET'>): Uint8Array {
  if ((env.SESSION_SECRET ?? '').length < 32) throw new Error('SESSION_SECRET must be set, to at least 32 characters')
  return new TextEncoder().encode(env.SESSION_SECRET)
}

type Lifetime = { readonly now: Date; readonly seconds: number }

export function signAccessToken(key: Uint8Array, who: TokenClaims, { now, seconds }: Lifetime): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: who.session, wid: who.workspace })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(who.user)
    .setIssuer(issuer)
    .setAudience(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + seconds)
    .sign(key)
}

/** Verifies a token; null if it is forged, expired or unreadable. */
export async function readAccessToken(key: Uint8Array, token: string, now: Date): Promise<TokenClaims | null> {
  const verified = await jwtVerify(token, key, {
    algorithms: ['HS256'],
    issuer,
    audience: issuer,
    currentDate: now,
  }).catch(() => null)
  const read = claims.safeParse(verified?.payload)
  if (!read.success) return null
  return { user: asId(read.data.sub), session: asId(read.data.sid), workspace: asId(read.data.wid) }
}
