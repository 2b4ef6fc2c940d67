import type { Aggregate, Format, Grain, Role } from '#core/semantic/vocabulary.ts'

export const roleWords: Readonly<Record<Role, string>> = {
  measure: 'A measure: added up, averaged',
  dimension: 'A group: split by it',
  time: 'Time: followed along it',
  id: 'An id: tells rows apart',
  text: 'Prose: read one by one',
}

export const formatWords: Readonly<Record<Format, string>> = {
  number: 'Number, 1,234.5',
  currency: 'Money, 1,234.50',
  percent: 'Percent of a fraction, 0.12 is 12%',
  percentage: 'Percent as it stands, 12 is 12%',
  date: 'Date',
  duration: 'Duration',
  text: 'As it is',
}

export const aggregateWords: Readonly<Record<Aggregate, string>> = {
  count: 'Count',
  distinct: 'Different values',
  sum: 'Total',
  mean: 'Average',
  median: 'Median',
  min: 'Lowest',
  max: 'Highest',
  quantile: 'Quantile',
  sd: 'Standard deviation',
  variance: 'Variance',
  mode: 'Most frequent',
  first: 'First',
  last: 'Last',
}

export const grainWords: Readonly<Record<Grain, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
}

export const roleNames = { analyst: 'Analysts', viewer: 'Viewers', public: 'Public links' } as const
