import type { Row } from './row.ts'

const askForSummary = 'Ask the person who shared the dashboard for a summary instead.'

/** Failures of public links. Strangers read them, so they never name columns. */
export const shareFailures = {
  'share/not-found': {
    status: 404,
    say: () => ({
      message: 'This link does not exist, or it is not yours.',
      hint: 'Choose one of the links of the dashboard.',
    }),
  },
  'share/gone': {
    status: 410,
    say: () => ({ message: 'This link does not work any more.', hint: 'Ask the person who sent it for a new one.' }),
  },
  'share/lists-rows': {
    status: 403,
    say: () => ({ message: 'This tile lists single rows, which a public link never shows.', hint: askForSummary }),
  },
  'share/tells-apart': {
    status: 403,
    say: () => ({
      message: 'This tile uses a column that tells single people or records apart, so a public link does not show it.',
      hint: askForSummary,
    }),
  },
  'share/picks-rows': {
    status: 403,
    say: () => ({
      message: 'This tile computes by a formula that could pick out single rows, so a public link does not show it.',
      hint: askForSummary,
    }),
  },
  'share/over-groups': {
    status: 403,
    say: () => ({
      message:
        'This tile works on groups of rows, or compares with an average, about data that may be of persons, so a public link does not show it.',
      hint: askForSummary,
    }),
  },
  'share/too-few': {
    status: 403,
    say: (p: { least: number }) => ({
      message: `This tile, alone or beside others, would tell of fewer than ${p.least} rows, so a public link does not show it.`,
      hint: askForSummary,
    }),
  },
  'share/tile-broken': {
    status: 409,
    say: () => ({
      message: 'This tile cannot be shown at the moment.',
      hint: 'Ask the person who shared the dashboard to look at it.',
    }),
  },
} as const satisfies Record<string, Row>
