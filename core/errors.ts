/** A sentence for a person, and what to do next. */
type Words = { readonly message: string; readonly hint: string }
type Row = {
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  readonly say: (details: never) => Words
}

/**
 * Every failure a person can meet: its stable code, its HTTP status, its words.
 * Codes are part of the API; the words may change.
 */
const failures = {
  'request/invalid': {
    status: 400,
    say: (p: { reason: string }) => ({ message: p.reason, hint: 'Correct the request and send it again.' }),
  },
} as const satisfies Record<string, Row>

export type FailureCode = keyof typeof failures
type Details<Code extends FailureCode> = Parameters<(typeof failures)[Code]['say']>[0]

/** An expected failure: what happened, in words, with a code that programs may rely on. */
export type Failure = {
  readonly code: FailureCode
  readonly status: Row['status']
  readonly message: string
  readonly hint: string
}

/** Builds a failed Result; the compiler asks for exactly the details its words need. */
export function fail<Code extends FailureCode>(
  code: Code,
  ...details: Details<Code> extends undefined ? [] : [Details<Code>]
): { readonly ok: false; readonly error: Failure } {
  const row: Row = failures[code]
  const words = (row.say as (details: unknown) => Words)(details[0])
  return { ok: false, error: { code, status: row.status, ...words } }
}
