import type { Scalar } from '../../query/filter.ts'
import type { ValueKind } from '../sql.ts'

/** `2024-03-01`, of milliseconds since 1970. */
export const dateText = (at: Scalar): string => isoOf(at).slice(0, 10)

/** `2024-03-01 09:30:00.000`, of milliseconds since 1970. */
export const timestampText = (at: Scalar): string => isoOf(at).replace('T', ' ').replace('Z', '')

/** Databases know the years 1 to 9999: nothing of theirs lies beyond. */
const [earliest, latest] = [-62_135_596_800_000, Date.UTC(9999, 11, 31, 23, 59, 59, 999)]

function isoOf(at: Scalar): string {
  return new Date(Math.min(Math.max(Number(at), earliest), latest)).toISOString()
}

/** Moments as text, which every driver takes; everything else as it is. */
export function boundText(value: Scalar, kind: ValueKind): Scalar {
  if (kind === 'date') return dateText(value)
  return kind === 'timestamp' ? timestampText(value) : value
}

/** Where booleans are 1 and 0. */
export const boundNumber = (value: Scalar, kind: ValueKind): Scalar =>
  kind === 'boolean' ? Number(value) : boundText(value, kind)

/**
 * A number as every database reads it. Negative ones in brackets, for two signs in a row begin a comment; long ones as
 * floats, for a decimal of so many digits may come to its neighbour as a float.
 */
function numberText(value: Scalar): string {
  const plain = String(Number(value)).replace('e+', 'e')
  const isLong = /\.\d/.test(plain) && !plain.includes('e') && plain.replace(/\D/g, '').length > 15
  const written = isLong ? `${plain}e0` : plain
  return written.startsWith('-') ? `(${written})` : written
}

const doubled = (text: string, quote: string): string => text.replaceAll(quote, quote + quote)

export const doubleQuoted = (name: string): string => `"${doubled(name, '"')}"`
export const backticked = (name: string): string => `\`${doubled(name, '`')}\``
/** With backslashes as escapes: what ends a name or starts an escape is escaped. */
export const backtickedEscaping = (name: string): string => `\`${name.replace(/[\\`]/g, String.raw`\$&`)}\``

/** Text as the SQL standard has it: a quote is doubled, and nothing else is special. */
export const standardText = (text: string): string => `'${doubled(text, "'")}'`
/** Text where a backslash is special as well. */
export const escapedText = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)}'`

type Writers = { readonly [Kind in ValueKind]: (value: Scalar) => string }

/** What most databases share. */
const standardWriters: Writers = {
  text: (value) => standardText(String(value)),
  number: numberText,
  boolean: (value) => (value === true ? 'TRUE' : 'FALSE'),
  date: (value) => `DATE '${dateText(value)}'`,
  timestamp: (value) => `TIMESTAMP '${timestampText(value)}'`,
}

/** How a dialect writes values: as the standard does, save where it says otherwise. */
export function literals(own: Partial<Writers> = {}): (value: Scalar, kind: ValueKind) => string {
  const writers: Writers = { ...standardWriters, ...own }
  return (value, kind) => writers[kind](value)
}

/** 1 and 0 for true and false. */
export const booleanNumber = (value: Scalar): string => (value === true ? '1' : '0')

const utf8 = new TextEncoder()

/** Names of at most so many bytes, without what a database would cut off or refuse. */
export const namesUpTo =
  (bytes: number, refused: RegExp = /\0/) =>
  (name: string): boolean =>
    utf8.encode(name).length <= bytes && name.trim() === name && name !== '' && !refused.test(name)
