import type { SchemaElement } from 'hyparquet/src/types.js'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Decodes bytes as UTF-8, or writes them in hexadecimal if they are not valid UTF-8. */
export function bytesText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return hexOf(bytes)
  }
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const perSecond = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const
type TimeUnit = keyof typeof perSecond

function timeUnitOf({ logical_type: logical, converted_type: converted }: SchemaElement): TimeUnit | null {
  if (logical?.type === 'TIME') return logical.unit
  if (converted === 'TIME_MILLIS') return 'MILLIS'
  return converted === 'TIME_MICROS' ? 'MICROS' : null
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Formats units since midnight as `09:30:00`, with decimals if the fraction is not zero. */
export function clockText(units: number, perSecondUnits: number): string {
  const seconds = Math.floor(units / perSecondUnits)
  const rest = units - seconds * perSecondUnits
  const digits = Math.round(Math.log10(perSecondUnits))
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`
}

/** Formats a Parquet INTERVAL: months, days and milliseconds, four bytes each. */
function intervalText(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [months, days, milliseconds] = [0, 4, 8].map((at) => view.getUint32(at, true))
  return `${months ?? 0} months ${days ?? 0} days ${clockText(milliseconds ?? 0, 1e3)}`
}

/** JSON replacer for values inside lists and structs. */
function plainValue(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  return value instanceof Uint8Array ? bytesText(value) : value
}

/** A decimal with all its digits: `12345678901234567890.1234`. */
export function decimalText(unscaled: bigint, scale: number): string {
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${unscaled < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(digits.length - scale)}` : ''}`
}

/** Formats a value of a Parquet type that has no column type here. */
export function textOf(value: unknown, element: SchemaElement): string {
  const unit = timeUnitOf(element)
  if (unit !== null) return clockText(Number(value), perSecond[unit])
  if (value instanceof Uint8Array)
    return element.converted_type === 'INTERVAL' && value.length === 12 ? intervalText(value) : bytesText(value)
  return value !== null && typeof value === 'object' ? jsonText(value) : String(value)
}

/** Lists and maps as JSON. */
export const jsonText = (value: unknown): string => JSON.stringify(value, plainValue)
