import { z } from 'zod'
import { hasRight } from '#core/access/rights.ts'
import { roleOn } from '#core/access/standing.ts'
import { ok } from '#core/result.ts'
import type { Dashboard } from '../../db/dashboards.ts'
import { toWireDeleted } from '../../wire/deleted.ts'
import { defineCommand, type Deps } from '../command.ts'

/** May one restore a dashboard? It is where its dataset is; without one, only those who see everything may. */
async function mayRestore({ store, standing }: Deps, { id }: Dashboard): Promise<boolean> {
  const place = await store.placeOf({ kind: 'dashboard', id })
  const role = place ? roleOn(standing, place) : standing.role
  return hasRight(role, { may: 'edit', object: 'dashboard' })
}

export const deletedThings = defineCommand({
  summary:
    'What was deleted and one may still restore: datasets with the dashboards that went with them, and dashboards.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  async run(deps) {
    const { store, config } = deps
    const [datasets, dashboards] = await Promise.all([store.deleted.datasets(), store.deleted.dashboards()])
    const restorable = await Promise.all(dashboards.map((each) => mayRestore(deps, each)))
    return ok(
      toWireDeleted(
        datasets.filter(({ role }) => hasRight(role, { may: 'edit', object: 'dataset' })),
        dashboards.filter((_, at) => restorable[at]),
        config.retention.deleted,
      ),
    )
  },
})
