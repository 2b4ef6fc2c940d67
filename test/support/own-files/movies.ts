import { dayAfter, type MakeTable, roundTo } from './own-table.ts'

const first = ['Silent', 'Last', 'Burning', 'Second', 'Paper', 'Northern'] as const
const last = ['Harbour', 'Winter', 'Witness', 'Garden', 'Engine', 'Letter'] as const

/** Films that nobody made; a budget is often unknown. */
export const movies: MakeTable = ({ below, next, pick, chance }) => ({
  header: ['Title', 'Genre', 'Released', 'Director', 'Budget', 'Gross', 'Score', 'Votes'],
  rows: Array.from({ length: 280 }, (_, row) => [
    `${pick(first)} ${pick(last)} ${row}`,
    pick(['Comedy', 'Drama', 'Horror', 'Western']),
    dayAfter('1990-01-05', below(11_000)),
    `Director ${below(40)}`,
    chance(0.3) ? null : 500_000 + below(900) * 100_000,
    200_000 + below(4_000) * 50_000,
    roundTo(2 + 7.5 * next(), 1),
    50 + below(90_000),
  ]),
})
