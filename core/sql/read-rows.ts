import type { Column, Field, Table } from '../table/table.ts'

/** A value as a driver returns it. */
type Given = unknown

/** Converts rows of values, in field order, to a Table. Moments without a zone are UTC. */
export function readRows(rows: readonly (readonly Given[])[], fields: readonly Field[]): Table {
  return { rows: rows.length, columns: fields.map((field, at) => readColumn(rows, field, at)) }
}

function readColumn(rows: readonly (readonly Given[])[], { name, type }: Field, at: number): Column {
  if (type !== 'text') {
    const read = type === 'date' || type === 'timestamp' ? momentOf : numberOf
    return { name, type, values: Float64Array.from(rows, (row) => read(row[at])) }
  }
  const codeOf = new Map<string, number>()
  const dictionary: string[] = []
  const codes = Int32Array.from(rows, (row) => {
    const text = textOf(row[at])
    if (text === null) return -1
    const known = codeOf.get(text)
    if (known !== undefined) return known
    codeOf.set(text, dictionary.length)
    return dictionary.push(text) - 1
  })
  return { name, type, codes, dictionary }
}

/** Drivers return large numbers as text or bigint, and booleans as booleans. */
function numberOf(given: Given): number {
  if (given === null || given === undefined || given === '') return Number.NaN
  if (given === 't' || given === 'true') return 1
  return given === 'f' || given === 'false' ? 0 : Number(given)
}

const decoder = new TextDecoder()

function textOf(given: Given): string | null {
  if (given === null || given === undefined) return null
  return given instanceof Uint8Array ? decoder.decode(given) : String(given)
}

const moment = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** Milliseconds since 1970 of a Date, a number of milliseconds or ISO text. */
function momentOf(given: Given): number {
  if (given instanceof Date) return given.getTime()
  if (typeof given === 'number' || typeof given === 'bigint') return Number(given)
  const match = moment.exec(textOf(given) ?? '')
  if (!match) return Number.NaN
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = 0, zone = 'Z'] = match
  const date = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const time =
    ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Math.floor(Number(fraction) * 1000 + 1e-6)
  return date + time - offsetOf(zone)
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', '') || 0)]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
