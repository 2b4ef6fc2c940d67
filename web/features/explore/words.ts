import { labelOfDimension, labelOfMeasure } from '#core/charts/labels.ts'
import type { ShelfId } from '#core/explore/exploration.ts'
import type { Dimension } from '#core/query/dimension.ts'
import type { Measure } from '#core/query/measure.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Aggregate, DatePart, Format, Grain } from '#core/semantic/vocabulary.ts'

export const shelfWords: Record<ShelfId, string> = { rows: 'Rows', columns: 'Columns', values: 'Values' }

export const grainWords: Record<Grain, string> = {
  year: 'Year',
  quarter: 'Quarter',
  month: 'Month',
  week: 'Week',
  day: 'Day',
  hour: 'Hour',
}

export const partWords: Record<DatePart, string> = {
  hourOfDay: 'Hour of day',
  dayOfWeek: 'Day of week',
  dayOfMonth: 'Day of month',
  dayOfYear: 'Day of year',
  weekOfYear: 'Week of year',
  monthOfYear: 'Month of year',
  quarterOfYear: 'Quarter of year',
}

export const aggregateWords: Record<Aggregate, string> = {
  sum: 'Total',
  mean: 'Average',
  median: 'Median',
  min: 'Lowest',
  max: 'Highest',
  count: 'Count of known values',
  distinct: 'Count of different values',
  quantile: 'Quantile',
  sd: 'Standard deviation',
  variance: 'Variance',
  mode: 'Most frequent',
  first: 'First',
  last: 'Last',
}

export const formatWords: Record<Format, string> = {
  number: 'Number',
  currency: 'Money',
  percent: 'Percent (0.12 is 12%)',
  percentage: 'Percent (12 is 12%)',
  date: 'Date',
  duration: 'Duration',
  text: 'Plain',
}

/** Grain, part or bins of a dimension in a word; null for plain columns. */
function cutOf({ grain, part, bins, binWidth }: Dimension): string | null {
  if (grain) return grainWords[grain].toLowerCase()
  if (part) return partWords[part].toLowerCase()
  return bins !== undefined || binWidth !== undefined ? 'ranges' : null
}

/** Label of a chip. */
export const dimensionText = (dimension: Dimension, model: SemanticModel): string => {
  const cut = cutOf(dimension)
  const label = labelOfDimension(dimension, model)
  return cut === null ? label : `${label}, ${cut}`
}
export const valueText = (value: Measure, model: SemanticModel): string => labelOfMeasure(value, model)

/** `1 row`, `1,200 rows` */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`
