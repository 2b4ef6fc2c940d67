import { withArticle } from '../with-article.ts'
import type { Row } from './row.ts'

/** Failures of models and access rules. */
export const modelFailures = {
  'model/not-found': {
    status: 404,
    say: (p: { number: number }) => ({
      message: `There is no version ${p.number} of this model.`,
      hint: 'Choose one of its history.',
    }),
  },
  'model/unreadable': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: `This is not a model that can be read: ${p.reason}.`,
      hint: 'Use a file that was exported here, or make the changes by hand.',
    }),
  },
  'model/problems': {
    status: 422,
    say: (p: { first: string; hint: string; more: number }) => ({
      message: p.more === 0 ? p.first : `${p.first} And ${p.more} more.`,
      hint: p.hint,
    }),
  },
  'model/conflict': {
    status: 409,
    say: (p: { author: string | null; version: number; changes: readonly string[] }) => ({
      message: `${p.author ?? 'Somebody'} saved version ${p.version} meanwhile: ${p.changes.slice(0, 3).join(' ')}${p.changes.length > 3 ? ` And ${p.changes.length - 3} more.` : ''}`,
      hint: 'Take these changes in, look at them, and save again; yours are kept.',
    }),
  },
  'model/unchanged': {
    status: 409,
    say: () => ({ message: 'Nothing is different from what is saved.', hint: 'Change something first.' }),
  },
  'model/too-large': {
    status: 413,
    say: () => ({
      message: 'This model is larger than can be kept.',
      hint: 'Shorten its lists of values, or remove groups that nobody uses.',
    }),
  },
  'model/admins-only': {
    status: 403,
    say: () => ({
      message: 'Who sees which rows and columns is decided by owners and admins alone.',
      hint: 'Ask an admin of this workspace, or save your other changes without it.',
    }),
  },
  'access/hidden-column': {
    status: 403,
    say: (p: { column: string }) => ({
      message: `“${p.column}” is not shown to you, so nothing is answered by it.`,
      hint: 'Leave it out, or ask an owner of this workspace.',
    }),
  },
  'access/masked-column': {
    status: 403,
    say: (p: { column: string }) => ({
      message: `The values of “${p.column}” are masked for you: they are listed, grouped by and counted, and nothing else.`,
      hint: 'Use another column for this, or ask an owner of this workspace.',
    }),
  },
  'access/part-only': {
    status: 403,
    say: (p: { name: string }) => ({
      message: `You see a part of ${p.name}, so what is told of all of it is not given to you.`,
      hint: 'Ask questions of it: they are answered from the part that you see.',
    }),
  },
  'access/rule-broken': {
    status: 403,
    say: (p: { name: string }) => ({
      message: `Which rows of ${p.name} you may see is told by a column that is not as it was, so none are shown.`,
      hint: 'Ask an owner of this workspace to look at the rules of its model.',
    }),
  },
  'access/viewing-as': {
    status: 403,
    say: (p: { role: string }) => ({
      message: `You are looking at this as ${withArticle(p.role)}, so nothing can be changed.`,
      hint: 'Stop looking as somebody else, and try again.',
    }),
  },
  'access/cannot-view-as': {
    status: 403,
    say: () => ({
      message: 'Only an owner or admin can look at data as somebody else.',
      hint: 'Name a role such as viewer, and ask an owner for the role of an admin.',
    }),
  },
} as const satisfies Record<string, Row>
