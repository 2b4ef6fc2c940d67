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
  'file/missing': {
    status: 404,
    say: (p: { path: string }) => ({ message: `There is no file at ${p.path}.`, hint: 'Check the path and the spelling.' }),
  },
  'file/empty': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} is empty.`,
      hint: 'Choose a file with a header and at least one row.',
    }),
  },
  'file/no-rows': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} has a header but no rows.`,
      hint: 'Export it again with its data, or choose another file.',
    }),
  },
  'file/too-large': {
    status: 413,
    say: (p: { name: string; size: string; limit: string }) => ({
      message: `${p.name} is ${p.size}; files may be up to ${p.limit} here.`,
      hint: 'Split the file, or leave out columns and rows you do not need.',
    }),
  },
  'file/wrong-kind': {
    status: 415,
    say: (p: { name: string; found: string; accepted: string }) => ({
      message: `${p.name} is ${p.found}, not a table that can be read here.`,
      hint: `Export the table as ${p.accepted} and choose that file.`,
    }),
  },
  'file/too-many-columns': {
    status: 422,
    say: (p: { name: string; columns: number; limit: number }) => ({
      message: `${p.name} has ${p.columns} columns; up to ${p.limit} can be read.`,
      hint: 'Leave out the columns you do not need, or turn columns into rows.',
    }),
  },
  'file/stopped': {
    status: 408,
    say: (p: { name: string }) => ({
      message: `Reading ${p.name} was stopped before its end.`,
      hint: 'Start it again.',
    }),
  },
  'request/invalid': {
    status: 400,
    say: (p: { reason: string }) => ({ message: p.reason, hint: 'Correct the request and send it again.' }),
  },
  'dashboard/edit-invalid': {
    status: 400,
    say: (p: { reason: string }) => ({ message: `This change cannot be read: ${p.reason}`, hint: 'Correct it and send it again.' }),
  },
  'dashboard/no-such-tile': {
    status: 404,
    say: () => ({ message: 'That tile is no longer on the dashboard.', hint: 'Reload to see the dashboard as it is now.' }),
  },
  'dashboard/tile-exists': {
    status: 409,
    say: () => ({ message: 'That tile is already on the dashboard.', hint: 'Give the new tile an id of its own.' }),
  },
  'dashboard/full': {
    status: 422,
    say: (p: { most: number }) => ({
      message: `A dashboard holds at most ${p.most} tiles.`,
      hint: 'Remove a tile, or start another dashboard.',
    }),
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
