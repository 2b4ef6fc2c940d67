import { dayAfter, type MakeTable } from './own-table.ts'

const given = ['Amina', 'Björn', 'Chloé', 'Dmitri', 'Elif', 'Femi', 'Grace', 'Hugo', 'Inês', 'Jun'] as const
const family = ["O'Brien", 'Nakamura', 'Novák', 'Rossi', 'Silva', 'van Dijk', 'Weiß', 'Yılmaz'] as const
const departments = ['Engineering', 'Finance', 'Marketing', 'Support'] as const

/** The people of a company; some have left, some have no rating yet. */
export const staff: MakeTable = ({ below, pick, chance }) => ({
  header: ['Employee ID', 'Name', 'Department', 'City', 'Hire date', 'Salary', 'Rating', 'Remote'],
  rows: Array.from({ length: 260 }, (_, row) => [
    `E${1000 + row}`,
    `${pick(given)} ${pick(family)}`,
    pick(departments),
    pick(['Dublin', 'Kraków', 'Milan']),
    dayAfter('2015-03-01', below(3_400)),
    38_000 + below(620) * 100,
    chance(0.15) ? null : 1 + below(5),
    chance(0.4) ? 'yes' : 'no',
  ]),
})
