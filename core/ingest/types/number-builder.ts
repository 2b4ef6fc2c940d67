import type { NumberColumn } from '../../table/table.ts'
import { decodeCell, type BlockSpan } from '../block.ts'
import { dayLength } from './calendar.ts'
import { booleanAt, booleanWordAt, durationAt } from './column-evidence.ts'
import type { ColumnBuilder, Misfit } from './column-builder.ts'
import type { ColumnPlan } from './column-plan.ts'
import { MomentScanner } from './moment-scanner.ts'
import { nullTokenKind } from './null-token.ts'
import { NumberScanner, seen } from './number-scanner.ts'

/** The value of a cell's text as a column stores it; NaN where it does not fit. */
type ReadValue = (bytes: Uint8Array, start: number, end: number) => number

function numberReader(plan: Extract<ColumnPlan, { type: 'integer' | 'decimal' }>): ReadValue {
  const scanner = new NumberScanner()
  const { mark, unit } = plan
  const refused =
    (plan.type === 'integer' ? seen.fraction | seen.exponent | seen.long : 0) | (plan.isChosen ? 0 : seen.leadingZero)
  const isPercent = unit === '%'
  return (bytes, start, end) => {
    if (!scanner.scan(bytes, start, end, mark) || (scanner.shape & refused) !== 0) return Number.NaN
    const hasUnit = (scanner.shape & seen.unit) !== 0
    if (isPercent ? scanner.unit !== '%' : hasUnit && scanner.unit !== unit) return Number.NaN
    // Adding zero turns −0 into 0.
    return Number.isFinite(scanner.value) ? scanner.value + 0 : Number.NaN
  }
}

function momentReader(plan: Extract<ColumnPlan, { type: 'date' | 'timestamp' }>): ReadValue {
  const scanner = new MomentScanner()
  return (bytes, start, end) => {
    if (!scanner.scan(bytes, start, end)) return Number.NaN
    const value = scanner.value(plan.dayFirst)
    // A person may choose days of moments.
    return plan.type === 'date' ? Math.floor(value / dayLength) * dayLength : value
  }
}

const booleanReader =
  ({ hasWords }: Extract<ColumnPlan, { type: 'boolean' }>): ReadValue =>
  (bytes, start, end) => {
    const value = booleanAt(bytes, start, end) ?? (hasWords ? booleanWordAt(bytes, start, end) : null)
    return value === null ? Number.NaN : Number(value)
  }

/** Whole milliseconds, as they are stored. */
const durationReader =
  ({ shortClock }: Extract<ColumnPlan, { type: 'duration' }>): ReadValue =>
  (bytes, start, end) => {
    const duration = durationAt(bytes, start, end)
    if (duration === null) return Number.NaN
    const isShort = duration.form === 'short-clock' && shortClock === 'minutes'
    return Math.round(isShort ? duration.milliseconds / 60 : duration.milliseconds) + 0
  }

function readerOf(plan: Exclude<ColumnPlan, { type: 'text' }>): ReadValue {
  switch (plan.type) {
    case 'boolean':
      return booleanReader(plan)
    case 'duration':
      return durationReader(plan)
    case 'date':
    case 'timestamp':
      return momentReader(plan)
    case 'integer':
    case 'decimal':
      return numberReader(plan)
  }
}

function appendValues(
  values: Float64Array,
  read: ReadValue,
  target: { span: BlockSpan; at: number; misfits: Misfit[] },
): void {
  const { block, column, from, to } = target.span
  const { bytes, starts, ends, width } = block
  let cell = from * width + column
  for (let row = target.at; row < target.at + to - from; row++, cell += width) {
    const start = starts[cell] ?? -1
    const end = ends[cell] ?? -1
    if (start >= end) {
      values[row] = Number.NaN
      continue
    }
    const value = read(bytes, start, end)
    values[row] = value
    if (Number.isNaN(value) && nullTokenKind(bytes, start, end) === null) {
      target.misfits.push({ row, text: decodeCell(bytes, start, end) })
    }
  }
}

/** Builds numbers, booleans, moments and durations. */
export function numberBuilder(
  name: string,
  plan: Exclude<ColumnPlan, { type: 'text' }>,
  batchRows: number,
): ColumnBuilder {
  const read = readerOf(plan)
  let values = new Float64Array(batchRows)
  return {
    append: (span, at, misfits) => appendValues(values, read, { span, at, misfits }),
    finish: (rows): NumberColumn => {
      const finished = rows === values.length ? values : values.slice(0, rows)
      if (rows === values.length) values = new Float64Array(batchRows)
      return { name, type: plan.type, values: finished }
    },
  }
}
