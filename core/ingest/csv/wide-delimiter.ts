import type { Dialect } from './dialect.ts'
import { sampleOf } from './sample.ts'

const fewestBoundaries = 3

/** Is every second cell empty, in every record? Then the delimiter is written twice. */
function isDoubled(records: readonly (readonly string[])[]): boolean {
  const wide = records.filter((cells) => cells.length > 1)
  return (
    wide.length > 0 &&
    wide.every((cells) => cells.length % 2 === 1 && cells.every((cell, at) => at % 2 === 0 || cell === '')) &&
    wide.some((cells) => cells.some((cell, at) => at % 2 === 0 && cell !== ''))
  )
}

/** The dialect with the longer delimiter that its one character turned out to be a part of: `||`, or `, `. */
export function wideDelimiter(piece: Uint8Array, dialect: Dialect): Dialect {
  if (dialect.delimiter.startsWith(' ')) return dialect
  const read = (delimiter: string): (readonly string[])[] =>
    sampleOf(piece, { ...dialect, delimiter }, false).records.map(({ cells }) => cells)
  const cells = read(dialect.delimiter)
  if (isDoubled(cells)) return { ...dialect, delimiter: dialect.delimiter.repeat(2) }
  const spaced = `${dialect.delimiter} `
  return isAlways(cells, read(spaced)) ? { ...dialect, delimiter: spaced } : dialect
}

/** Has every record as many cells under the longer delimiter? Then what makes it longer stands after every delimiter. */
function isAlways(before: readonly (readonly string[])[], after: readonly (readonly string[])[]): boolean {
  const boundaries = before.reduce((sum, cells) => sum + cells.length - 1, 0)
  return (
    boundaries >= fewestBoundaries &&
    before.length === after.length &&
    before.every((cells, record) => cells.length === after[record]?.length)
  )
}
