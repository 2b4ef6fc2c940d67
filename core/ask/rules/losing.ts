import { wordsOfName } from '../../profile/name-words.ts'
import { isMeasure } from '../compose/draft.ts'
import { pieceOfHaving, subjectBefore } from './having.ts'
import { wordsOfMatch } from './chart.ts'
import type { Rule } from './rule.ts'

const phrases = [
  'lose money',
  'losing money',
  'lost money',
  'loses money',
  'made a loss',
  'make a loss',
  'at a loss',
  'is unprofitable',
  'are unprofitable',
  'unprofitable',
  'loss making',
  'negative profit',
]

/** `which categories lose money`: a total profit, or that of each row, below zero. */
export const losingRule: Rule = {
  spec: 'K8',
  find: (chart, from) => {
    const profit = chart.model.columns.find(
      (column) => isMeasure(column) && wordsOfName(column.label).includes('profit'),
    )
    const phrase = phrases.find(
      (one) =>
        one ===
        chart.words
          .slice(from, from + one.split(' ').length)
          .map(({ lower }) => lower)
          .join(' '),
    )
    if (profit === undefined || phrase === undefined) return []
    const to = from + phrase.split(' ').length
    const words = wordsOfMatch(chart, { from, to })
    const subject = subjectBefore(chart, from)
    const measure = { column: profit, aggregate: 'sum' as const, isSaid: true, words }
    const piece = subject
      ? pieceOfHaving(subject, {
          measure,
          op: 'less' as const,
          value: 0,
          text: `${subject.column.label} with total ${profit.label.toLowerCase()} under 0`,
          words,
        })
      : {
          filters: [
            {
              filter: { op: 'less' as const, column: profit.name, value: 0 },
              column: profit,
              text: `${profit.label} under 0`,
              words,
              isTime: false,
            },
          ],
        }
    return [{ from, to, score: 0.95, meaning: { kind: 'piece', rule: 'losing', piece } }]
  },
}
