import { accountFailures } from './failures/account.ts'
import { cleanFailures } from './failures/clean.ts'
import { datasetFailures } from './failures/datasets.ts'
import { forecastFailures } from './failures/forecast.ts'
import { joinFailures } from './failures/joins.ts'
import { formulaFailures } from './failures/formula.ts'
import { modelFailures } from './failures/model.ts'
import { peopleFailures } from './failures/people.ts'
import { questionFailures } from './failures/question.ts'
import type { Row, Words } from './failures/row.ts'
import { shareFailures } from './failures/share.ts'
import { sqlFailures } from './failures/sql.ts'
import { withArticle } from './with-article.ts'

/**
 * Every failure a person can meet: its stable code, its HTTP status, its words.
 * Codes are part of the API; the words may change.
 */
const failures = {
  ...accountFailures,
  ...cleanFailures,
  ...datasetFailures,
  ...forecastFailures,
  ...joinFailures,
  ...modelFailures,
  ...peopleFailures,
  ...formulaFailures,
  ...questionFailures,
  ...shareFailures,
  ...sqlFailures,
  'file/missing': {
    status: 404,
    say: (p: { path: string }) => ({
      message: `There is no file at ${p.path}.`,
      hint: 'Check the path and the spelling.',
    }),
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
  'file/encrypted': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} is protected by a password, so it cannot be read.`,
      hint: 'Open it in Excel, save a copy without a password, and choose that copy.',
    }),
  },
  'file/broken': {
    status: 422,
    say: (p: { name: string; kind: string; reason: string }) => ({
      message: `${p.name} cannot be read as ${p.kind}: ${p.reason}.`,
      hint: 'The file may be damaged or cut short. Open it where it comes from and save it again.',
    }),
  },
  'file/no-sheet': {
    status: 422,
    say: (p: { name: string; sheet: string; sheets: readonly string[] }) => ({
      message: `${p.name} has no sheet “${p.sheet}”.`,
      hint: `Its sheets are ${p.sheets.slice(0, 12).join(', ')}${p.sheets.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'file/no-cells': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `${p.name} has no visible sheet with anything in it.`,
      hint: 'Check that the table is in this workbook and that its sheet is not hidden.',
    }),
  },
  'file/too-many-columns': {
    status: 422,
    say: (p: { name: string; columns: number; limit: number }) => ({
      message: `${p.name} has ${p.columns} columns; up to ${p.limit} can be read.`,
      hint: 'Leave out the columns you do not need, or turn columns into rows.',
    }),
  },
  'file/too-much': {
    status: 422,
    say: (p: { name: string; limit: string }) => ({
      message: `${p.name} would become more than ${p.limit}, which is more than can be read.`,
      hint: 'Leave out repeated and empty rows and columns, or split the file.',
    }),
  },
  'file/record-too-long': {
    status: 422,
    say: (p: { name: string; megabytes: number }) => ({
      message: `${p.name} has a row of more than ${p.megabytes} MB, which no table has.`,
      hint: 'Check its line ends and quotes, or export it again.',
    }),
  },
  'file/stopped': {
    status: 408,
    say: (p: { name: string }) => ({
      message: `Reading ${p.name} was stopped before its end.`,
      hint: 'Start it again.',
    }),
  },
  'table/unreadable-parquet': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: `This Parquet file cannot be read: ${p.reason}.`,
      hint: 'Write it again with Snappy or no compression, or choose a CSV of the same table.',
    }),
  },
  'query/invalid': {
    status: 422,
    say: (p: { reason: string }) => ({ message: p.reason, hint: 'Correct the query and send it again.' }),
  },
  'query/unknown-column': {
    status: 422,
    say: (p: { column: string; nearest: string | null; columns: readonly string[] }) => ({
      message: `There is no column “${p.column}”.${p.nearest === null ? '' : ` Did you mean “${p.nearest}”?`}`,
      hint: `The columns are ${p.columns.slice(0, 12).join(', ')}${p.columns.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'query/wrong-type': {
    status: 422,
    say: (p: { column: string; type: string; action: string; instead: string }) => ({
      message: `“${p.column}” holds ${p.type}, which ${p.action}.`,
      hint: p.instead,
    }),
  },
  'query/unknown-result': {
    status: 422,
    say: (p: { name: string; nearest: string | null; names: readonly string[] }) => ({
      message: `The result has no column “${p.name}”.${p.nearest === null ? '' : ` Did you mean “${p.nearest}”?`}`,
      hint: `Its columns are ${p.names.slice(0, 12).join(', ')}${p.names.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'query/unknown-dimension': {
    status: 422,
    say: (p: { name: string; nearest: string | null; names: readonly string[] }) => ({
      message: `The query does not group by “${p.name}”.${p.nearest === null ? '' : ` Did you mean “${p.nearest}”?`}`,
      hint: p.names.length === 0 ? 'It groups by nothing.' : `It groups by ${p.names.join(', ')}.`,
    }),
  },
  'query/same-name': {
    status: 422,
    say: (p: { name: string }) => ({
      message: `Two columns of the result would be called “${p.name}”.`,
      hint: 'Give one of them another name with “as”, or ask for it once.',
    }),
  },
  'query/too-large': {
    status: 413,
    say: (p: { what: string; limit: number }) => ({
      message: `The answer needs more than ${p.limit.toLocaleString('en')} ${p.what}.`,
      hint: 'Group by something coarser, or filter first.',
    }),
  },
  'query/no-engine': {
    status: 422,
    say: () => ({
      message: 'The engine that was asked for cannot read this data.',
      hint: 'Leave the engine out: the one that reads the data is chosen.',
    }),
  },
  'query/cancelled': {
    status: 408,
    say: () => ({ message: 'The query was stopped before its end.', hint: 'Run it again.' }),
  },
  'request/invalid': {
    status: 400,
    say: (p: { reason: string }) => ({ message: p.reason, hint: 'Correct the request and send it again.' }),
  },
  'dashboard/edit-invalid': {
    status: 400,
    say: (p: { reason: string }) => ({
      message: `This change cannot be read: ${p.reason}`,
      hint: 'Correct it and send it again.',
    }),
  },
  'dashboard/no-such-tile': {
    status: 404,
    say: () => ({
      message: 'That tile is no longer on the dashboard.',
      hint: 'Reload to see the dashboard as it is now.',
    }),
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
  'dashboard/too-large': {
    status: 413,
    say: () => ({
      message: 'This dashboard has become too large to be saved.',
      hint: 'Use shorter filters, remove a tile, or start another dashboard.',
    }),
  },
  'dashboard/not-yours': {
    status: 403,
    say: (p: { role: string }) => ({
      message: `Dashboards are not changed by ${withArticle(p.role)}.`,
      hint: 'Ask an admin or an analyst of this workspace.',
    }),
  },
  'request/not-found': {
    status: 404,
    say: () => ({ message: 'There is nothing at this address.', hint: 'Check the address; /docs lists them all.' }),
  },
  'request/too-large': {
    status: 413,
    say: () => ({ message: 'The request is larger than it may be.', hint: 'Send it in smaller parts.' }),
  },
  'request/too-many': {
    status: 429,
    say: () => ({ message: 'Too many requests in a short time.', hint: 'Wait a minute, then try again.' }),
  },
  'access/session-needed': {
    status: 401,
    say: () => ({
      message: 'You are not signed in, or your session has ended.',
      hint: 'Sign in, or go on as a guest.',
    }),
  },
  'access/members-only': {
    status: 403,
    say: () => ({ message: 'This needs an account.', hint: 'Sign up; everything you have made as a guest is kept.' }),
  },
  'access/role-needed': {
    status: 403,
    say: (p: { needs: string; role: string }) => ({
      message: `This needs ${withArticle(p.needs)}, and here you are ${withArticle(p.role)}.`,
      hint: 'Ask an admin of the workspace to do it, or to change your role.',
    }),
  },
  'access/foreign-origin': {
    status: 403,
    say: () => ({
      message: 'This request comes from another site, which may not change anything here.',
      hint: 'Use the application itself, or ask its operator to allow the site.',
    }),
  },
  'account/refused': {
    status: 401,
    say: () => ({ message: 'This e-mail and password do not belong together.', hint: 'Check both and try again.' }),
  },
  'account/locked': {
    status: 423,
    say: (p: { minutes: number }) => ({
      message: 'Too many failed attempts for this e-mail.',
      hint: `Wait ${p.minutes} minutes, then try again.`,
    }),
  },
  'account/too-many-guests': {
    status: 429,
    say: (p: { minutes: number }) => ({
      message: 'Many people have started here from your network in a short time.',
      hint: `Sign in if you have an account; else wait ${p.minutes} minutes, then try again.`,
    }),
  },
  'account/email-taken': {
    status: 409,
    say: () => ({ message: 'There is an account with this e-mail already.', hint: 'Sign in, or use another e-mail.' }),
  },
  'account/signed-in': {
    status: 409,
    say: () => ({ message: 'You are signed in to an account already.', hint: 'Sign out first.' }),
  },
  'account/wrong-password': {
    status: 403,
    say: () => ({ message: 'The current password is not right.', hint: 'Check it and try again.' }),
  },
  'quota/datasets': {
    status: 403,
    say: (p: { limit: number }) => ({
      message: `A guest keeps at most ${p.limit} datasets.`,
      hint: 'Delete one, or sign up: it is free, and everything you have made is kept.',
    }),
  },
  'quota/bytes': {
    status: 403,
    say: (p: { megabytes: number }) => ({
      message: `A guest keeps at most ${p.megabytes} MB of files.`,
      hint: 'Delete a dataset, or sign up: it is free, and everything you have made is kept.',
    }),
  },
  'upload/not-found': {
    status: 404,
    say: () => ({ message: 'This upload does not exist any more.', hint: 'Start it again.' }),
  },
  'upload/id-taken': {
    status: 409,
    say: () => ({
      message: 'There is a dataset with the id that this file should have.',
      hint: 'Choose the file again.',
    }),
  },
  'upload/part-size': {
    status: 422,
    say: (p: { number: number; expected: number; found: number }) => ({
      message: `Part ${p.number} should have ${p.expected} bytes, but ${p.found} arrived.`,
      hint: 'The file may have changed while it was sent. Upload it again.',
    }),
  },
  'upload/incomplete': {
    status: 409,
    say: (p: { missing: number }) => ({
      message: `The upload is not complete: ${p.missing} of its parts ${p.missing === 1 ? 'is' : 'are'} missing.`,
      hint: 'Send the missing parts, then complete it again.',
    }),
  },
  'job/gave-up': {
    status: 503,
    say: (p: { title: string; attempts: number }) => ({
      message: `${p.title} did not succeed in ${p.attempts} attempts; nothing was lost.`,
      hint: 'Try again. If it fails once more, it may be too demanding: try with less data.',
    }),
  },
  'job/too-slow': {
    status: 408,
    say: (p: { title: string; minutes: number }) => ({
      message: `${p.title} took longer than ${p.minutes} minutes and was stopped.`,
      hint: 'Try again, or with less data.',
    }),
  },
  'query/too-slow': {
    status: 408,
    say: (p: { seconds: number }) => ({
      message: `This took longer than ${p.seconds} seconds and was stopped.`,
      hint: 'Ask for less: add a filter, or fewer groups.',
    }),
  },
  'dashboard/not-found': {
    status: 404,
    say: () => ({
      message: 'This dashboard does not exist, or it is not yours.',
      hint: 'Choose one of your dashboards.',
    }),
  },
  'dashboard/id-taken': {
    status: 409,
    say: () => ({
      message: 'There is a dashboard with the id that this one should have.',
      hint: 'Let it be designed anew.',
    }),
  },
  'dashboard/conflict': {
    status: 409,
    say: (p: { version: number }) => ({
      message: `Somebody changed this dashboard meanwhile; it is at version ${p.version} now.`,
      hint: 'Load it again and repeat the change.',
    }),
  },
  'service/unavailable': {
    status: 503,
    say: () => ({ message: 'A part of the service cannot be reached.', hint: 'Try again in a moment.' }),
  },
  'service/broken': {
    status: 500,
    say: () => ({
      message: 'Something went wrong on our side.',
      hint: 'Try again. If it stays, report the request id.',
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
