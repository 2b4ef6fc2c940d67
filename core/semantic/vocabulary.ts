/** How moments are cut. */
export const grains = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

/** What recurs in moments, each a whole number. A day of the week is 1 for Monday to 7 for Sunday. */
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

/** What can be computed of a column. */
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

/** What a column is to the person who asks: something to sum, to group by, to follow in time, or to tell rows apart. */
export const roles = ['measure', 'dimension', 'time', 'id', 'text'] as const
export type Role = (typeof roles)[number]

/** How a value is written. `percent` is a fraction: 0.12 is 12%. `percentage` is counted in hundredths already: 12 is 12%. */
export const formats = ['number', 'currency', 'percent', 'percentage', 'date', 'duration', 'text'] as const
export type Format = (typeof formats)[number]
