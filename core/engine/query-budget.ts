import { Budget, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'

/** Characters of text that one formula makes of one row group, its parts included; they are held in memory together. */
const mostText = 250_000_000

/** What a Query may take. */
export const queryBudget = (pause: Pause = noPause): Budget =>
  new Budget({
    limits: { cells: Number.POSITIVE_INFINITY, bytes: mostText },
    refuse: (_, limit): Failure => fail('query/too-large', { what: 'characters of calculated text', limit }).error,
    pause,
  })
