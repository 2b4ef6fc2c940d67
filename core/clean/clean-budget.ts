import { Budget, type Measure, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'

/** Per step and row group: cells, and characters of new text. Both are in memory at once. */
const limits: Readonly<Record<Measure, number>> = { cells: 1 << 25, bytes: 250_000_000 }

const inWords: Readonly<Record<Measure, string>> = { cells: 'cells', bytes: 'characters of text' }

/** Limits of a recipe step on one row group. */
export const cleanBudget = (pause: Pause = noPause): Budget =>
  new Budget({
    limits,
    refuse: (measure, limit): Failure => fail('clean/too-large', { what: inWords[measure], limit }).error,
    pause,
  })
