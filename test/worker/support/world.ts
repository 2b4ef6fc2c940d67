import { env } from 'cloudflare:workers'
import { ownerPrincipal } from '#core/access/principal.ts'
import type { Id } from '#core/ids.ts'
import { openSession } from '#worker/commands/accounts/open-session.ts'
import type { Deps, VisitorDeps } from '#worker/commands/command.ts'
import { plainAccount, type User } from '#worker/db/accounts.ts'
import { newTrail } from '#worker/data/trail.ts'
import { serviceOf, type Caller, type Service } from '#worker/service.ts'
import type { Random } from '../../support/random.ts'

/** Somebody in a session, with what refreshes it. */
export type Person = { readonly caller: Caller; readonly refreshToken: string }

/** One workspace, what commands are given in it, and people beside it. */
export type World = {
  readonly random: Random
  /** Which of the things of a kind is raced about, and how often. */
  readonly target: { which: number; often: number }
  readonly deps: Deps
  readonly system: Service
  readonly visitor: VisitorDeps
  /** A guest who may sign up, and somebody with an account. */
  readonly people: { newcomer: Person; member: Person & { readonly email: string; readonly password: string } }
}

/** Few datasets and versions, so that quotas and sweeps are met all the time. */
const quota = { datasets: 6, newest: 3 }

let addresses = 0

/** The service as a request has it, on this database; what goes on after a response does so here as well. */
function serviceOn(database: D1Database): Service {
  const service = serviceOf({ ...env, DB: database }, { waitUntil: (work) => void work.catch(() => null) })
  const { config } = service
  return {
    ...service,
    config: {
      ...config,
      guest: { ...config.guest, datasets: quota.datasets },
      retention: { ...config.retention, newest: quota.newest },
    },
  }
}

const strange = (service: Service): VisitorDeps => ({
  ...service,
  caller: null,
  principal: ownerPrincipal,
  signal: new AbortController().signal,
  client: { device: 'A program', place: null },
  origin: 'https://edgewise.example',
  address: `198.51.100.${(addresses += 1)}`,
  trail: newTrail(),
})

export const inSession = (visitor: VisitorDeps, caller: Caller): Deps => ({
  ...visitor,
  caller,
  standing: caller,
  store: visitor.storeOf(caller.workspace, caller),
})

/** A person of this kind in a workspace of their own, without its sample. */
export async function newPerson(service: Service, account: Partial<User> = {}): Promise<Person> {
  const now = service.now()
  const user: User = {
    id: service.newId(),
    kind: 'guest',
    email: null,
    name: 'Guest',
    passwordHash: null,
    preferences: { theme: 'system', notifications: true },
    isActive: true,
    lastSignInAt: now,
    createdAt: now,
    ...plainAccount,
    ...account,
  }
  const workspace = service.newId<'workspace'>()
  await service.accounts.create(user, workspace)
  return personOf(service, user, workspace)
}

/** A new session of somebody. */
async function personOf(service: Service, user: User, workspace: Id<'workspace'>): Promise<Person> {
  const opened = await openSession(service, user, workspace, { device: 'A program', place: null })
  const claims = await service.secrets.readAccess(opened?.tokens.accessToken ?? '')
  if (!opened || !claims) throw new Error('No session')
  const { session } = claims
  const { id, kind, email } = user
  const caller: Caller = {
    user: id,
    session,
    workspace,
    kind,
    email,
    role: 'owner',
    grants: [],
    groups: [],
    attributes: {},
  }
  return { caller, refreshToken: opened.tokens.refreshToken }
}

type Made = { readonly random: Random; readonly passwordHash: string; readonly password: string }

export async function newWorld({ random, passwordHash, password }: Made): Promise<World> {
  const system = serviceOn(env.DB)
  const visitor = strange(system)
  const email = `${system.newId()}@example.com`
  const [owner, newcomer, member] = await Promise.all([
    newPerson(system),
    newPerson(system),
    newPerson(system, { kind: 'member', email, passwordHash }),
  ])
  const deps = inSession(visitor, owner.caller)
  return {
    random,
    target: { which: 0, often: 0.9 },
    deps,
    system,
    visitor,
    people: { newcomer, member: { ...member, email, password } },
  }
}

/** The same world, reached through this database. */
export function throughDatabase(world: World, database: D1Database): World {
  const system = serviceOn(database)
  const visitor = { ...world.visitor, ...system }
  return { ...world, system, visitor, deps: inSession(visitor, world.deps.caller) }
}

/** Rows of a query, in which `?1` is the workspace. */
export async function rows<Row>({ deps }: World, sql: string, ...values: unknown[]): Promise<Row[]> {
  const found = await env.DB.prepare(sql)
    .bind(deps.caller.workspace, ...values)
    .all<Row>()
  return found.results
}

/** One of the ids that a query finds, mostly the one that is raced about; one of nothing where there is none. */
export async function anyId(world: World, sql: string): Promise<string> {
  const { random, target } = world
  const found = await rows<{ id: string }>(world, sql)
  const at = random.chance(target.often) ? target.which : random.below(100)
  return found[at % found.length]?.id ?? 'none'
}

export const workspaceOf = ({ deps }: World): Id<'workspace'> => deps.caller.workspace
