import { columnOf, type Dataset } from './dataset.ts'
import type { Call, Expression } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** True for an aggregate of dates. */
export const isOfDays = ({ of: [column] }: Call, dataset: Dataset): boolean =>
  column !== undefined && columnOf(column, dataset)?.type === 'date'

/** DuckDB's median of two dates may be a noon; a Query's is a date. Accepted only with a cast to DATE. */
export function refuseHalfDays(node: Expression, dataset: Dataset): void {
  if (node.kind === 'call' && node.name === 'median' && isOfDays(node, dataset))
    noCounterpart(node, 'A median between two days', 'Write CAST(median(column) AS DATE).')
}
