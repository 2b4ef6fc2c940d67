import { z } from 'zod'
import { intents } from '#core/charts/chart.ts'
import { rankCharts, type Recommendation } from '#core/charts/recommend.ts'
import { chartTypes } from '#core/charts/registry.ts'
import { ok, type Result } from '#core/result.ts'
import { defineCommand } from '../command.ts'
import { dataOf, openChart, queryInput } from './chart-query.ts'

/** A chart that can show a result, with its title. */
export type Recommended = Recommendation & { readonly title: string }

export const recommendCharts = defineCommand({
  summary: 'The charts that can show a Query’s result, best first, each with its score and the reason.',
  access: 'guest',
  needs: { may: 'ask', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({
    query: queryInput,
    wants: z.array(z.enum(intents)).max(4).default([]),
    limit: z.int().min(1).max(50).default(4),
  }),
  async run(deps, { query, wants, limit }): Promise<Result<readonly Recommended[]>> {
    const chart = await openChart(deps, query, null)
    if (!chart.ok) return chart
    const data = await dataOf(chart.value)
    if (!data.ok) return data
    const ranked = rankCharts(data.value, { wants }).slice(0, limit)
    return ok(ranked.map((each) => ({ ...each, title: chartTypes[each.type].title })))
  },
})
