import { z } from 'zod'
import { describeChartTypes } from '#core/charts/describe.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listChartTypes = defineCommand({
  summary: 'Every chart type: when to choose it, the columns it takes, and its settings as JSON Schema.',
  access: 'guest',
  needs: { may: 'read', object: 'workspace' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({}),
  run: async () => ok(describeChartTypes()),
})
