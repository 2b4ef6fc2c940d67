import { Budget, type Measure, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'

/** Of one step and one row group: cells, and characters of text that it makes. They are held in memory together. */
const limits: Readonly<Record<Measure, number>> = { cells: 1 << 25, bytes: 250_000_000 }

const inWords: Readonly<Record<Measure, string>> = { cells: 'cells', bytes: 'characters of text' }

/** What a step of a recipe may make of one row group. */
export const cleanBudget = (pause: Pause = noPause): Budget =>
  new Budget({
    limits,
    refuse: (measure, limit): Failure => fail('clean/too-large', { what: inWords[measure], limit }).error,
    pause,
  })
