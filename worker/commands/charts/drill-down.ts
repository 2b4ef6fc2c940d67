import { z } from 'zod'
import { drillQuery } from '#core/explore/drill-query.ts'
import type { Result } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { openChart, queryInput } from './chart-query.ts'

/** Queries are sent as they are; the schema of a Query describes them. */
export type WireDrilled = {
  readonly rows: object
  readonly closer: readonly { readonly title: string; readonly query: object }[]
}

export const drillDownChart = defineCommand({
  summary: 'What is behind a mark of a chart: the Query of its rows, and the same question asked more closely.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({
    query: queryInput,
    /** The groups that the mark stands for: columns of the result, and the value of each. */
    mark: z
      .array(
        z.object({
          by: z.string().max(300),
          value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          binWidth: z.number().positive().optional(),
        }),
      )
      .min(1, 'Name the groups of the mark')
      .max(8),
  }),
  async run(deps, { query, mark }): Promise<Result<WireDrilled>> {
    const chart = await openChart(deps, query, null)
    return chart.ok ? drillQuery(chart.value.asked, mark, chart.value.open.model) : chart
  },
})
