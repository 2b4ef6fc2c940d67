import type { Row } from './row.ts'

const nearestOf = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean “${nearest}”?`)

const listOf = (names: readonly string[]): string =>
  `${names.slice(0, 12).join(', ')}${names.length > 12 ? ' and more' : ''}`

/** Failures of formulas; each has a position in the text. */
export const formulaFailures = {
  'formula/empty': {
    status: 422,
    say: () => ({ message: 'The formula is empty.', hint: 'Write one, such as sum([Sales]) or [Price] * 2.' }),
  },
  'formula/syntax': {
    status: 422,
    say: (p: { found: string; wanted: string }) => ({ message: p.found, hint: p.wanted }),
  },
  'formula/too-large': {
    status: 422,
    say: (p: { reason: string }) => ({
      message: p.reason,
      hint: 'Split it into several calculated columns or measures.',
    }),
  },
  'formula/unknown-name': {
    status: 422,
    say: (p: { name: string; nearest: string | null; names: readonly string[] }) => ({
      message: `There is no column or measure “${p.name}”.${nearestOf(p.nearest)}`,
      hint: p.names.length === 0 ? 'There are no columns here.' : `There are ${listOf(p.names)}.`,
    }),
  },
  'formula/unknown-function': {
    status: 422,
    say: (p: { name: string; nearest: string | null }) => ({
      message: `There is no function “${p.name}”.${nearestOf(p.nearest)}`,
      hint: 'Choose one of the list that opens while you type.',
    }),
  },
  'formula/arguments': {
    status: 422,
    say: (p: { reason: string; signature: string }) => ({ message: p.reason, hint: `It is written ${p.signature}.` }),
  },
  'formula/wrong-type': {
    status: 422,
    say: (p: { message: string; instead: string }) => ({ message: p.message, hint: p.instead }),
  },
  'formula/mixed': {
    status: 422,
    say: (p: { what: string; suggestion: string }) => ({
      message: `${p.what} has a value in every row, but the rest of the formula has one value for a whole group.`,
      hint: `Sum it up first, as in ${p.suggestion}.`,
    }),
  },
  'formula/nested-aggregate': {
    status: 422,
    say: (p: { inner: string; outer: string }) => ({
      message: `${p.inner} already has one value for a whole group, so ${p.outer} cannot be taken of it.`,
      hint: `Leave out ${p.outer}, or put a column in place of ${p.inner}.`,
    }),
  },
  'formula/wrong-level': {
    status: 422,
    say: (p: { wanted: 'column' | 'measure' }) =>
      p.wanted === 'column'
        ? {
            message: 'A calculated column has a value in every row; this formula has one value for a whole group.',
            hint: 'Make it a measure, or leave out what sums rows up.',
          }
        : {
            message: 'A measure has one value for a whole group; this formula has a value in every row.',
            hint: 'Sum it up, as in sum([Sales]), or make it a calculated column.',
          },
  },
  'formula/cycle': {
    status: 422,
    say: (p: { path: readonly string[] }) => ({
      message: `The formulas go round in a circle: ${p.path.map((name) => `“${name}”`).join(' needs ')}.`,
      hint: 'Take one of these references out.',
    }),
  },
} as const satisfies Record<string, Row>
