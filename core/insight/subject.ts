import { bracketed } from '../semantic/formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Format, Grain } from '../semantic/vocabulary.ts'
import { formatCell } from '../format/format-cell.ts'
import type { Dimension } from '../query/dimension.ts'
import { nameOfDimension } from '../query/dimension.ts'
import type { QueryInput } from '../query/query.ts'
import type { Cell } from '../table/table.ts'
import { day } from '../table/time-units.ts'

type Calculation = NonNullable<QueryInput['calculations']>[number]

/** A number that every row has: a column, the share of rows where something holds, or the days between two moments. */
export type Figure = {
  /** The column of a Query. */
  readonly column: string
  readonly label: string
  readonly format: Format
  readonly calculations: readonly Calculation[]
}

/** What rows are told apart by. */
export type Grouping = {
  readonly dimension: Dimension
  readonly name: string
  readonly label: string
  readonly say: (cell: Cell) => string
}

/** What a dataset can be asked without anybody asking. */
export type Subject = {
  readonly dataset: string
  /** What a row is, in the plural. */
  readonly rows: string
  readonly figures: readonly Figure[]
  readonly groupings: readonly Grouping[]
  readonly time: { readonly column: string; readonly grain: Grain; readonly label: string } | null
}

const [fewestValues, mostValues] = [2, 30]
const mostFigures = 8
const mostGroupings = 12
/** Days that a time column must span for its weekdays or months to be compared. */
const spans = { dayOfWeek: 28, monthOfYear: 731 } as const

const columnFigure = ({ name, label, format }: SemanticColumn): Figure => ({
  column: name,
  label: label.toLowerCase(),
  format,
  calculations: [],
})

function flagFigure({ name, label }: SemanticColumn): Figure {
  const column = `share of ${label.toLowerCase()}`
  return {
    column,
    label: column,
    format: 'percent',
    calculations: [{ name: column, formula: `case when ${bracketed(name)} then 1 else 0 end` }],
  }
}

/** The days from each moment to each other one that comes after it. */
function durations(times: readonly SemanticColumn[]): readonly Figure[] {
  return times.flatMap((start) =>
    times
      .filter((end) => comesBefore(start, end))
      .map((end): Figure => {
        const column = `days from ${start.label.toLowerCase()} to ${end.label.toLowerCase()}`
        const passed = `${bracketed(end.name)} - ${bracketed(start.name)}`
        // Two dates are a number of days apart; two moments, a duration.
        const formula = start.type === 'date' ? passed : `in_days(${passed})`
        return { column, label: column, format: 'number', calculations: [{ name: column, formula }] }
      }),
  )
}

const startWords =
  /\b(open|opened|start|started|begin|began|created|order|ordered|purchased|hired|requested|submitted|joined|from|since)\b/i
const endWords =
  /\b(close|closed|end|ended|finish|finished|resolved|shipped|delivered|due|expiration|expires|processed|completed|updated|left|until|to)\b/i

/** -1 for the name of a beginning, 1 for that of an end, 0 for neither. */
const sideOf = ({ label }: SemanticColumn): number => (startWords.test(label) ? -1 : endWords.test(label) ? 1 : 0)

/** By their names, else by which has the earlier first value. */
function comesBefore(start: SemanticColumn, end: SemanticColumn): boolean {
  if (start.name === end.name || start.type !== end.type || start.range === null || end.range === null) return false
  const sides = sideOf(end) - sideOf(start)
  if (sides !== 0) return sides > 0
  return start.range.min < end.range.min || (start.range.min === end.range.min && start.range.max < end.range.max)
}

const isMoment = ({ type }: SemanticColumn): boolean => type === 'date' || type === 'timestamp'

function columnGrouping({ name, label, format, type }: SemanticColumn): Grouping {
  return {
    dimension: { column: name },
    name,
    label: label.toLowerCase(),
    say: (cell) => formatCell(cell, format, { type }),
  }
}

function partGroupings({ name, range, label }: SemanticColumn): readonly Grouping[] {
  const days = range === null ? 0 : (range.max - range.min) / day
  return (['dayOfWeek', 'monthOfYear'] as const)
    .filter((part) => days >= spans[part])
    .map((part) => {
      const dimension = { column: name, part }
      const word = part === 'dayOfWeek' ? 'weekday' : 'month'
      return {
        dimension,
        name: nameOfDimension(dimension),
        label: `${word} of ${label.toLowerCase()}`,
        say: (cell) => formatCell(cell, 'number', { part }),
      }
    })
}

/** Plain plural of the word for a row. */
const pluralOf = (entity: string): string => (entity.endsWith('s') ? entity : `${entity}s`)

/** What can be looked at in a dataset by the model of whoever looks; columns hidden from them are not in it. */
export function subjectOf(model: SemanticModel): Subject {
  const columns = model.columns.filter(({ twinOf }) => twinOf === undefined)
  const times = columns.filter(isMoment)
  const timeColumn = columns.find(({ name }) => name === model.timeColumn) ?? times[0]
  const figures = [
    ...columns.filter(({ role, distinct }) => role === 'measure' && distinct > 2).map(columnFigure),
    ...durations(times),
    ...columns.filter(({ type }) => type === 'boolean').map(flagFigure),
  ]
  const groupings = columns
    .filter(({ role, distinct }) => role === 'dimension' && distinct >= fewestValues && distinct <= mostValues)
    .map(columnGrouping)
  return {
    dataset: model.dataset,
    rows: pluralOf(model.entity),
    figures: figures.slice(0, mostFigures),
    groupings: [...groupings, ...(timeColumn ? partGroupings(timeColumn) : [])].slice(0, mostGroupings),
    time:
      timeColumn && isMoment(timeColumn)
        ? { column: timeColumn.name, grain: grainOf(timeColumn, model), label: timeColumn.label.toLowerCase() }
        : null,
  }
}

/** A grain that gives some ten to sixty points. */
function grainOf({ range }: SemanticColumn, { timeGrain }: SemanticModel): Grain {
  const days = range === null ? 0 : (range.max - range.min) / day
  const fitting: readonly (readonly [Grain, number])[] = [
    ['day', 60],
    ['week', 300],
    ['month', 1800],
    ['quarter', 5500],
  ]
  return fitting.find(([, most]) => days <= most)?.[0] ?? (days > 0 ? 'year' : (timeGrain ?? 'day'))
}
