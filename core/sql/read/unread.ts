import { fail } from '../../errors.ts'
import { type TextRange, refuse, type Refused } from '../gate/refused.ts'
import type { Result } from '../../result.ts'

/** Carries a refusal out of nested parsing; `attempt` catches it. */
export class Unread extends Error {
  readonly refused: Refused

  constructor(refused: Refused) {
    super(refused.message)
    this.refused = refused
  }
}

/** Refuses SQL that no Query can express, and suggests an alternative. */
export function noCounterpart(place: TextRange | null, what: string, instead: string): never {
  throw new Unread(refuse(place, 'sql/no-counterpart', { what, instead }).error)
}

/** Refuses an unexpected token. */
export function unexpected(place: TextRange | null, found: string, wanted: string): never {
  throw new Unread({ ...fail('sql/unexpected', { found, wanted }).error, place })
}

/** Runs a parser and returns its refusal as a value. */
export function attempt<Value>(work: () => Value): Result<Value, Refused> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    if (error instanceof Unread) return { ok: false, error: error.refused }
    throw error
  }
}
