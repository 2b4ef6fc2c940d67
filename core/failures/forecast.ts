import type { Row } from './row.ts'

/** Failures of forecasts, of looking for anomalies, and of explaining changes. */
export const forecastFailures = {
  'series/unknown-column': {
    status: 422,
    say: (p: { column: string; columns: readonly string[] }) => ({
      message: `There is no column “${p.column}”.`,
      hint: `The columns are ${p.columns.slice(0, 12).join(', ')}${p.columns.length > 12 ? ' and more' : ''}.`,
    }),
  },
  'series/not-numbers': {
    status: 422,
    say: (p: { column: string; found: string }) => ({
      message: `“${p.column}” holds ${p.found}; a series needs numbers, and dates or numbers that order them.`,
      hint: 'Choose another column, or clean this one first.',
    }),
  },
  'series/twice': {
    status: 422,
    say: (p: { series: string; time: string }) => ({
      message: `${p.series === '' ? 'The series' : `“${p.series}”`} has more than one value at ${p.time}.`,
      hint: 'Sum or average them by time first, or name the column that tells the series apart.',
    }),
  },
  'series/too-short': {
    status: 422,
    say: (p: { series: string; values: number; needed: number }) => ({
      message: `${p.series === '' ? 'The series' : `“${p.series}”`} has ${p.values} values; at least ${p.needed} are needed.`,
      hint: 'Use a finer step of time, or wait for more data.',
    }),
  },
  'series/horizon': {
    status: 422,
    say: (p: { horizon: string; most: number }) => ({
      message: `“${p.horizon}” is no number of steps to look ahead.`,
      hint: `Give a whole number from 1 to ${p.most}.`,
    }),
  },
  'why/unclear': {
    status: 422,
    say: (p: { question: string }) => ({
      message: `“${p.question}” does not say which change of which figure is meant.`,
      hint: 'Name a figure and one or two periods: “why did revenue fall from May to June 2024”.',
    }),
  },
} satisfies Record<string, Row>
