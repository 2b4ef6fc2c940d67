import type { z } from 'zod'
import type { Principal } from '#core/access/principal.ts'
import type { Result } from '#core/result.ts'
import type { Store } from '../db/store.ts'
import type { Caller, Service } from '../service.ts'

/** Who may do something: `anyone`, a session or none; `guest`, any session; `member`, one with an account. */
export type Access = 'anyone' | 'guest' | 'member'

/** Does it change something that lasts? Whoever looks at things as somebody else only reads. */
export type Effect = 'read' | 'write'

/**
 * What a command may be asked how often: `read`, what is known already; `query`, what is computed, and the parts of a
 * file; `write`; `sign-in`, where passwords can be guessed and sessions begin. One call counts as often as it weighs.
 */
export type Limit = { readonly kind: 'read' | 'query' | 'write' | 'sign-in'; readonly weight: number }

/** What comes with a request. */
type Asker = {
  /** As whom it is answered. */
  readonly principal: Principal
  /** Aborted when its caller has gone. */
  readonly signal: AbortSignal
  /** Where it comes from; null where the platform does not tell. */
  readonly address: string | null
}

/** What a command without a session is given. */
export type VisitorDeps = Service & Asker & { readonly caller: Caller | null }

/** What a command in a session is given: its caller, as whom they are answered, and the store of the caller's workspace alone. */
export type Deps = VisitorDeps & { readonly caller: Caller; readonly store: Store }

type DepsFor = { readonly anyone: VisitorDeps; readonly guest: Deps; readonly member: Deps }

/** Who may do something, whether it changes anything, and how often. */
export type Policy<Who extends Access = Access> = {
  readonly access: Who
  readonly effect: Effect
  readonly limit: Limit
}

/** One verb of the product. HTTP, jobs, agents and the palette all call the same ones. */
export type Command<
  Who extends Access = Access,
  Schema extends z.ZodType = z.ZodType,
  Output = unknown,
> = Policy<Who> & {
  /** What it does, in one sentence that people and models read. */
  readonly summary: string
  readonly input: Schema
  readonly run: (deps: DepsFor[Who], input: z.output<Schema>) => Promise<Result<Output>>
}

/** A command of whatever kind, as the registry holds it. */
export type SomeCommand = Pick<Command, 'summary' | 'access' | 'effect' | 'limit' | 'input'>

/** Lets the access and the schema of a command type its function. */
export const defineCommand = <Who extends Access, Schema extends z.ZodType, Output>(
  command: Command<Who, Schema, Output>,
): Command<Who, Schema, Output> => command
