import type { Intent } from '../charts/chart.ts'
import type { QueryInput } from '../query/query.ts'
import type { Finding, InsightKind } from './insight.ts'

/** Rows of a picture of single rows. */
const mostRows = 1000

/** The groups of a finding with its figure alone, without what only the test needs. */
function figureAlone({ query }: Finding): QueryInput {
  const [first] = query.measures ?? []
  if (!first) return query
  const { as: _, ...measure } = first
  return { ...query, measures: [measure] }
}

function rowsThemselves({ query }: Finding): QueryInput {
  const { statistic: _, ...rows } = query
  return { ...rows, limit: mostRows }
}

type Picture = { readonly wants: Intent; readonly query: (finding: Finding) => QueryInput }

/** How each kind of finding is made visible: the Query to draw, and what its chart is to show. */
export const pictures: Readonly<Record<InsightKind, Picture>> = {
  difference: { wants: 'comparison', query: figureAlone },
  concentration: { wants: 'comparison', query: figureAlone },
  association: { wants: 'pattern', query: figureAlone },
  relation: { wants: 'relationship', query: rowsThemselves },
  trend: { wants: 'trend', query: figureAlone },
}
