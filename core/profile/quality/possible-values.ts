/** The range of numbers that a column's name implies. Words are singular and in lower case. */
export type PossibleValues = {
  readonly words: readonly string[]
  /** Words that change the meaning of the name: `age group`, `average latency`. */
  readonly unless: readonly string[]
  readonly least: number
  readonly most: number
  /** Describes the range, for a sentence. */
  readonly says: string
}

const none: readonly string[] = []
const unlimited = Number.POSITIVE_INFINITY

export const possibleValues: readonly PossibleValues[] = [
  {
    words: ['age'],
    unless: ['days', 'months', 'group', 'day', 'month', 'log'],
    least: 0,
    most: 130,
    says: 'An age is between 0 and 130 years',
  },
  { words: ['latitude', 'lat'], unless: none, least: -90, most: 90, says: 'A latitude is between −90 and 90 degrees' },
  {
    words: ['longitude', 'lng', 'lon', 'long'],
    unless: ['term', 'position', 'name'],
    least: -180,
    most: 180,
    says: 'A longitude is between −180 and 180 degrees',
  },
  {
    words: ['humidity'],
    unless: ['change', 'difference', 'absolute'],
    least: 0,
    most: 100,
    says: 'Humidity is between 0 and 100 %',
  },
  {
    words: ['height', 'weight', 'distance', 'mileage', 'area'],
    unless: ['change', 'difference', 'diff', 'delta', 'loss', 'gain', 'score', 'z'],
    least: 0,
    most: unlimited,
    says: 'A measure of size is never below zero',
  },
  {
    words: ['count', 'population', 'headcount'],
    unless: ['change', 'difference', 'diff', 'delta', 'growth', 'net'],
    least: 0,
    most: unlimited,
    says: 'A count is never below zero',
  },
]
