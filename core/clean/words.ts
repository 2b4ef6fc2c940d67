import { formatNumber } from '../format/format-number.ts'

/** A count with its noun: `1 cell`, `2,310 cells`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** Quotes a text in a sentence, shortened to 60 characters. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`

const maxNamed = 3

/** Lists column names, the first few of them. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, maxNamed).map(quoted)
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${counted(rest, 'more column')}`
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}
