import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '#worker/commands/registry.ts'
import { jobKinds } from '#worker/jobs/registry.ts'
import { hashPassword } from '#worker/security/password.ts'
import { seededRandom } from '../support/random.ts'
import { heldDatabase } from './support/held-database.ts'
import { problemsOf } from './support/invariants.ts'
import { moves } from './support/moves.ts'
import { soakOf } from './support/soak.ts'
import { tend } from './support/tend.ts'
import { newWorld, throughDatabase, type World } from './support/world.ts'

const { seed, rounds } = soakOf(200)
const random = seededRandom(seed)
const password = 'correct horse battery'

/** Commands that touch the same things. */
const families = {
  dashboards:
    'create-dashboard edit-dashboard delete-dashboard restore-dashboard create-share change-share revoke-share delete-dataset restore-dataset',
  uploads: 'start-upload put-part complete-upload cancel-upload delete-dataset restore-dataset sweep-files',
  datasets:
    'describe-dataset delete-dataset restore-dataset retry-dataset read-again add-part restore-version delete-version apply-recipe keep-recipe save-model restore-model import-model complete-upload rescue-jobs sweep-versions sweep-files',
  questions: 'keep-question change-question delete-question delete-dataset restore-dataset',
  corrections: 'keep-correction delete-correction delete-dataset restore-dataset',
  members:
    'change-member remove-member leave-workspace move-ownership create-group change-group delete-group create-invitation revoke-invitation accept-invitation create-workspace change-workspace switch-workspace keep-audit sweep-audit',
  projects:
    'create-project change-project delete-project move-dataset put-grant remove-grant delete-dataset restore-dataset sweep-files',
  people:
    'start-guest sign-up sign-in refresh-session sign-out change-profile change-password sweep-guests sweep-accounts',
  security:
    'sign-in confirm-sign-in send-code-again forget-password reset-password send-email-code change-email confirm-email change-security end-session end-other-sessions forget-device create-token revoke-token start-app confirm-app remove-app delete-account',
}
const familyNames = Object.values(families).map((names) => names.split(' '))

/** What takes away, or brings about, what another command has just seen; it comes between more than others do. */
const isChanging = (name: string): boolean => /^(delete|cancel|complete|restore|revoke|sweep|sign-out)/.test(name)

/** After so many pairs a new world, so that neither grows without end. */
const pairsOfWorld = 50

type Pair = readonly [string, string]

function anyPair(): Pair {
  const family = random.chance(0.05) ? familyNames.flat() : random.pick(familyNames)
  // Hashing a password takes longer than everything else together, so it is tried less.
  const cheap = random.chance(0.1)
    ? family
    : family.filter((name) => !/^sign-(up|in)$|password|-app$|change-(email|security)|delete-account/.test(name))
  const others = random.chance(0.6) ? cheap.filter(isChanging) : cheap
  return [random.pick(cheap), random.pick(others)]
}

const run = async (world: World, name: string): Promise<string> => {
  const outcome = await moves[name]?.(world)
  return outcome?.ok ? 'ok' : (outcome?.error.code ?? 'no such move')
}

/** How often each command called the database when it was last stopped: what it writes, it writes at the end. */
const callsOf = new Map<string, number>()

/** The first command stops before its call of this number until the second has ended. */
async function between(world: World, [one, other]: Pair, number: number): Promise<string[]> {
  const held = heldDatabase(env.DB, number)
  const first = run(throughDatabase(world, held.database), one)
  await Promise.race([held.reached, first])
  const second = await run(world, other).finally(held.letGo)
  const outcomes = [await first, second]
  if (outcomes[0] === 'ok') callsOf.set(one, held.calls())
  return outcomes
}

/** Both start at nearly the same moment, and go on as they may. */
const together = (world: World, [one, other]: Pair): Promise<string[]> =>
  Promise.all([run(world, one), scheduler.wait(random.below(4)).then(() => run(world, other))])

/** Stops the first before any of its calls, but often before the last. */
function race(world: World, pair: Pair): Promise<string[]> {
  if (random.chance(0.2)) return together(world, pair)
  const calls = callsOf.get(pair[0]) ?? 3
  return between(world, pair, random.chance(0.6) ? calls : 1 + random.below(calls))
}

/** Races, and says which rules were broken, by what. */
async function raceAndCheck(world: World, pair: Pair, about: string, how: typeof race): Promise<void> {
  const outcomes = await how(world, pair).catch((error: unknown) => {
    throw new Error(about, { cause: error })
  })
  expect(await problemsOf(world), `${about}, which ended ${outcomes.join(' and ')}`).toEqual([])
}

describe('two commands at once', () => {
  let passwordHash = ''
  beforeAll(async () => {
    passwordHash = await hashPassword(password)
  })

  test('every command that writes is tried', () => {
    const writing = Object.entries(commands).flatMap(([name, { effect }]) => (effect === 'write' ? [name] : []))
    const upkeep = ['rescue-jobs', ...Object.keys(jobKinds).filter((name) => name.startsWith('sweep-'))]
    expect(Object.keys(moves).toSorted()).toEqual([...writing, ...upkeep].toSorted())
    expect([...new Set(familyNames.flat())].toSorted()).toEqual([...writing, ...upkeep].toSorted())
  })

  test.each<Pair>([
    ['edit-dashboard', 'delete-dashboard'],
    ['edit-dashboard', 'delete-dataset'],
    ['create-share', 'delete-dashboard'],
    ['create-dashboard', 'delete-dataset'],
    ['restore-dashboard', 'delete-dataset'],
    ['restore-version', 'delete-version'],
    ['read-again', 'delete-dataset'],
    ['save-model', 'delete-dataset'],
    ['complete-upload', 'cancel-upload'],
    ['put-part', 'cancel-upload'],
    ['put-part', 'complete-upload'],
    ['complete-upload', 'put-part'],
  ])(
    'leave everything whole: %s, and %s between any two steps of it',
    async (...pair) => {
      const world = await newWorld({ random, passwordHash, password })
      Object.assign(world.target, { which: 0, often: 1 })
      for (let number = 1; number <= 6; number += 1) {
        await tend(world)
        await raceAndCheck(world, pair, `before call ${number}`, (...raced) => between(...raced, number))
      }
      await tend(world)
    },
    60_000,
  )

  test(
    `leave everything whole, whichever they are: ${rounds} pairs, seed ${seed}`,
    async () => {
      let world = await newWorld({ random, passwordHash, password })
      for (let round = 0; round < rounds; round += 1) {
        if (round % pairsOfWorld === 0 && round > 0) world = await newWorld({ random, passwordHash, password })
        await tend(world)
        const pair = anyPair()
        world.target.which = random.below(100)
        await raceAndCheck(world, pair, `round ${round} of seed ${seed}: ${pair.join(' and ')}`, race)
      }
      await tend(world)
    },
    60_000 + rounds * 3000,
  )
})

test('two changes of a profile at once both last', async () => {
  const { deps } = await newWorld({ random, passwordHash: 'none', password })
  for (const theme of ['dark', 'light', 'dark', 'light'] as const) {
    const name = `Ada in the ${theme}`
    await Promise.all([
      commands['change-profile'].run(deps, { name }),
      commands['change-profile'].run(deps, { preferences: { theme } }),
    ])
    expect(await deps.accounts.byId(deps.caller.user)).toMatchObject({ name, preferences: { theme } })
  }
})

test('a session that was opened with the old password does not outlive the new one', async () => {
  const world = await newWorld({ random, passwordHash: await hashPassword(password), password })
  const mine = world.people.member.caller
  for (let round = 0; round < 4; round += 1) {
    await Promise.all([moves['sign-in']?.(world), moves['change-password']?.(world), moves['sign-in']?.(world)])
    const open = await env.DB.prepare('SELECT id FROM session WHERE user_id = ? AND revoked_at IS NULL')
      .bind(mine.user)
      .all<{ id: string }>()
    expect(open.results.map(({ id }) => id)).toEqual([mine.session])
  }
})
