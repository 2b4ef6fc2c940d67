import { Budget, type Measure, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'

/**
 * Per step and row group: cells, and characters of new text. Both are in memory at once, and a step on one row group
 * does not yield: 80 million characters take about 0.7 s.
 */
const limits: Readonly<Record<Measure, number>> = { cells: 1 << 25, bytes: 80_000_000 }

const inWords: Readonly<Record<Measure, string>> = { cells: 'cells', bytes: 'characters of text' }

/** Limits of a recipe step on one row group. */
export const cleanBudget = (pause: Pause = noPause): Budget =>
  new Budget({
    limits,
    refuse: (measure, limit): Failure => fail('clean/too-large', { what: inWords[measure], limit }).error,
    pause,
  })
