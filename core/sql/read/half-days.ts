import { columnOf, type Dataset } from './dataset.ts'
import type { Call, Expression } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** Is an aggregate one of dates? */
export const isOfDays = ({ of: [column] }: Call, dataset: Dataset): boolean =>
  column !== undefined && columnOf(column, dataset)?.type === 'date'

/** Between two days DuckDB's median is noon or midnight, that of a Query the day before: it is read where a cast says so. */
export function refuseHalfDays(node: Expression, dataset: Dataset): void {
  if (node.kind === 'call' && node.name === 'median' && isOfDays(node, dataset))
    noCounterpart(node, 'A median between two days', 'Write CAST(median(column) AS DATE).')
}
