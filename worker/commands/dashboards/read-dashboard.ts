import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireDashboard } from '../../wire/dashboard.ts'
import { defineCommand } from '../command.ts'

export const readDashboard = defineCommand({
  summary: 'One dashboard with its tiles.',
  access: 'guest',
  input: z.object({ id: z.string() }),
  async run({ store }, { id }) {
    const found = await store.dashboards.find(id)
    return found ? ok(toWireDashboard(found)) : fail('dashboard/not-found')
  },
})
