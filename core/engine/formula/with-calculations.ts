import type { Budget } from '../../budget.ts'
import { checkCalculations } from '../../query/formulas.ts'
import { zoneOf } from '../../query/calendar/zone.ts'
import type { Query } from '../../query/query.ts'
import type { Source } from '../../table/source.ts'
import { calculatedSource } from './calculated-source.ts'

/** Adds a valid Query's calculated columns to a source. */
export function withCalculations({ calculations, timeZone }: Query, source: Source, budget?: Budget): Source {
  const checked = checkCalculations(calculations, source.fields)
  if (!checked.ok) throw new Error(checked.error.message)
  return calculatedSource(source, checked.value, { zone: zoneOf(timeZone), ...(budget ? { budget } : {}) })
}
