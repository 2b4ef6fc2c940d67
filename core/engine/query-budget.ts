import { Budget, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'

/**
 * Maximum characters that one formula creates per row group, intermediate results included; all are in memory at
 * once.
 */
const maxText = 250_000_000

/** The limits of one Query. */
export const queryBudget = (pause: Pause = noPause): Budget =>
  new Budget({
    limits: { cells: Number.POSITIVE_INFINITY, bytes: maxText },
    refuse: (_, limit): Failure => fail('query/too-large', { what: 'characters of calculated text', limit }).error,
    pause,
  })
