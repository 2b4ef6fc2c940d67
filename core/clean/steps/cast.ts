import { z } from 'zod'
import { ok } from '../../result.ts'
import { type ColumnType, columnTypes } from '../../table/table.ts'
import { findField, typeWords } from '../find-field.ts'
import { type Cells, cellsOf, type CleanField, noOdd, withCells } from '../rows.ts'
import { defineStep, type ReadyStep } from '../step.ts'
import { textOfCell } from '../values/cell-text.ts'
import { textColumn } from '../values/map-texts.ts'
import { readTexts, TextEvidence, type TypedPlan } from '../values/read-texts.ts'
import { counted, quoted } from '../words.ts'

/** Rows formatted as text at a time when a typed column is read again. */
const textsAtATime = 16_384

const asText = (cells: Cells): Cells => ({
  column: textColumn(cells.column.name, cells.column.type === 'text' ? 0 : cells.column.values.length, (row) =>
    textOfCell(cells, row),
  ),
  odd: noOdd,
})

/** Parses each distinct text once. */
function fromText({ column }: Cells, plan: TypedPlan): Cells {
  if (column.type !== 'text') return { column, odd: noOdd }
  const read = readTexts(column.dictionary, plan)
  const odd = new Map<number, string>()
  const values = Float64Array.from(column.codes, (code, row) => {
    const misfit = read.misfits.get(code)
    if (misfit !== undefined) odd.set(row, misfit)
    return read.values[code] ?? Number.NaN
  })
  return { column: { name: column.name, type: plan.type, values }, odd }
}

/** Converts values by meaning: 1 is true, a moment becomes its day. */
function fromValues(cells: Cells, plan: TypedPlan): Cells {
  if (cells.column.type === 'text') return cells
  const source = cells.column.values
  const values = new Float64Array(source.length)
  const odd = new Map<number, string>()
  for (let from = 0; from < source.length; from += textsAtATime) {
    const count = Math.min(textsAtATime, source.length - from)
    const texts = Array.from({ length: count }, (_, at) => numeral(cells, from + at, plan))
    const read = readTexts(texts, plan)
    values.set(read.values, from)
    for (const at of read.misfits.keys()) odd.set(from + at, textOfCell(cells, from + at) ?? '')
  }
  return { column: { name: cells.column.name, type: plan.type, values }, odd }
}

/** The text to parse again; booleans beside numbers are 1 and 0. */
function numeral(cells: Cells, row: number, { type }: TypedPlan): string | null {
  const text = textOfCell(cells, row)
  if (cells.column.type === 'boolean' && (type === 'integer' || type === 'decimal'))
    return text === 'true' ? '1' : text === 'false' ? '0' : text
  return text
}

const isExact = (from: ColumnType, to: ColumnType): boolean => from === to || (from === 'integer' && to === 'decimal')

function castCells(cells: Cells, plan: TypedPlan | null): Cells {
  const { column } = cells
  if (plan === null) return column.type === 'text' ? cells : asText(cells)
  if (column.type === 'text') return fromText(cells, plan)
  if (!isExact(column.type, plan.type) || cells.odd.size > 0) return fromValues(cells, plan)
  return { column: { ...column, type: plan.type }, odd: cells.odd }
}

function castField({ name, unit }: CleanField, plan: TypedPlan | null): CleanField {
  if (plan === null) return { name, type: 'text' }
  const kept = 'mark' in plan ? (plan.unit ?? unit) : undefined
  return { name, type: plan.type, ...(kept === undefined ? {} : { unit: kept }) }
}

const orders = { true: 'the day first', false: 'the month first' } as const

function learnedOf(plan: TypedPlan | null): ReadyStep['learned'] {
  if (plan === null || plan.type === 'boolean') return {}
  if ('mark' in plan) return { decimals: plan.mark, ...(plan.unit === null ? {} : { unit: plan.unit }) }
  return 'dayFirst' in plan ? { order: orders[`${plan.dayFirst}`] } : {}
}

export const cast = defineStep({
  title: 'Change type',
  useWhen: 'Read a column as another type; what does not fit is kept and shown as odd.',
  inputs: [
    { kind: 'column', key: 'column', label: 'Column' },
    {
      kind: 'choice',
      key: 'type',
      label: 'Read as',
      choices: columnTypes.map((value) => ({ value, text: typeWords[value] })),
    },
  ],
  settings: z.object({ column: z.string(), type: z.enum(columnTypes) }),
  begin: (fields) => (fields[0] ? { column: fields[0].name, type: 'text' as ColumnType } : null),
  isIdempotent: true,
  plan({ column, type }, fields) {
    const found = findField(fields, column)
    if (!found.ok) return found
    const ready = (plan: TypedPlan | null): ReadyStep => ({
      says: ({ oddBefore, oddAfter }) => {
        const misfits = oddAfter - oddBefore
        const rest =
          misfits > 0
            ? `; ${counted(misfits, 'more cell does', 'more cells do')} not fit and ${misfits === 1 ? 'is' : 'are'} odd`
            : ''
        return `Read ${quoted(column)} as ${typeWords[type]}${rest}`
      },
      learned: learnedOf(plan),
      fields: fields.map((field) => (field.name === column ? castField(field, plan) : field)),
      start: () => (rows) => withCells(rows, [castCells(cellsOf(rows, column), plan)]),
    })
    if (type === 'text') return ok(ready(null))
    return ok({
      learn: () => {
        const evidence = new TextEvidence()
        return {
          add: (rows) => {
            const { column: seen, odd } = cellsOf(rows, column)
            evidence.add(seen.type === 'text' ? seen.dictionary : odd.values())
          },
          finish: () => ok(ready(evidence.planFor(type))),
        }
      },
    })
  },
})
