import type { Filter } from '#core/query/filter.ts'
import { dateParts } from '#core/semantic/vocabulary.ts'
import type { Random } from './random.ts'

/** What recurs, also what never does: the 13th month, the hour of no day. */
export function randomPartFilter(random: Random, column: string, type: 'date' | 'timestamp'): Filter {
  const part = random.pick(dateParts.filter((one) => one !== 'hourOfDay' || type === 'timestamp'))
  const most = {
    hourOfDay: 24,
    dayOfWeek: 8,
    dayOfMonth: 32,
    dayOfYear: 366,
    weekOfYear: 54,
    monthOfYear: 13,
    quarterOfYear: 5,
  }
  return {
    op: 'part',
    column,
    part,
    values: Array.from({ length: random.below(6) }, () => random.below(most[part] + 1)),
  }
}
