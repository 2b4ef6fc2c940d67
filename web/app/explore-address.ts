import type { ChartSpec } from '#core/charts/chart.ts'
import { writeLink } from '#core/explore/link.ts'
import { explorationOf } from '#core/explore/query-of.ts'
import type { Query } from '#core/query/query.ts'

/** Where a dataset is explored, from a question that an address holds. */
export const addressOfLink = (dataset: string, link: string): string =>
  `/explore/${dataset}${link === '' ? '' : `?x=${link}`}`

/** Where a question that was answered elsewhere is explored, shown as it was. */
export const addressOfQuestion = (query: Query, chart: ChartSpec | null): string =>
  addressOfLink(query.dataset, writeLink(explorationOf(query, chart)))
