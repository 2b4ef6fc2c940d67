import type { Row } from './row.ts'

/** Failures of recipes and steps. */
export const cleanFailures = {
  'clean/invalid-recipe': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: `This recipe cannot be read: ${p.reason}.`,
      hint: 'Use a recipe that was saved here, or make the steps again.',
    }),
  },
  'clean/invalid-settings': {
    status: 422,
    say: (p: { step: string; reason: string }) => ({
      message: `“${p.step}” cannot be done with these settings: ${p.reason}.`,
      hint: 'Change its settings, or remove the step.',
    }),
  },
  'clean/unknown-column': {
    status: 422,
    say: (p: { column: string; columns: readonly string[] }) => ({
      message: `There is no column “${p.column}” at this step.`,
      hint: `The columns are ${p.columns.slice(0, 12).join(', ')}${p.columns.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'clean/wrong-type': {
    status: 422,
    say: (p: { column: string; found: string; wanted: string }) => ({
      message: `“${p.column}” holds ${p.found}; this step needs ${p.wanted}.`,
      hint: 'Choose another column, or change its type first.',
    }),
  },
  'clean/nothing-to-go-by': {
    status: 422,
    say: (p: { column: string; reason: string }) => ({
      message: `“${p.column}” cannot be settled: ${p.reason}.`,
      hint: 'Choose another way to do it, or remove the step.',
    }),
  },
  'clean/too-large': {
    status: 422,
    say: (p: { what: string; limit: number }) => ({
      message: `A step of this recipe would make more than ${p.limit.toLocaleString('en')} ${p.what} of 100,000 rows.`,
      hint: 'Split into fewer columns, or put shorter text in place of what is found.',
    }),
  },
  'clean/no-rows-left': {
    status: 422,
    say: () => ({
      message: 'This recipe would leave no rows.',
      hint: 'Loosen the steps that remove rows, then apply it again.',
    }),
  },
  'clean/changes-nothing': {
    status: 422,
    say: () => ({
      message: 'None of these steps fits the data as it is, so there is nothing to apply.',
      hint: 'See what each step says, change its settings or remove it.',
    }),
  },
} as const satisfies Record<string, Row>
