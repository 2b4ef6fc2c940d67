import { z } from 'zod'
import { dashboard, tile } from '#core/dashboard/dashboard.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { knownChartSpec } from '#core/charts/registry.ts'
import { fail } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { isTooLarge } from '#core/live/dashboard-room.ts'
import { isDeeperThan } from '#core/is-deeper-than.ts'
import { ok, type Result } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { toWireDashboard, type WireDashboard } from '../../wire/dashboard.ts'
import { chosenId } from '../chosen-id.ts'
import { defineCommand } from '../command.ts'

/** Maximum nesting of a document, because filters are read recursively. */
const deepest = 50

const document = z
  .unknown()
  .refine((value) => !isDeeperThan(value, deepest), 'It is nested too deeply')
  .pipe(dashboard.extend({ tiles: z.array(tile.extend({ chart: knownChartSpec.nullable() })).max(60) }))

export const createDashboard = defineCommand({
  summary: 'Make a dashboard for a dataset: the one that is sent, or one designed now.',
  access: 'guest',
  needs: { may: 'edit', object: 'dashboard' },
  effect: 'write',
  limit: { kind: 'write', weight: 1 },
  input: z.object({
    dataset: z.string(),
    /** The requested id; a repeated request returns the dashboard it created. */
    as: chosenId.optional(),
    document: document.optional(),
  }),
  async run(deps, { dataset, as, document: sent }): Promise<Result<WireDashboard>> {
    const open = await openDataset(deps, dataset)
    if (!open.ok) return open
    const at = deps.now()
    const document = sent ?? designDashboard(open.value.model, () => deps.newId<'tile'>())
    if (isTooLarge(document)) return fail('dashboard/too-large')
    const row = {
      id: as === undefined ? deps.newId<'dashboard'>() : asId<'dashboard'>(as),
      datasetId: open.value.dataset.id,
      document,
      version: document.version,
      createdAt: at,
      updatedAt: at,
    }
    const written = await deps.store.dashboards.add(row)
    if (written === 'unmet') return fail('dataset/not-found')
    if (written === 'written')
      return ok(toWireDashboard({ ...row, workspaceId: deps.caller.workspace, deletedAt: null }))
    const known = await deps.store.dashboards.find(row.id)
    return known ? ok(toWireDashboard(known)) : fail('dashboard/id-taken')
  },
})
