import type { Aggregate } from '../../semantic/vocabulary.ts'
import type { Call } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** Refuses a call that would be read as another aggregate. */
export function checkAggregate(node: Call, aggregate: Aggregate): void {
  if (node.isDistinct && aggregate !== 'count') noCounterpart(node, `${node.name}(DISTINCT …)`, 'Leave DISTINCT out.')
  if (node.of.length > (aggregate === 'quantile' ? 2 : 1))
    noCounterpart(node, `${node.name} of several columns`, 'Name one column.')
}
