import type { SchemaElement } from 'hyparquet/src/types.js'
import type { ColumnType, Field } from './table.ts'
import { day } from './time-units.ts'

const optional = { repetition_type: 'OPTIONAL' } as const

/**
 * Parquet storage of each column type. Timestamps have no zone, so other readers show the same wall clock. Other
 * readers see durations as exact decimal seconds; the footer lists the duration columns so that this reader restores
 * their type.
 */
const stored = {
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT64' },
  decimal: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' } },
  duration: {
    type: 'INT64',
    converted_type: 'DECIMAL',
    scale: 3,
    precision: 18,
    logical_type: { type: 'DECIMAL', scale: 3, precision: 18 },
  },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
} as const satisfies Record<ColumnType, Omit<SchemaElement, 'name'>>

export const schemaElement = ({ name, type }: Field): SchemaElement => ({ name, ...optional, ...stored[type] })

/** Footer key whose value lists the duration columns as JSON. */
export const durationsKey = 'edgewise.durations'

/** The column type of a schema element, or null if it is nested. */
export function typeOfElement(element: SchemaElement): ColumnType | null {
  if (element.type === undefined || element.repetition_type === 'REPEATED') return null
  const logical = element.logical_type?.type
  const meaning = logical ?? element.converted_type ?? ''
  if (meaning === 'DATE') return 'date'
  if (meaning.startsWith('TIMESTAMP') || element.type === 'INT96') return 'timestamp'
  if (meaning === 'DECIMAL' || logical === 'FLOAT16') return 'decimal'
  return meaning.startsWith('TIME') ? 'text' : typeOfPhysical[element.type]
}

const typeOfPhysical = {
  BOOLEAN: 'boolean',
  INT32: 'integer',
  INT64: 'integer',
  INT96: 'timestamp',
  FLOAT: 'decimal',
  DOUBLE: 'decimal',
  BYTE_ARRAY: 'text',
  FIXED_LEN_BYTE_ARRAY: 'text',
} as const satisfies Record<NonNullable<SchemaElement['type']>, ColumnType>

/**
 * Size of one stored unit in our units: 86,400,000 for a day, 0.001 for a microsecond, 0.01 for a cent. Callers
 * divide by the reciprocal of units below 1, because 83 / 100 is 0.83 and 83 * 0.01 is not.
 */
export function unitOf(element: SchemaElement): number {
  const { logical_type: logical, converted_type: converted } = element
  if (logical?.type === 'DATE' || converted === 'DATE') return day
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') return 10 ** -scaleOf(element)
  if (logical?.type === 'TIMESTAMP') return { MILLIS: 1, MICROS: 1e-3, NANOS: 1e-6 }[logical.unit]
  return converted === 'TIMESTAMP_MICROS' ? 1e-3 : 1
}

/** True for decimals, which Parquet stores as unscaled integers. */
export const isDecimal = ({ logical_type: logical, converted_type: converted }: SchemaElement): boolean =>
  logical?.type === 'DECIMAL' || converted === 'DECIMAL'

/** Maximum digits of a decimal. */
export const precisionOf = ({ logical_type: logical, precision }: SchemaElement): number =>
  (logical?.type === 'DECIMAL' ? logical.precision : precision) ?? Number.POSITIVE_INFINITY

/** Digits of a decimal after the point. */
export const scaleOf = ({ logical_type: logical, scale }: SchemaElement): number =>
  logical?.type === 'DECIMAL' ? logical.scale : (scale ?? 0)

/** True if the stored numbers can be used unchanged as signed numbers. */
export function isPlainNumber({ logical_type: logical, converted_type: converted, type }: SchemaElement): boolean {
  if (type === 'INT96' || type === 'FIXED_LEN_BYTE_ARRAY' || type === 'BYTE_ARRAY') return false
  if (logical?.type === 'INTEGER') return logical.isSigned
  return logical?.type !== 'TIME' && !converted?.startsWith('UINT_') && !converted?.startsWith('TIME_')
}

/** True if the column stores text as UTF-8. */
export const isPlainText = ({ type, logical_type: logical, converted_type: converted }: SchemaElement): boolean =>
  type === 'BYTE_ARRAY' && (logical ? logical.type === 'STRING' : converted === 'UTF8' || converted === 'ENUM')
