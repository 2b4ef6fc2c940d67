import { fail, type Failure, type FailureCode } from '../../errors.ts'

/** A range of the SQL text, in UTF-16 units; `to` is exclusive. */
export type TextRange = { readonly from: number; readonly to: number }

/** A failure with its place in the SQL; null if it concerns the whole statement. */
export type Refused = Failure & { readonly place: TextRange | null }

type Details<Code extends FailureCode> = Parameters<typeof fail<Code>> extends [Code, ...infer Rest] ? Rest : never

/** Builds a refusal at a place. */
export function refuse<Code extends FailureCode>(
  place: TextRange | null,
  code: Code,
  ...details: Details<Code>
): { readonly ok: false; readonly error: Refused } {
  const { error } = (fail as (code: FailureCode, ...details: unknown[]) => { readonly error: Failure })(
    code,
    ...details,
  )
  return { ok: false, error: { ...error, place } }
}
