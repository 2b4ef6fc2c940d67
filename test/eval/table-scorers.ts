/** How near one table of text comes to another, after the benchmark's reference scorer and Pollock's paper. */

/** The records of a CSV that is well formed after RFC 4180; a line that holds nothing is a record of no cells. */
export function plainRecords(text: string): string[][] {
  const records: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy
  const body = text.replace(/^\uFEFF/, '')
  let record: string[] = []
  while (cell.lastIndex < body.length || record.length > 0) {
    const [, quoted, plain = '', end = ''] = cell.exec(body) ?? []
    record.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    records.push(record.length === 1 && record[0] === '' && quoted === undefined ? [] : record)
    record = []
  }
  return records
}

type Agreement = { readonly precision: number; readonly recall: number; readonly f1: number }

export type Measures = {
  readonly isRead: boolean
  readonly header: Agreement
  readonly record: Agreement
  readonly cell: Agreement
  readonly isPerfect: boolean
}

const whole: Agreement = { precision: 1, recall: 1, f1: 1 }
const none: Agreement = { precision: 0, recall: 0, f1: 0 }

/** Numbers by their value, with a decimal at least as Python writes them; everything else without spaces around it. */
function normal(cell: string): string {
  const text = cell.trim()
  const number = /^[-+]?[\d.]+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number)) return text
  return Number.isInteger(number) ? number.toFixed(1) : String(number)
}

function agreement(wanted: readonly string[], read: readonly string[]): Agreement {
  if (wanted.length === 0) return whole
  const left = new Map<string, number>()
  for (const item of wanted) left.set(item, (left.get(item) ?? 0) + 1)
  let shared = 0
  for (const item of read) {
    const count = left.get(item) ?? 0
    if (count === 0) continue
    left.set(item, count - 1)
    shared++
  }
  if (shared === 0) return none
  const [precision, recall] = [shared / read.length, shared / wanted.length]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** The first record is the header; records are compared as their cells joined, cells as a multiset. */
export function measuresOf(read: readonly string[][], clean: readonly string[][], isRead: boolean): Measures {
  if (clean.length === 0) return { isRead: true, header: whole, record: whole, cell: whole, isPerfect: true }
  const [ours, theirs] = [read, clean].map((records) => records.map((record) => record.map(normal))) as [
    string[][],
    string[][],
  ]
  const joined = (records: readonly string[][]): string[] => records.slice(1).map((record) => record.join(''))
  const header = ours.length === 0 ? none : agreement(theirs[0] ?? [], ours[0] ?? [])
  const record = agreement(joined(theirs), joined(ours))
  const cell = agreement(theirs.flat(), ours.flat())
  const isPerfect = Math.min(header.f1, record.f1, cell.f1) > 0.999999
  return { isRead, header, record, cell, isPerfect }
}

/** Pollock's score of a file, out of 10: was it read, and precision, recall and F1 of header, records and cells. */
export const sumOf = ({ isRead, header, record, cell }: Measures): number =>
  [header, record, cell].reduce((sum, { precision, recall, f1 }) => sum + precision + recall + f1, isRead ? 1 : 0)
