import { namedPeriod } from '../../semantic/formula/moment-text.ts'
import { dateOfInstant } from './date-kernels.ts'
import type { Kernel, Setup } from './kernel.ts'
import { finite, ofOne } from './lift-numbers.ts'
import { toNumber, toText } from './lift-texts.ts'
import { roundedForText } from './number-kernels.ts'

const plainNumber = /^[ \t\r\n]*-?\d+(?:\.\d+)?[ \t\r\n]*$/

const number: Kernel = (parts, setup) =>
  setup.expressions[0]?.type === 'text'
    ? toNumber((text) => (plainNumber.test(String(text)) ? finite(Number(text)) : null))(parts, setup)
    : ofOne((value) => value)(parts, setup)

/** Milliseconds of a valid date such as 2024-03-01, or null. */
function dateOfText(text: string): number | null {
  const period = text.length === 10 ? namedPeriod(text) : null
  return period?.unit === 'day' ? period.start : null
}

const date: Kernel = (parts, setup) => {
  const type = setup.expressions[0]?.type
  if (type === 'text') return toNumber((text) => dateOfText(String(text)))(parts, setup)
  return ofOne((instant) => (type === 'timestamp' ? dateOfInstant(instant, setup) : instant))(parts, setup)
}

const isoOf = (moment: number): string => {
  const shown = new Date(moment)
  return Number.isNaN(shown.getTime()) ? '' : shown.toISOString()
}

/** At most six decimals, without trailing zeros. */
function numberText(value: number): string {
  const rounded = roundedForText(value)
  if (Number.isNaN(rounded)) return String(value)
  const text = rounded.toFixed(6)
  const plain = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return plain === '-0' ? '0' : plain
}

const writers: Readonly<Record<string, (value: number, setup: Setup) => string>> = {
  boolean: (value) => String(value === 1),
  date: (value) => isoOf(value).slice(0, 10),
  timestamp: (value, { zone }) =>
    isoOf(value + zone.offsetAt(value))
      .slice(0, 19)
      .replace('T', ' '),
}

const text: Kernel = (parts, setup) => {
  const type = setup.expressions[0]?.type ?? 'null'
  if (type === 'text') return toText(String)(parts, setup)
  const write = writers[type] ?? numberText
  return toText((value) => write(Number(value), setup))(parts, setup)
}

/** Type conversions. */
export const castKernels = { number, date, text } as const satisfies Record<string, Kernel>
