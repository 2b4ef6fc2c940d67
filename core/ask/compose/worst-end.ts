import { wordsOfName } from '../../profile/name-words.ts'
import { stem } from '../words.ts'
import type { Draft } from './draft.ts'

/** What nobody wants more of, by words of columns' names. */
const unwanted = new Set(
  'decline declined churn attrition turnover error failure failed fail defect defective default delay delayed late lateness complaint cancellation cancelled canceled refund return returned rejection rejected reject bounce unsubscribe absence absent absenteeism sickness accident incident crime injury death mortality fatality infection readmission dropout downtime outage latency backlog overdue loss shrinkage spoilage scrap waste damage damaged theft fraud escalation escalated breach violation unemployment poverty debt pollution bug crash'
    .split(' ')
    .map(stem),
)

/** `worst decline rate` is the highest one, `best error rate` the lowest. */
export function turnWorst(draft: Draft): void {
  const [measure] = draft.measures
  const said = /\b(worst|best)\b/i.exec(draft.rank?.words ?? '')?.[1]?.toLowerCase()
  if (!draft.rank || said === undefined || !measure?.column) return
  if (!wordsOfName(measure.column.name).some((word) => unwanted.has(stem(word)))) return
  draft.rank = { ...draft.rank, direction: said === 'worst' ? 'descending' : 'ascending' }
}
