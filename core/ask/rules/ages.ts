import { wordsOfName } from '../../profile/name-words.ts'
import { isNumeric } from '../compose/draft.ts'
import { wordsOfMatch } from './chart.ts'
import type { Rule } from './rule.ts'

/** From which age to which people are called so, in years. */
const ages: Readonly<Record<string, readonly [from: number, to: number]>> = {
  toddlers: [1, 3],
  teenagers: [13, 19],
  teenager: [13, 19],
  teens: [13, 19],
  twentysomethings: [20, 29],
  thirtysomethings: [30, 39],
  minors: [0, 17],
  underage: [0, 17],
  pensioners: [65, 150],
  octogenarians: [80, 89],
}

/** `teenagers`: a range of the column of ages. */
export const agesRule: Rule = {
  spec: 'K34',
  find: (chart, from) => {
    const range = Object.entries(ages).find(([word]) => word === chart.words[from]?.lower)?.[1]
    const column = chart.model.columns.find((one) => isNumeric(one) && wordsOfName(one.label).includes('age'))
    if (range === undefined || column === undefined) return []
    const filter = { op: 'between' as const, column: column.name, from: range[0], to: range[1] }
    const text = `${column.label} between ${range[0]} and ${range[1]}`
    const filters = [{ filter, column, text, words: wordsOfMatch(chart, { from, to: from + 1 }), isTime: false }]
    return [{ from, to: from + 1, score: 0.93, meaning: { kind: 'piece', rule: 'ages', piece: { filters } } }]
  },
}
