import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ok, type Result } from '#core/result.ts'
import type { Tokens } from '../commands/accounts/open-session.ts'
import type { User } from '../db/accounts.ts'
import { toWireAccount, type WireAccount } from '../wire/account.ts'
import type { AppEnv } from './app-env.ts'
import { setSession } from './session-cookies.ts'

/** Programs ask for tokens in the response; browsers get HttpOnly cookies. */
export const keep = z.enum(['cookie', 'bearer']).default('cookie')
type Keep = z.infer<typeof keep>

type Opened = { readonly user: User; readonly tokens: Tokens | null }

/** Returns the tokens as requested; none if the existing session continues. */
export function handOver(c: Context<AppEnv>, how: Keep, opened: Result<Opened>): Result<WireAccount> {
  if (!opened.ok) return opened
  const { user, tokens } = opened.value
  if (!tokens) return ok(toWireAccount(user))
  if (how === 'bearer') return ok({ ...toWireAccount(user), tokens })
  setSession(c, tokens)
  return ok(toWireAccount(user))
}
