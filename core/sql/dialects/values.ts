import type { Scalar } from '../../query/filter.ts'
import type { ValueKind } from '../sql.ts'

/** Formats milliseconds since 1970 as `2024-03-01`. */
export const dateText = (at: Scalar): string => isoOf(at).slice(0, 10)

/** Formats milliseconds since 1970 as `2024-03-01 09:30:00.000`. */
export const timestampText = (at: Scalar): string => isoOf(at).replace('T', ' ').replace('Z', '')

/** Databases support the years 1 to 9999, so moments are clamped to them. */
const [earliest, latest] = [-62_135_596_800_000, Date.UTC(9999, 11, 31, 23, 59, 59, 999)]

function isoOf(at: Scalar): string {
  return new Date(Math.min(Math.max(Number(at), earliest), latest)).toISOString()
}

/** Binds moments as text, which every driver accepts; other values unchanged. */
export function boundText(value: Scalar, kind: ValueKind): Scalar {
  if (kind === 'date') return dateText(value)
  return kind === 'timestamp' ? timestampText(value) : value
}

/** Binds booleans as 1 and 0. */
export const boundNumber = (value: Scalar, kind: ValueKind): Scalar =>
  kind === 'boolean' ? Number(value) : boundText(value, kind)

/**
 * A number literal. Negative numbers get brackets, because two minus signs begin a comment; long ones are written as
 * floats, because a decimal of that length may convert to a neighbouring float.
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
/** Quotes a name with backticks; escapes backticks and backslashes with a backslash. */
export const backtickedEscaping = (name: string): string => `\`${name.replace(/[\\`]/g, String.raw`\$&`)}\``

/** SQL standard text literal: only quotes are escaped, by doubling. */
export const standardText = (text: string): string => `'${doubled(text, "'")}'`
/** Text literal with backslash escapes. */
export const escapedText = (text: string): string =>
  `'${text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)}'`

type Writers = { readonly [Kind in ValueKind]: (value: Scalar) => string }

/** Literal writers shared by most databases. */
const standardWriters: Writers = {
  text: (value) => standardText(String(value)),
  number: numberText,
  boolean: (value) => (value === true ? 'TRUE' : 'FALSE'),
  date: (value) => `DATE '${dateText(value)}'`,
  timestamp: (value) => `TIMESTAMP '${timestampText(value)}'`,
}

/** Literal writer of a dialect: the standard, with overrides. */
export function literals(own: Partial<Writers> = {}): (value: Scalar, kind: ValueKind) => string {
  const writers: Writers = { ...standardWriters, ...own }
  return (value, kind) => writers[kind](value)
}

/** Writes true and false as 1 and 0. */
export const booleanNumber = (value: Scalar): string => (value === true ? '1' : '0')

const utf8 = new TextEncoder()

/** Tests that a name fits in `bytes` and contains no characters that the database rejects. */
export const namesUpTo =
  (bytes: number, refused: RegExp = /\0/) =>
  (name: string): boolean =>
    utf8.encode(name).length <= bytes && name.trim() === name && name !== '' && !refused.test(name)
