import { z } from 'zod'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { formatNumber } from '../../format/format-number.ts'
import type { ColumnType } from '../../table/table.ts'
import { findField, numberTypes } from '../find-field.ts'
import { Spread } from '../learning/spread.ts'
import { type Cells, cellsOf, type CleanField, keepRows, type Rows, withCells } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { counted, quoted } from '../words.ts'

const settings = z.object({
  column: z.string(),
  by: z.enum(['iqr', 'z']).default('iqr'),
  /** In interquartile ranges beyond the quartiles, or standard deviations from the mean. */
  factor: z.number().positive().max(1000).default(1.5),
  action: z.enum(['cap', 'empty', 'remove']).default('cap'),
})
type Settings = z.infer<typeof settings>
type Fences = { readonly low: number; readonly high: number }

/** Tukey's fences, or a number of standard deviations about the mean; rounded inwards for integer columns. */
export function fencesOf(spread: Spread, { by, factor }: Pick<Settings, 'by' | 'factor'>, type: ColumnType): Fences {
  const [first, third] = spread.quartiles()
  const reach = factor * (by === 'iqr' ? third - first : spread.standardDeviation)
  const [low, high] = by === 'iqr' ? [first - reach, third + reach] : [spread.mean - reach, spread.mean + reach]
  return type === 'integer'
    ? { low: Math.ceil(low), high: Math.floor(high) }
    : { low: rounded(low), high: rounded(high) }
}

/** Removes floating-point noise: 37.445, not 37.44499999999999. */
const rounded = (value: number): number => Number(value.toPrecision(12))

const isOutside = (value: number, { low, high }: Fences): boolean => value < low || value > high

function settle(rows: Rows, { column: name, action }: Settings, fences: Fences): Rows {
  const { column, odd }: Cells = cellsOf(rows, name)
  if (column.type === 'text') return rows
  if (action === 'remove') return keepRows(rows, (row) => !isOutside(column.values[row] ?? Number.NaN, fences))
  if (!column.values.some((value) => isOutside(value, fences))) return rows
  const { low, high } = fences
  const values = column.values.map((value) =>
    isOutside(value, fences) ? (action === 'empty' ? Number.NaN : value < low ? low : high) : value,
  )
  return withCells(rows, [{ column: { ...column, values }, odd }])
}

const deeds = { cap: 'Cap', empty: 'Empty', remove: 'Remove the rows of' } as const

function ready(given: Settings, fences: Fences, fields: readonly CleanField[]): ReadyStep {
  const { column, action } = given
  const range = `${formatNumber(fences.low)} to ${formatNumber(fences.high)}`
  return {
    says: ({ cellsChanged, rowsBefore, rowsAfter }) =>
      `${deeds[action]} ${counted(action === 'remove' ? rowsBefore - rowsAfter : cellsChanged, 'value')} of ${quoted(column)} outside ${range}`,
    learned: { low: fences.low, high: fences.high },
    fields,
    start: () => (rows) => settle(rows, given, fences),
  }
}

function settledFences(spread: Spread, given: Settings, field: CleanField): Result<Fences> {
  const fences = fencesOf(spread, given, field.type)
  if (spread.count >= 2 && fences.low <= fences.high) return ok(fences)
  return fail('clean/nothing-to-go-by', { column: field.name, reason: 'it has too few values to tell the far ones' })
}

export const capOutliers = defineStep<Settings>({
  title: 'Cap outliers',
  useWhen: 'Bring values that lie far from all others back to the edge, or take them out.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column', types: numberTypes },
    {
      kind: 'choice',
      key: 'by',
      label: 'Far is measured in',
      choices: [
        { value: 'iqr', text: 'Interquartile ranges beyond the middle half' },
        { value: 'z', text: 'Standard deviations from the mean' },
      ],
    },
    {
      kind: 'number',
      key: 'factor',
      label: 'How many',
      least: 0.1,
      most: 1000,
      help: 'Usual: 1.5 ranges, or 3 deviations.',
    },
    {
      kind: 'choice',
      key: 'action',
      label: 'Then',
      choices: [
        { value: 'cap', text: 'Set them to the edge' },
        { value: 'empty', text: 'Make them empty' },
        { value: 'remove', text: 'Remove their rows' },
      ],
    },
  ],
  settings,
  begin: (fields) => {
    const first = fields.find(({ type }) => type === 'integer' || type === 'decimal')
    return first ? settings.parse({ column: first.name }) : null
  },
  isIdempotent: false,
  plan(given, fields) {
    const found = findField(fields, given.column, numberTypes)
    if (!found.ok) return found
    return ok({
      learn: () => {
        const spread = new Spread()
        return {
          add: (rows) => spread.add(cellsOf(rows, given.column).column),
          finish: () => {
            const fences = settledFences(spread, given, found.value)
            return fences.ok ? ok(ready(given, fences.value, fields)) : fences
          },
        }
      },
    })
  },
})
