import { fail } from '../errors.ts'
import type { Field } from '../table/table.ts'
import { checkCalculations } from './formulas.ts'
import type { Groups } from './groups.ts'
import { queryOfGroups, queryOverGroups } from './query-of-groups.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'
import { fieldsOfResult } from './result-fields.ts'
import { comparesWithAggregate } from './standards.ts'
import { problemOfSize } from './validate-size.ts'

type Checking = {
  /** The columns of the rows. */
  readonly own: readonly Field[]
  /** Checks a Query that is over rows. */
  readonly check: (asked: Query, fields: readonly Field[]) => Problem
}

/** Checks the groups as a Query over the rows, and what is asked of them as a Query over their results. */
export function problemOfGroups(asked: Query, groups: Groups, { own, check }: Checking): Problem {
  const inner = queryOfGroups(asked, groups)
  return (
    problemOfForm(asked) ??
    problemOfSize(asked) ??
    check(inner, own) ??
    check(queryOverGroups(asked), fieldsOfGroups(inner, own))
  )
}

/** The columns that groups have, as if they were rows. */
function fieldsOfGroups(inner: Query, own: readonly Field[]): readonly Field[] {
  const calculated = checkCalculations(inner.calculations, own)
  const types = new Map([...own, ...(calculated.ok ? calculated.value : [])].map(({ name, type }) => [name, type]))
  return fieldsOfResult(inner, (column) => types.get(column) ?? 'text')
}

function problemOfForm({ columns, compare, having }: Query): Problem {
  if (columns.length > 0) {
    return fail('query/invalid', {
      reason: 'A query over groups computes measures of them: to list groups, make them its own dimensions.',
    })
  }
  if (compare) {
    return fail('query/invalid', {
      reason: 'A query over groups has no time before to compare with: ask for each period by itself.',
    })
  }
  return having.some(comparesWithAggregate) ? tooDeep : null
}

const tooDeep = fail('query/invalid', {
  reason: 'Groups of groups cannot be compared with an aggregate of them: a query groups twice at most.',
})
