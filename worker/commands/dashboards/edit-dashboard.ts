import { z } from 'zod'
import type { Place } from '#core/access/standing.ts'
import { fail } from '#core/errors.ts'
import { mostEdits, stepRoom, type RoomEffect } from '#core/live/dashboard-room.ts'
import { ok, type Result } from '#core/result.ts'
import type { Dashboard } from '../../db/dashboards.ts'
import { defineCommand, type Deps } from '../command.ts'

/** Of a dashboard whose dataset is gone, only those who see everything are told. */
const hiddenPlace: Place = { dataset: null, project: null, isRestricted: true, isProjectRestricted: true }

/** Carries out what the room asks. Fails with a conflict where another change was stored first. */
async function carryOut(deps: Deps, from: Dashboard, effect: RoomEffect): Promise<Result<null>> {
  const { store, caller, now, defer, rooms } = deps
  if (effect.type === 'tell') {
    const event = { type: 'dashboard-changed', id: from.id, version: effect.version } as const
    const place = (await store.placeOf({ kind: 'dashboard', id: from.id })) ?? hiddenPlace
    defer(rooms.publish(caller.workspace, event, place))
  }
  if (effect.type !== 'store') return ok(null)
  const at = now()
  const log = effect.steps.map((step) => ({ ...step, userId: caller.user, createdAt: at }))
  if (await store.dashboards.change({ from, to: effect.document, edits: log, at })) return ok(null)
  const latest = await store.dashboards.find(from.id)
  return latest ? fail('dashboard/conflict', { version: latest.version }) : fail('dashboard/not-found')
}

export const editDashboard = defineCommand({
  summary: 'Change a dashboard by edits, all or none; refused when it has changed since the version named.',
  access: 'guest',
  needs: { may: 'edit', object: 'dashboard' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({ id: z.string(), version: z.int().min(0), edits: z.array(z.unknown()).min(1).max(mostEdits) }),
  async run(deps, { id, version, edits }) {
    const from = await deps.store.dashboards.find(id)
    if (!from) return fail('dashboard/not-found')
    const { effects } = stepRoom(from.document, { by: deps.principal.role, version, edits })
    for (const effect of effects) {
      const done = await carryOut(deps, from, effect)
      if (!done.ok) return done
    }
    const answer = effects.find((effect) => effect.type === 'answer')
    if (!answer) throw new Error('The room gave no answer')
    if (!answer.outcome.ok) return answer.outcome
    deps.trail.changed({ object: `dashboard ${id}`, before: { version }, after: { edits } })
    const { dashboard, inverses } = answer.outcome.value
    return ok({ dashboard, inverses: [...inverses] })
  },
})
