import type { Context } from 'hono'
import type { z } from 'zod'
import type { Result } from '#core/result.ts'
import { type Done, record } from '../data/audit-log.ts'
import { newTrail } from '../data/trail.ts'
import type { Access, Command, SomeCommand } from '../commands/command.ts'
import { nameOf } from '../commands/name-of.ts'
import { objectOf } from '../commands/object-of.ts'
import { addressOf } from './address-of.ts'
import { clientOf } from './client-of.ts'
import type { AppEnv } from './app-env.ts'
import { refusalOf, refusalOn } from './refusal.ts'

type Outcome = Pick<Done, 'result' | 'caller' | 'address' | 'trail'> & { readonly input: unknown }

/** What the audit log is told of a command. */
function doneBy(command: SomeCommand, { input, ...outcome }: Outcome): Done {
  const { effect, handsOutFile = false, needs } = command
  const named = objectOf(command, input)
  const object = { kind: named?.kind ?? needs?.object ?? 'account', id: named?.id ?? null }
  return { ...outcome, command: nameOf(command), effect, handsOutFile, object }
}

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
    client: clientOf(raw, service.config),
    origin: service.config.publicOrigin ?? new URL(raw.url).origin,
  }
  const session = caller && standing ? { standing, store: service.storeOf(caller.workspace, standing) } : null
  const refusalHere = session && (await refusalOn(command, { ...session, input }))
  if (refusalHere) return { ok: false, error: refusalHere }
  const deps = { ...visitor, ...session }
  // `refusalOf` has checked the caller against the command's access, which the type cannot express.
  const result = await command.run(deps as Parameters<typeof command.run>[0], input)
  record(service, doneBy(command, { input, result, caller, address: visitor.address, trail: visitor.trail }))
  return result
}
