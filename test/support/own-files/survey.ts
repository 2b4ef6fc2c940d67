import type { MakeTable } from './own-table.ts'

const agree = ['Strongly agree', 'Agree', 'Neutral', 'Disagree', 'Strongly disagree'] as const

/** Answers to a questionnaire: whole questions as headers, skipped answers, free text. */
export const survey: MakeTable = ({ below, pick, chance }) => ({
  header: ['Respondent', 'Country', 'Age', 'How satisfied are you, overall?', 'I would recommend us', 'Comment'],
  rows: Array.from({ length: 310 }, (_, row) => [
    90_001 + row,
    pick(['Chile', 'Ghana', 'Japan', 'Norway']),
    chance(0.05) ? null : 18 + below(60),
    chance(0.1) ? null : 1 + below(10),
    chance(0.1) ? null : pick(agree),
    chance(0.6) ? null : pick(['Good, but slow', 'The "new" form confuses me', 'Fine', 'Too\nlong']),
  ]),
})
