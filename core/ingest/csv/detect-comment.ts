import type { Dialect } from './dialect.ts'
import { sampleOf } from './sample.ts'

const markers = ['#', '//', '%', '--'] as const

const used = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length

/** The number of cells that most records have. */
function usualWidth(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0]
}

/** Lines that begin with a marker are comments where none of them looks like a row of the rest. */
function areComments(marker: string, text: Uint8Array, dialect: Dialect): boolean {
  const { records, comments } = sampleOf(text, dialect, false)
  const width = usualWidth(records.map(({ cells }) => cells))
  if (comments.length === 0 || records.length < 2 || width < 2) return false
  const marked = sampleOf(text, { ...dialect, comment: '' }, false).records.filter(({ cells }) =>
    (cells[0] ?? '').startsWith(marker),
  )
  return marked.length > 0 && marked.every(({ cells }) => cells.length !== width || used(cells) === 1)
}

const decoder = new TextDecoder()

/** The dialect with what begins its comments, where it has any; `again` finds the dialect of the text without them. */
export function commentOf(text: Uint8Array, plain: Dialect, again: (comment: string) => Dialect): Dialect {
  const lines = decoder.decode(text).split(/\r\n?|\n/)
  for (const marker of markers) {
    if (!lines.some((line) => line.startsWith(marker))) continue
    const dialect = again(marker)
    if (areComments(marker, text, dialect)) return dialect
  }
  return plain
}
