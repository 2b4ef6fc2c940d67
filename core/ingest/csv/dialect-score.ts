const number = /^[-+(]?[$€£¥]? ?[-+]?\d[\d.,]*(e[-+]?\d+)?\)? ?[%€$£]?$/i
const moment =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?( ?(z|[-+]\d{2}:?\d{2}))?)?$|^\d{1,2}:\d{2}(:\d{2})?( ?[ap]m)?$/i
const address = /^(https?:\/\/|www\.)\S+$|^[^\s@,;|]+@[^\s@,;|]+\.[a-z]+$/i
/** Words and sentences: marks that may be delimiters only before a space. */
const prose = /^[\p{L}\p{N}\p{M}([#*"'$&@._¿¡+-]([\p{L}\p{N}\p{M}\s()[\]#*"'’“”$&@._/%!?°+=–—-]|[,;:|](?=\s|$))*$/u

/** Words or numbers with a delimiter between them: a list in a cell, or a delimiter that was not seen. */
const list = /^[\p{L}\p{N}._-]+([,;|:][\p{L}\p{N}._-]+)+$/u

/** How surely a cell is one whole value: a number, a date, an address, words. */
function cellScore(cell: string): number {
  const text = cell.trim()
  if (text === '' || number.test(text) || moment.test(text) || address.test(text) || prose.test(text)) return 1
  return list.test(text) ? 0.5 : 0.1
}

const singleColumn = 1e-3

/**
 * How table-like a reading is: rows agree in their number of cells, there are many cells, and cells are whole values.
 * After van den Burg, Nazábal and Sutton, “Wrangling messy CSV files by detecting row and type patterns” (2019).
 */
export function dialectScore(records: readonly (readonly string[])[]): number {
  if (records.length === 0) return 0
  const patterns = new Map<number, number>()
  let [cells, sensible] = [0, 0]
  for (const record of records) {
    patterns.set(record.length, (patterns.get(record.length) ?? 0) + 1)
    cells += record.length
    for (const cell of record) sensible += cellScore(cell)
  }
  let pattern = 0
  for (const [width, count] of patterns) pattern += (count * Math.max(singleColumn, width - 1)) / width
  return (pattern / patterns.size) * (sensible / cells)
}
