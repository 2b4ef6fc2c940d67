import { fail } from '../errors.ts'
import type { Problem } from './problem.ts'
import type { Query } from './query.ts'

/** What a Query can say before the engines can answer it. */
export const problemOfNotYet = ({ calculations }: Query): Problem =>
  calculations.length === 0 ? null : fail('query/not-yet')
