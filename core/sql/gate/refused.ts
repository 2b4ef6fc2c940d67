import { fail, type Failure, type FailureCode } from '../../errors.ts'

/** A stretch of the SQL as it was written, in UTF-16 units; `to` is behind its end. */
export type Place = { readonly from: number; readonly to: number }

/** A failure, and where in the SQL it is; null where it is of the whole. */
export type Refused = Failure & { readonly place: Place | null }

type Details<Code extends FailureCode> = Parameters<typeof fail<Code>> extends [Code, ...infer Rest] ? Rest : never

/** Refuses SQL in the words of a failure, at a place. */
export function refuse<Code extends FailureCode>(
  place: Place | null,
  code: Code,
  ...details: Details<Code>
): { readonly ok: false; readonly error: Refused } {
  const { error } = (fail as (code: FailureCode, ...details: unknown[]) => { readonly error: Failure })(
    code,
    ...details,
  )
  return { ok: false, error: { ...error, place } }
}
