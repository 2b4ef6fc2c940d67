import type { z } from 'zod'
import type { Principal } from '#core/access/principal.ts'
import type { Right } from '#core/access/rights.ts'
import type { Standing } from '#core/access/standing.ts'
import type { Result } from '#core/result.ts'
import type { Limit } from '../adapters/rate-limits.ts'
import type { Trail } from '../data/trail.ts'
import type { Store } from '../db/store.ts'
import type { Caller, Service } from '../service.ts'

/** Who may do something: `anyone`, a session or none; `guest`, any session; `member`, one with an account. */
export type Access = 'anyone' | 'guest' | 'member'

/** Whether it changes stored data. Writes are refused while viewing as another principal. */
export type Effect = 'read' | 'write'

/** The browser or program of a request, as `Chrome on Windows`, and where it is; null if unknown. */
export type Client = { readonly device: string; readonly place: string | null }

/** Context of a request. */
type Asker = {
  /** The principal whose access rules apply. */
  readonly principal: Principal
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal
  /** Client address; null if unknown. */
  readonly address: string | null
  /** What the audit log tells of this request, besides what its command declares. */
  readonly trail: Trail
  readonly client: Client
  /** Where links in mail lead to: the configured address, else that of the request. */
  readonly origin: string
}

/** Dependencies of a command that needs no session. */
export type VisitorDeps = Service & Asker & { readonly caller: Caller | null }

/** Dependencies of a command in a session; `store` is limited to the caller's workspace. */
export type Deps = VisitorDeps & { readonly caller: Caller; readonly standing: Standing; readonly store: Store }

type DepsFor = { readonly anyone: VisitorDeps; readonly guest: Deps; readonly member: Deps }

/** Who may do something, whether it changes anything, and how often. */
export type Policy<Who extends Access = Access> = {
  readonly access: Who
  /** The right that its caller needs; null for what concerns no workspace, or is of the caller alone. */
  readonly needs: Right | null
  readonly effect: Effect
  readonly limit: Limit
  /** True if it hands out a file of data, which the audit log tells. */
  readonly handsOutFile?: true
}

/** One operation of the product. HTTP, jobs, agents and the palette all run the same commands. */
export type Command<
  Who extends Access = Access,
  Schema extends z.ZodType = z.ZodType,
  Output = unknown,
> = Policy<Who> & {
  /** One sentence for people and models. */
  readonly summary: string
  readonly input: Schema
  readonly run: (deps: DepsFor[Who], input: z.output<Schema>) => Promise<Result<Output>>
}

/** A command with its types erased, as the registry stores it. */
export type SomeCommand = Pick<Command, 'summary' | 'access' | 'needs' | 'effect' | 'limit' | 'input' | 'handsOutFile'>

/** Types a command's function by its access and schema. */
export const defineCommand = <Who extends Access, Schema extends z.ZodType, Output>(
  command: Command<Who, Schema, Output>,
): Command<Who, Schema, Output> => command
