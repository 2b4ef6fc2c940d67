import { inSentence } from '../charts/labels.ts'
import type { Chip, Reading } from './reading.ts'

const joined = (parts: readonly string[], word = 'and'): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** `Order date by month` groups by each month of order date. */
const each = (text: string): string => text.replace(/^(.+) by (year|quarter|month|week|day|hour)$/, '$2 of $1')

/** A reading as one sentence, so that it can be told from others: `Total sales for each region, only where Order date in 2023.` */
export function wholeSentence({ chips }: Pick<Reading, 'chips'>): string {
  const of = (...kinds: readonly Chip['kind'][]): readonly Chip[] => chips.filter(({ kind }) => kinds.includes(kind))
  const isGroup = ({ piece }: Chip): boolean => piece.startsWith('dimension ')
  const measures = of('measure').map(({ text }, at) => (at === 0 ? text : inSentence(text)))
  const lists = chips.filter(({ piece }) => piece === 'columns').map(({ text }) => text)
  const groups = chips.filter(isGroup).map(({ text }) => inSentence(each(text)))
  const conditions = of('filter', 'time')
    .filter((chip) => !isGroup(chip))
    .map(({ text }) => text)
  const ordered = of('sort', 'limit', 'compare').map(({ text }) => inSentence(text))
  const what = joined([...measures, ...lists])
  const head = what === '' ? `Every ${joined(groups)}` : groups.length > 0 ? `${what} for each ${joined(groups)}` : what
  const tail = [...(conditions.length > 0 ? [`only where ${joined(conditions)}`] : []), ...ordered]
  return `${[head, ...tail].join(', ')}.`
}
