import { z } from 'zod'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { ok } from '#core/result.ts'
import { openDataset } from '../../data/open-dataset.ts'
import { toWireDashboard } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'

export const createDashboard = defineCommand({
  summary: 'Design a dashboard for a dataset.',
  access: 'guest',
  input: z.object({ dataset: z.string() }),
  async run(deps, { dataset }) {
    const open = await openDataset(deps, dataset)
    if (!open.ok) return open
    const at = deps.now()
    const document = designDashboard(open.value.model, () => deps.newId<'tile'>())
    const row = {
      id: deps.newId<'dashboard'>(),
      datasetId: open.value.dataset.id,
      document,
      version: document.version,
      createdAt: at,
      updatedAt: at,
    }
    await deps.store.dashboards.add(row)
    return ok(toWireDashboard({ ...row, workspaceId: deps.caller.workspace, deletedAt: null }))
  },
})
