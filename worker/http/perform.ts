import type { Context } from 'hono'
import type { z } from 'zod'
import type { Result } from '#core/result.ts'
import { newTrail } from '../data/trail.ts'
import type { Access, Command } from '../commands/command.ts'
import { addressOf } from './address-of.ts'
import type { AppEnv } from './app-env.ts'
import { refusalOf, refusalOn } from './refusal.ts'

/** Runs a command for the caller of a request, if its policy allows it. */
export async function perform<Who extends Access, Schema extends z.ZodType, Output>(
  c: Context<AppEnv>,
  command: Command<Who, Schema, Output>,
  input: z.output<Schema>,
): Promise<Result<Output>> {
  const { service, caller, principal, standing } = c.var
  const refusal = refusalOf(command, caller, standing)
  if (refusal) return { ok: false, error: refusal }
  const { raw } = c.req
  const visitor = {
    ...service,
    caller,
    principal,
    signal: raw.signal,
    address: addressOf(raw.headers, service.config),
    trail: newTrail(),
  }
  const session = caller && standing ? { standing, store: service.storeOf(caller.workspace, standing) } : null
  const refusalHere = session && (await refusalOn(command, { ...session, input }))
  if (refusalHere) return { ok: false, error: refusalHere }
  const deps = { ...visitor, ...session }
  // `refusalOf` has checked the caller against the command's access, which the type cannot express.
  return command.run(deps as Parameters<typeof command.run>[0], input)
}
