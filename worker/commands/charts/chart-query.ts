import { z } from 'zod'
import { chartData } from '#core/charts/chart-data.ts'
import type { ChartSpec } from '#core/charts/chart-spec.ts'
import type { ChartData } from '#core/charts/chart.ts'
import { queryShownBy } from '#core/charts/chosen-chart.ts'
import { readQuery } from '#core/query/validate-query.ts'
import type { Query } from '#core/query/query.ts'
import { ok, type Result } from '#core/result.ts'
import { openDataset, type OpenDataset } from '../../data/open-dataset.ts'
import { runnable, type Runnable } from '../../engines/answer-query.ts'
import type { Deps } from '../command.ts'

/** A Query over a dataset; its other fields are validated against the dataset's columns. */
export const queryInput = z.looseObject({ dataset: z.string() })

/** A Query of a chart, ready to be run. */
export type ChartQuery = {
  readonly open: OpenDataset
  /** As it was sent, without the caller's row rules. */
  readonly asked: Query
  readonly runnable: Runnable
}

/** Opens the dataset of a Query and validates the Query whose result the chart shows. */
export async function openChart(deps: Deps, input: unknown, chart: ChartSpec | null): Promise<Result<ChartQuery>> {
  const read = readQuery(input)
  if (!read.ok) return read
  const open = await openDataset(deps, read.value.dataset)
  if (!open.ok) return open
  const asked = queryShownBy(chart, read.value, open.value.model)
  const made = await runnable(deps, open.value, asked)
  return made.ok ? ok({ open: open.value, asked, runnable: made.value }) : made
}

/** The result of a chart's Query, ready to draw. */
export async function dataOf({ open, runnable: { query, run } }: ChartQuery): Promise<Result<ChartData>> {
  const table = await run()
  return table.ok ? ok(chartData(table.value, query, open.model)) : table
}
