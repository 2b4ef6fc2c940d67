import { namesBeside } from '../query/comparison.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Measure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import { nameOfDimension } from '../query/dimension.ts'
import { nameOfMeasure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import type { Format } from '../semantic/vocabulary.ts'
import type { Table } from '../table/table.ts'
import type { ChartData, ColumnPart } from './chart.ts'
import { modelOver } from './model-over.ts'
import { inNaturalRows } from './natural-rows.ts'
import { columnOf, inSentence, labelOf, labelOfDimension, labelOfMeasure } from './labels.ts'

type Told = { readonly name: string; readonly format: Format; readonly part: ColumnPart }

/** A ranking of moments (the five best months) is read in its own order, not along time. */
function isRanking(asked: Query, name: string): boolean {
  const [first] = asked.sort
  return first !== undefined && first.by !== name
}

/** Moments, and years written as numbers. */
const isTime = ({ type, role }: SemanticColumn): boolean =>
  type === 'date' || type === 'timestamp' || (role === 'time' && type !== 'text')

/** Parts recur: they are compared with each other, not followed. */
function kindOf({ grain, part, bins, binWidth }: Dimension, column: SemanticColumn | undefined): ColumnPart['kind'] {
  if (bins !== undefined || binWidth !== undefined) return 'bins'
  if (part !== undefined) return 'category'
  return grain !== undefined || (column !== undefined && isTime(column)) ? 'time' : 'category'
}

/** The order of values as they stand in the file; what was made of moments has its own. */
const orderOf = ({ grain, part }: Dimension, column: SemanticColumn | undefined): Pick<ColumnPart, 'order'> =>
  column?.order !== undefined && part === undefined && grain === undefined ? { order: column.order } : {}

function tellDimension(dimension: Dimension, asked: Query, model: SemanticModel): Told {
  const name = nameOfDimension(dimension)
  const column = columnOf(model, dimension.column)
  const { grain, part } = dimension
  return {
    name,
    format: part ? 'number' : grain ? 'date' : (column?.format ?? 'text'),
    part: {
      kind: isRanking(asked, name) ? 'category' : kindOf(dimension, column),
      label: labelOfDimension(dimension, model),
      grain: grain ?? null,
      ...(part ? { part } : {}),
      absent: null,
      ...orderOf(dimension, column),
      ...(asked.sort.length > 0 ? { isSorted: true } : {}),
    },
  }
}

/** The mean of yes and no, or of 1 and 0, is a share. */
const isYesOrNo = ({ type, range, distinct }: SemanticColumn): boolean =>
  type === 'boolean' || (type === 'integer' && range?.min === 0 && range.max === 1 && distinct <= 2)

/** How a measure of the model is written, wherever a result is named after it. */
const formatOfNamed = (asked: Measure, { measures }: SemanticModel): Format =>
  measures.find(({ name, label }) => [name, label].includes(nameOfMeasure(asked)))?.format ?? 'number'

/** Places and counts are plain numbers, whatever they are of. */
const isCount = ({ aggregate }: Measure): boolean => aggregate === 'count' || aggregate === 'distinct'
const isPlace = ({ over }: Measure): boolean => over?.window === 'rank'

function formatOf(asked: Measure, model: SemanticModel): Format {
  const { aggregate, column, share, format } = asked
  if (format !== undefined) return format
  if (isPlace(asked)) return 'number'
  if (share) return 'percent'
  if (aggregate === 'formula') return formatOfNamed(asked, model)
  if (column === undefined || isCount(asked)) return 'number'
  const about = columnOf(model, column)
  if (about && aggregate === 'mean' && isYesOrNo(about)) return 'percent'
  return about?.format ?? 'number'
}

function tellMeasure(measure: Measure, model: SemanticModel): Told {
  const { aggregate, share, over } = measure
  const adds =
    over === undefined &&
    share !== 'group' &&
    (aggregate === 'count' || aggregate === 'distinct' || aggregate === 'sum')
  return {
    name: nameOfMeasure(measure),
    format: formatOf(measure, model),
    part: {
      kind: 'measure',
      label: labelOfMeasure(measure, model),
      grain: null,
      absent: adds ? 0 : null,
      ...(adds ? {} : { isAverage: true }),
    },
  }
}

function tellListed(name: string, model: SemanticModel): Told {
  const format = columnOf(model, name)?.format ?? 'text'
  return { name, format, part: { kind: 'listed', label: labelOf(model, name), grain: null, absent: null } }
}

/** What a comparison sets beside a measure is written as it, and its change in percent besides. */
function tellBeside({ name, format, part }: Told): readonly Told[] {
  const { previous, change, percent } = namesBeside(name)
  const beside = (each: string, label: string, written: Format): Told => ({
    name: each,
    format: written,
    part: { ...part, label, absent: null },
  })
  const label = inSentence(part.label)
  return [
    beside(previous, `Previous ${label}`, format),
    beside(change, `Change in ${label}`, format),
    beside(percent, `Change in ${label} (%)`, 'percent'),
  ]
}

/** A Query's result made ready to draw: how each of its columns is written, and what it is. */
export function chartData(table: Table, asked: Query, known: SemanticModel): ChartData {
  const model = modelOver(asked, known)
  const measured = asked.measures.map((measure) => tellMeasure(measure, model))
  const told = [
    ...asked.dimensions.map((dimension) => tellDimension(dimension, asked, model)),
    ...measured,
    ...(asked.compare ? measured.flatMap(tellBeside) : []),
    ...asked.columns.map((name) => tellListed(name, model)),
  ]
  return inNaturalRows({
    table,
    formats: Object.fromEntries(told.map(({ name, format }) => [name, format])),
    parts: Object.fromEntries(told.map(({ name, part }) => [name, part])),
  })
}
