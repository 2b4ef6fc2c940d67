import { asId } from '#core/ids.ts'
import type { Schedule } from '../db/schedules.ts'
import type { Service } from '../service.ts'
import type { JobKinds } from './runner.ts'

const minute = 60_000

/** Schedules of kinds with an interval; their id is the kind. */
const standing = (kinds: JobKinds, now: Date): readonly Schedule[] =>
  Object.entries(kinds).flatMap(([kind, { everyMinutes }]) =>
    everyMinutes === undefined
      ? []
      : [{ id: asId<'schedule'>(kind), workspaceId: null, kind, input: {}, everyMinutes, nextAt: now, createdAt: now }],
  )

const kept = new WeakSet<JobKinds>()

/** Writes the installation's schedules, once per isolate. */
async function keepStanding({ schedules, now }: Service, kinds: JobKinds): Promise<void> {
  if (kept.has(kinds)) return
  await schedules.replaceStanding(standing(kinds, now()))
  kept.add(kinds)
}

async function start({ schedules, queue, newId, now }: Service, due: Schedule): Promise<void> {
  const [id, at] = [newId<'job'>(), now()]
  const nextAt = new Date(at.getTime() + due.everyMinutes * minute)
  const { kind, input } = due
  if (await schedules.start(due, { id, kind, input, enqueuedAt: at, createdAt: at }, nextAt))
    await queue.send({ job: id })
}

/** Adds the jobs of all due schedules. A failing one does not affect the others. */
export async function startDue(service: Service, kinds: JobKinds): Promise<void> {
  const { schedules, now, log } = service
  await keepStanding(service, kinds)
  for (const due of await schedules.due(now())) {
    await start(service, due).catch((error: unknown) => log('error', 'a schedule failed', { schedule: due.id, error }))
  }
}
