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
  'correction/not-found': {
    status: 404,
    say: () => ({ message: 'This meaning was taken back already.', hint: 'Reload the page to see what is left.' }),
  },
  'correction/no-column': {
    status: 422,
    say: () => ({
      message: 'There is no such column or measure in this dataset.',
      hint: 'Choose one of those that its model lists.',
    }),
  },
} as const satisfies Record<string, Row>
