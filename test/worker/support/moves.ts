import { env } from 'cloudflare:workers'
import type { z } from 'zod'
import type { recipe as recipeSchema } from '#core/clean/recipe.ts'
import type { Command, Deps } from '#worker/commands/command.ts'
import { commands } from '#worker/commands/registry.ts'
import { jobKinds } from '#worker/jobs/registry.ts'
import { createRunner } from '#worker/jobs/runner.ts'
import type { Service } from '#worker/service.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { anyId, inSession, rows, workspaceOf, type World } from './world.ts'

/** One call of a command on something that is there, or was a moment ago. */
export type Move = (world: World) => Promise<Result<unknown>>

const dataset = (world: World): Promise<string> => anyId(world, 'SELECT id FROM dataset WHERE workspace_id = ?1')
const version = (world: World): Promise<string> =>
  anyId(world, 'SELECT id FROM dataset_version WHERE workspace_id = ?1')
const dashboard = (world: World): Promise<string> => anyId(world, 'SELECT id FROM dashboard WHERE workspace_id = ?1')
const share = (world: World): Promise<string> => anyId(world, 'SELECT id FROM share WHERE workspace_id = ?1')
const question = (world: World): Promise<string> =>
  anyId(world, 'SELECT id FROM asked_question WHERE workspace_id = ?1')
const correction = (world: World): Promise<string> =>
  anyId(world, 'SELECT id FROM question_correction WHERE workspace_id = ?1')
const member = (world: World): Promise<string> =>
  anyId(world, 'SELECT user_id AS id FROM membership WHERE workspace_id = ?1')
const group = (world: World): Promise<string> => anyId(world, 'SELECT id FROM member_group WHERE workspace_id = ?1')
const invitation = (world: World): Promise<string> => anyId(world, 'SELECT id FROM invitation WHERE workspace_id = ?1')
const project = (world: World): Promise<string> => anyId(world, 'SELECT id FROM project WHERE workspace_id = ?1')
const upload = (world: World): Promise<string> =>
  anyId(world, `SELECT id FROM upload WHERE workspace_id = ?1 ORDER BY status = 'open' DESC LIMIT 3`)

type Called = 'guest' | 'member'
/** Calls a command in the session of the world's guest. */
const call =
  <Schema extends z.ZodType>(
    command: Command<Called, Schema> | Command<'guest', Schema>,
    input: (world: World) => Promise<z.input<Schema>>,
  ): Move =>
  async (world) => {
    const run = command.run as (deps: Deps, input: unknown) => Promise<Result<unknown>>
    return run(world.deps, command.input.parse(await input(world)))
  }

export const file = (rowsOfIt: number): ArrayBuffer => {
  const lines = Array.from(
    { length: rowsOfIt },
    (_, row) => `A-${row},${row % 7},2024-01-${String((row % 28) + 1).padStart(2, '0')}`,
  )
  return new TextEncoder().encode(['Order,Amount,Day', ...lines].join('\n')).buffer as ArrayBuffer
}

/** Files of a few sizes, so that a part may be sent for the wrong one; and one that cannot be read. */
const sizes = [0, 5, 20, 21] as const

const nameOf = (count: number): string => `orders-${count}.csv`
const countOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 5)

const by = (id: (world: World) => Promise<string>) => async (world: World) => ({ id: await id(world) })

const password = (world: World, at: number): string => `a long password ${at} ${world.random.below(1000)}`

const documentOf = (world: World) => ({ columns: { Amount: { label: `Amount ${world.random.below(1000)}` } } })

const latestModel = async (world: World, id: string): Promise<number> => {
  const [found] = await rows<{ number: number }>(
    world,
    'SELECT coalesce(max(number), 0) AS number FROM model_version WHERE workspace_id = ?1 AND dataset_id = ?2',
    id,
  )
  return found?.number ?? 0
}

const recipe: z.input<typeof recipeSchema> = { schema: 1, steps: [{ step: 'trim', settings: {} }] }

/** Makes what is deleted old enough to be swept, or nearly so: both sides of the moment are tried. */
async function age(world: World): Promise<void> {
  const { retention } = world.system.config
  const at = Date.now() - retention.deleted - world.random.below(120_000)
  const workspace = workspaceOf(world)
  await env.DB.batch(
    ['dataset', 'dashboard'].map((table) =>
      env.DB.prepare(
        `UPDATE ${table} SET deleted_at = ? WHERE workspace_id = ? AND deleted_at IS NOT NULL AND id LIKE ?`,
      ).bind(at, workspace, `%${world.random.pick([...'abcdefgh'])}%`),
    ),
  )
}

async function putPart(world: World): Promise<Result<unknown>> {
  const id = await upload(world)
  const [found] = await rows<{ file_name: string }>(
    world,
    'SELECT file_name FROM upload WHERE workspace_id = ?1 AND id = ?2',
    id,
  )
  return commands['put-part'].run(world.deps, { id, number: 1, bytes: file(countOf(found?.file_name ?? '')) })
}

async function signIn({ visitor, people: { member } }: World): Promise<Result<unknown>> {
  return commands['sign-in'].run(visitor, { email: member.email, password: member.password, device: null })
}

async function changePassword(world: World): Promise<Result<unknown>> {
  const { visitor, people } = world
  const { member } = people
  const next = password(world, 1)
  const changed = await commands['change-password'].run(inSession(visitor, member.caller), {
    current: member.password,
    next,
  })
  if (changed.ok) people.member = { ...member, password: next }
  return changed
}

async function signUp(world: World): Promise<Result<unknown>> {
  const { visitor, people } = world
  const who = {
    email: `${visitor.newId()}@example.com`,
    password: password(world, 2),
    name: 'New',
    accountType: 'individual' as const,
  }
  return commands['sign-up'].run({ ...visitor, caller: people.newcomer.caller }, who)
}

/** Runs a job of the installation at once, as its runner would. */
async function swept(service: Service, name: keyof typeof jobKinds): Promise<Result<unknown>> {
  const work = jobKinds[name].open(service, { input: {}, workspaceId: null })
  const signal = new AbortController().signal
  return work.ok ? work.value.run({ progress: () => undefined, signal, stopped: fail('service/broken') }) : work
}

/** What is done with people, groups and projects. */
const peopleMoves: Readonly<Record<string, Move>> = {
  'change-member': call(commands['change-member'], async (world) => ({
    id: await member(world),
    role: world.random.pick(['owner', 'viewer', 'analyst'] as const),
  })),
  'remove-member': call(commands['remove-member'], by(member)),
  'leave-workspace': call(commands['leave-workspace'], async () => ({})),
  'move-ownership': call(commands['move-ownership'], by(member)),
  'create-group': call(commands['create-group'], async (world) => ({ name: `Group ${world.random.below(4)}` })),
  'change-group': call(commands['change-group'], async (world) => ({
    id: await group(world),
    name: `Group ${world.random.below(4)}`,
    members: [await member(world)],
  })),
  'delete-group': call(commands['delete-group'], by(group)),
  'create-invitation': call(commands['create-invitation'], async () => ({ maxUses: 2 })),
  'revoke-invitation': call(commands['revoke-invitation'], by(invitation)),
  'accept-invitation': call(commands['accept-invitation'], async () => ({ token: 'none' })),
  'create-workspace': call(commands['create-workspace'], async () => ({ name: 'Another' })),
  'change-workspace': call(commands['change-workspace'], async () => ({ name: 'Renamed' })),
  'switch-workspace': call(commands['switch-workspace'], async (world) => ({ workspace: workspaceOf(world) })),
  'create-project': call(commands['create-project'], async (world) => ({ name: `Project ${world.random.below(100)}` })),
  'change-project': call(commands['change-project'], async (world) => ({
    id: await project(world),
    isRestricted: world.random.chance(0.5),
  })),
  'delete-project': call(commands['delete-project'], by(project)),
  'move-dataset': call(commands['move-dataset'], async (world) => ({
    id: await dataset(world),
    project: await project(world),
  })),
  'put-grant': call(commands['put-grant'], async (world) => ({
    dataset: await dataset(world),
    holder: { kind: 'user' as const, id: await member(world) },
    role: 'viewer' as const,
  })),
  'remove-grant': call(commands['remove-grant'], async (world) => ({
    dataset: await dataset(world),
    holder: { kind: 'user' as const, id: await member(world) },
  })),
}

/** Calls a command in the session of the world’s member. */
const byMember =
  <Name extends keyof typeof commands>(
    name: Name,
    input: (world: World) => z.output<(typeof commands)[Name]['input']>,
  ): Move =>
  (world) => {
    const run = commands[name].run as (deps: Deps, input: unknown) => Promise<Result<unknown>>
    return run(inSession(world.visitor, world.people.member.caller), input(world))
  }

/** Of every command that writes, and of what the installation does by itself, one way to do it. */
export const moves: Readonly<Record<string, Move>> = {
  'start-guest': ({ visitor }) => commands['start-guest'].run(visitor, { by: 'program', refreshToken: null }),
  'sign-up': signUp,
  'sign-in': signIn,
  'refresh-session': ({ visitor, people }) =>
    commands['refresh-session'].run(visitor, { refreshToken: people.newcomer.refreshToken }),
  'sign-out': ({ visitor, people }) =>
    commands['sign-out'].run(visitor, { refreshToken: people.newcomer.refreshToken }),
  'change-profile': call(commands['change-profile'], async ({ random }) =>
    random.chance(0.5) ? { name: `Ada ${random.below(100)}` } : { preferences: { theme: 'dark' as const } },
  ),
  'change-password': changePassword,
  'confirm-sign-in': ({ visitor }) =>
    commands['confirm-sign-in'].run(visitor, { challenge: 'none', code: '000000', trust: true }),
  'send-code-again': ({ visitor }) => commands['send-code-again'].run(visitor, { challenge: 'none' }),
  'forget-password': ({ visitor, people: { member } }) =>
    commands['forget-password'].run(visitor, { email: member.email }),
  'reset-password': ({ visitor }) =>
    commands['reset-password'].run(visitor, { token: 'none', password: 'a new long password' }),
  'send-email-code': byMember('send-email-code', () => ({})),
  'change-email': byMember('change-email', ({ visitor, people: { member } }) => ({
    email: `${visitor.newId()}@example.com`,
    password: member.password,
  })),
  'confirm-email': byMember('confirm-email', () => ({ challenge: 'none', code: '000000' })),
  'change-security': byMember('change-security', ({ people: { member } }) => ({
    wantsCode: false,
    password: member.password,
  })),
  'end-session': call(commands['end-session'], async () => ({ id: 'none' })),
  'end-other-sessions': call(commands['end-other-sessions'], async () => ({})),
  'forget-device': call(commands['forget-device'], async () => ({ id: 'none' })),
  'create-token': byMember('create-token', () => ({ name: 'Nightly', scope: 'read' as const, days: 30 })),
  'revoke-token': byMember('revoke-token', () => ({ id: 'none' })),
  'start-app': byMember('start-app', ({ people: { member } }) => ({ password: member.password })),
  'confirm-app': byMember('confirm-app', () => ({ code: '000000' })),
  'remove-app': byMember('remove-app', ({ people: { member } }) => ({ password: member.password })),
  'delete-account': byMember('delete-account', () => ({ password: 'not this one' })),
  'start-upload': call(commands['start-upload'], async (world) => {
    const count = world.random.pick(sizes)
    const name = nameOf(count)
    const size = file(count).byteLength
    return world.random.chance(0.5) ? { name, size } : { name, size, dataset: await dataset(world) }
  }),
  'put-part': putPart,
  'complete-upload': call(commands['complete-upload'], by(upload)),
  'cancel-upload': call(commands['cancel-upload'], by(upload)),
  'save-model': call(commands['save-model'], async (world) => {
    const id = await dataset(world)
    return { id, document: documentOf(world), version: await latestModel(world, id) }
  }),
  'restore-model': call(commands['restore-model'], async (world) => {
    const id = await dataset(world)
    return { id, number: world.random.below((await latestModel(world, id)) + 1) }
  }),
  'import-model': call(commands['import-model'], async (world) => {
    const id = await dataset(world)
    return { id, file: { document: documentOf(world) }, version: await latestModel(world, id) }
  }),
  'read-again': call(commands['read-again'], async (world) => ({ id: await dataset(world), choices: {} })),
  'add-part': call(commands['add-part'], async (world) => ({ id: await dataset(world), part: 'Orders' })),
  'describe-dataset': call(commands['describe-dataset'], async (world) => ({
    id: await dataset(world),
    name: `Orders ${world.random.below(1000)}`,
  })),
  'delete-dataset': call(commands['delete-dataset'], by(dataset)),
  'restore-dataset': call(commands['restore-dataset'], by(dataset)),
  'retry-dataset': call(commands['retry-dataset'], by(dataset)),
  'restore-version': call(commands['restore-version'], by(version)),
  'delete-version': call(commands['delete-version'], by(version)),
  'apply-recipe': call(commands['apply-recipe'], async (world) => ({
    id: await dataset(world),
    recipe,
    ...(world.random.chance(0.3) ? { keeps: world.random.chance(0.5) } : {}),
  })),
  'keep-recipe': call(commands['keep-recipe'], async (world) => ({
    id: await dataset(world),
    keeps: world.random.chance(0.3),
  })),
  'create-dashboard': call(commands['create-dashboard'], async (world) => ({ dataset: await dataset(world) })),
  'delete-dashboard': call(commands['delete-dashboard'], by(dashboard)),
  'restore-dashboard': call(commands['restore-dashboard'], by(dashboard)),
  'edit-dashboard': call(commands['edit-dashboard'], async (world) => {
    const id = await dashboard(world)
    const [found] = await rows<{ version: number }>(
      world,
      'SELECT version FROM dashboard WHERE workspace_id = ?1 AND id = ?2',
      id,
    )
    const titles = Array.from({ length: 1 + world.random.below(3) }, () => `Title ${world.random.below(1000)}`)
    const edits = titles.map((title) => ({ type: 'rename-dashboard', payload: { title } }))
    return { id, version: found?.version ?? 0, edits }
  }),
  'create-share': call(commands['create-share'], by(dashboard)),
  'change-share': call(commands['change-share'], async (world) => ({
    id: await share(world),
    isOpen: world.random.chance(0.5),
    least: 5 + world.random.below(5),
  })),
  'keep-question': call(commands['keep-question'], async (world) => ({
    id: await dataset(world),
    as: world.system.newId<'question'>(),
    question: `total of amount ${world.random.below(4)}`,
  })),
  'change-question': call(commands['change-question'], async (world) => ({
    id: await question(world),
    isFavourite: world.random.chance(0.5),
  })),
  'delete-question': call(commands['delete-question'], by(question)),
  'keep-correction': call(commands['keep-correction'], async (world) => ({
    id: await dataset(world),
    as: world.system.newId<'correction'>(),
    words: `word ${world.random.below(4)}`,
    column: 'amount',
    value: null,
  })),
  'delete-correction': call(commands['delete-correction'], by(correction)),
  ...peopleMoves,
  'revoke-share': call(commands['revoke-share'], by(share)),
  'rescue-jobs': async (world) => {
    // As though the runners of all jobs had died.
    await rows(world, `UPDATE job SET lease_ends_at = 0 WHERE workspace_id = ?1 AND status = 'running'`)
    await createRunner(jobKinds).rescue(world.system, 0)
    return ok(null)
  },
  'sweep-guests': async (world) => {
    const { people, system } = world
    await env.DB.prepare('UPDATE workspace SET last_active_at = 0 WHERE id = ?')
      .bind(people.newcomer.caller.workspace)
      .run()
    return swept(system, 'sweep-guests')
  },
  'keep-audit': call(commands['keep-audit'], async () => ({ days: 100 })),
  'sweep-audit': ({ system }) => swept(system, 'sweep-audit'),
  'sweep-accounts': ({ system }) => swept(system, 'sweep-accounts'),
  'sweep-versions': ({ system }) => swept(system, 'sweep-versions'),
  'sweep-files': async (world) => {
    await age(world)
    return swept(world.system, 'sweep-files')
  },
}
