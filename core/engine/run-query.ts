import { fail } from '../errors.ts'
import { zoneOf } from '../query/calendar/zone.ts'
import { checkCalculations } from '../query/formulas.ts'
import { listsRows, type Query } from '../query/query.ts'
import type { Result } from '../result.ts'
import type { Source } from '../table/source.ts'
import type { Table } from '../table/table.ts'
import { TooManyTexts } from './aggregates/distinct.ts'
import { calculatedSource } from './formula/calculated-source.ts'
import { JoinFailed } from './joins/lookup.ts'
import { runGrouped } from './run-grouped.ts'
import { runListing } from './rows/run-listing.ts'
import { Cancelled } from './scan.ts'
import { runSteps } from './steps/run-steps.ts'

/**
 * Runs a valid Query over a Source, row group by row group, and stops between two of them once the signal says so.
 * The source has the columns of what the Query joins already.
 */
export const runQuery = (query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> =>
  runSteps(query, (plain) => runPlain(plain, withCalculations(plain, source), signal))

/** A valid Query's calculated columns beside the source's own. */
function withCalculations({ calculations, timeZone }: Query, source: Source): Source {
  const checked = checkCalculations(calculations, source.fields)
  if (!checked.ok) throw new Error(checked.error.message)
  return calculatedSource(source, checked.value, zoneOf(timeZone))
}

async function runPlain(query: Query, source: Source, signal?: AbortSignal): Promise<Result<Table>> {
  try {
    return await (listsRows(query) ? runListing : runGrouped)(query, source, signal)
  } catch (error) {
    if (error instanceof TooManyTexts) return fail('query/too-large', { what: 'different texts', limit: error.limit })
    if (error instanceof JoinFailed) return { ok: false, error: error.failure }
    if (error instanceof Cancelled) return fail('query/cancelled')
    throw error
  }
}
