import { kinTable } from './kin-table.ts'

/** A word that is used for another, by its stem. */
export type KinWord = {
  readonly stem: string
  /** From 0, hardly near enough, to 9. */
  readonly nearness: number
  /** Does it say less, as `vehicle` of a car? */
  readonly isBroader: boolean
}

function parse(text: string): KinWord {
  const sign = text.slice(-1)
  const isBroader = sign >= 'a'
  const nearness = isBroader ? (sign.codePointAt(0) ?? 97) - 97 : Number(sign)
  return { stem: text.slice(0, -1), nearness, isBroader }
}

/** Where the line starts that holds a place of the table. */
const startOfLine = (at: number): number => kinTable.lastIndexOf(';', at - 1) + 1

/** The line of a stem, by halving the table, whose lines are in order; null where it has none. */
function lineOf(stem: string): string | null {
  let [low, high] = [0, kinTable.length]
  while (low < high) {
    const start = Math.max(low, startOfLine(Math.floor((low + high) / 2)))
    const end = kinTable.indexOf(';', start)
    const line = kinTable.slice(start, end === -1 ? undefined : end)
    const own = line.slice(0, line.indexOf(' '))
    if (own === stem) return line
    if (own < stem) low = start + line.length + 1
    else high = start
  }
  return null
}

/** The words that are used for a word, by its stem, nearest first. */
export function kinOfWord(stem: string): readonly KinWord[] {
  const line = lineOf(stem)
  return line === null
    ? []
    : line
        .slice(stem.length + 1)
        .split(' ')
        .map(parse)
}
