import type { ChartSpec } from '#core/charts/chart.ts'
import { writeLink } from '#core/explore/link.ts'
import { explorationOf } from '#core/explore/query-of.ts'
import type { Query } from '#core/query/query.ts'

/** The Explore URL of a dataset with an encoded exploration. */
export const addressOfLink = (dataset: string, link: string): string =>
  `/explore/${dataset}${link === '' ? '' : `?x=${link}`}`

/** The Explore URL of a Query with its chart. */
export const addressOfQuestion = (query: Query, chart: ChartSpec | null): string =>
  addressOfLink(query.dataset, writeLink(explorationOf(query, chart)))
