import type { Row } from './row.ts'

/** What can go wrong with the list of what was asked. */
export const questionFailures = {
  'question/not-found': {
    status: 404,
    say: () => ({ message: 'This question is not in the list any more.', hint: 'Ask it again.' }),
  },
  'question/no-change': {
    status: 400,
    say: () => ({ message: 'Nothing was to be changed.', hint: 'Give a name, or say whether it is a favourite.' }),
  },
} as const satisfies Record<string, Row>
