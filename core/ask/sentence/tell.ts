import { serves } from '../../charts/intent.ts'
import type { ChartData } from '../../charts/chart.ts'
import { chartData } from '../../charts/chart-data.ts'
import { measuresOf } from '../../charts/result-columns.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { spokenModel, type Reading } from '../reading.ts'
import { resultOf, type Result } from './result.ts'
import { tellDistribution } from './tell-distribution.ts'
import { tellFigures } from './tell-figures.ts'
import { tellGroups } from './tell-groups.ts'
import { tellOverGroups } from './tell-over-groups.ts'
import { tellRows, tellScatter, tellValues } from './tell-rows.ts'
import { isShare, tellShare } from './tell-share.ts'
import { tellStatistic } from './tell-statistic.ts'
import { tellTrend } from './tell-trend.ts'
import { rankWithin, tellWithin } from './tell-within.ts'

/** Does the result run along time, in one line? */
function runsAlongTime({ groups, reading, model, data }: Result): boolean {
  const [group, ...others] = groups
  const [dimension] = reading.query.dimensions
  if (!group || others.length > 0 || reading.query.limit < 1000 || data.table.rows < 2) return false
  // What recurs has no beginning and no end.
  if (dimension?.part !== undefined) return false
  const role = model.columns.find(({ name }) => name === dimension?.column)?.role
  return group.part.kind === 'time' || (role === 'time' && dimension?.grain === undefined)
}

function tellGrouped(result: Result): string {
  const [measure] = measuresOf(result.data)
  if (measure === undefined) return tellValues(result)
  const rank = rankWithin(result.reading.query.measures)
  if (rank) return tellWithin(result, measure, rank)
  if (result.groups[0]?.part.kind === 'bins' && result.groups.length === 1)
    return tellDistribution(result, measure) || tellGroups(result, measure)
  return runsAlongTime(result) ? tellTrend(result, measure) || tellGroups(result, measure) : tellGroups(result, measure)
}

/** The answer in sentences, every number read from the result. */
export function tell(data: ChartData, reading: Reading, model: SemanticModel, over: number | null = null): string {
  const { query, chart, noun } = reading
  const spoken = spokenModel(model, noun)
  const result = resultOf(noun === undefined ? data : chartData(data.table, query, spoken), reading, spoken, over)
  if (query.statistic !== undefined) return tellStatistic(result, query.statistic)
  if (query.columns.length > 0) return serves(chart?.type, 'relationship') ? tellScatter(result) : tellRows(result)
  const overGroups = tellOverGroups(result)
  if (overGroups !== null) return overGroups
  if (isShare(result) && !runsAlongTime(result)) return tellShare(result)
  return query.dimensions.length === 0 ? tellFigures(result) : tellGrouped(result)
}
