/** Periods that moments are truncated to. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

/** Recurring parts of moments, as integers. Weekdays are 1 for Monday to 7 for Sunday. */
export const dateParts = [
  'hourOfDay',
  'dayOfWeek',
  'dayOfMonth',
  'dayOfYear',
  'weekOfYear',
  'monthOfYear',
  'quarterOfYear',
] as const
export type DatePart = (typeof dateParts)[number]

export const weekDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Aggregates of a column. */
export const aggregates = [
  'count',
  'distinct',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'quantile',
  'sd',
  'variance',
  'mode',
  'first',
  'last',
] as const
export type Aggregate = (typeof aggregates)[number]

/** Use of a column: sum it, group by it, follow it in time, or identify rows by it. */
export const roles = ['measure', 'dimension', 'time', 'id', 'text'] as const
export type Role = (typeof roles)[number]

/** Format of a value. `percent` is a fraction: 0.12 is 12%. `percentage` is in hundredths: 12 is 12%. */
export const formats = ['number', 'currency', 'percent', 'percentage', 'date', 'duration', 'text'] as const
export type Format = (typeof formats)[number]
