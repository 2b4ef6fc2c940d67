import { fail } from '../../errors.ts'
import { type Place, refuse, type Refused } from '../gate/refused.ts'
import type { Result } from '../../result.ts'

/** Carries what cannot be read out of the depths of a statement; caught where reading it began. */
export class Unread extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.message)
    this.refused = refused
  }
}

/** A part of the SQL that no Query says; and what to write instead. */
export function noCounterpart(place: Place | null, what: string, instead: string): never {
  throw new Unread(refuse(place, 'sql/no-counterpart', { what, instead }).error)
}

/** What does not fit where it stands. */
export function unexpected(place: Place | null, found: string, wanted: string): never {
  throw new Unread({ ...fail('sql/unexpected', { found, wanted }).error, place })
}

/** Runs what may stop; where it stopped becomes a value. */
export function attempt<Value>(work: () => Value): Result<Value, Refused> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Unread) return { ok: false, error: error.refused }
    throw error
  }
}
