import { formatMoment } from '../format/format-moment.ts'
import type { ColumnProfile, Profile } from '../profile/profile.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'

/** The usual interval between a dataset's moments. */
export const cadences = ['hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Cadence = (typeof cadences)[number]

const hour = 3_600_000
const day = 24

/** In hours: the longest typical interval of a cadence, and the age at which its data is stale. */
const rules: Readonly<Record<Cadence, { readonly step: number; readonly patience: number }>> = {
  hourly: { step: 1.5, patience: 6 },
  daily: { step: 1.8 * day, patience: 3 * day },
  weekly: { step: 10 * day, patience: 14 * day },
  monthly: { step: 45 * day, patience: 62 * day },
  quarterly: { step: 120 * day, patience: 185 * day },
  yearly: { step: 400 * day, patience: 550 * day },
}

/** From the time column; both null without one. `newestAt` is in milliseconds since 1970 UTC. */
export type Recency = { readonly newestAt: number | null; readonly cadence: Cadence | null }

const isMoment = ({ type }: ColumnProfile): boolean => type === 'date' || type === 'timestamp'

function cadenceOf({ numbers, distinct }: ColumnProfile): Cadence | null {
  if (numbers === null || distinct.count < 3) return null
  const step = (numbers.max - numbers.min) / (distinct.count - 1) / hour
  return cadences.find((cadence) => step <= rules[cadence].step) ?? null
}

/** The recency of the data by its time column. */
export function recencyOf(model: SemanticModel, profile: Profile): Recency {
  const column = profile.columns.find(({ name }) => name === model.timeColumn)
  if (!column?.numbers || !isMoment(column)) return { newestAt: null, cadence: null }
  return { newestAt: column.numbers.max, cadence: cadenceOf(column) }
}

/** Input of freshness; moments in milliseconds since 1970 UTC. */
type Aging = Recency & {
  /** Upload time of the version. */
  readonly arrivedAt: number
  /** A limit set by a person; null if none. */
  readonly staleAfterHours: number | null
}

type Freshness = {
  readonly isStale: boolean
  /** Maximum age in hours; null if no new data is expected. */
  readonly staleAfterHours: number | null
  /** Age and expectation, in a sentence. */
  readonly text: string
}

/** Data that was already stale on arrival is historical. */
const expectsMore = ({ newestAt, arrivedAt }: Aging, patience: number): boolean =>
  newestAt !== null && arrivedAt - newestAt <= patience * hour

function thresholdOf(aging: Aging): number | null {
  if (aging.staleAfterHours !== null) return aging.staleAfterHours
  if (aging.cadence === null) return null
  const { patience } = rules[aging.cadence]
  return expectsMore(aging, patience) ? patience : null
}

const inWords = (hours: number): string => {
  const [size, unit] = hours % day === 0 ? [hours / day, 'day'] : [hours, 'hour']
  return `${size} ${unit}${size === 1 ? '' : 's'}`
}

function expectation({ cadence, staleAfterHours }: Aging, threshold: number | null): string {
  if (threshold === null) return ''
  return staleAfterHours === null && cadence !== null
    ? `; expected ${cadence}`
    : `; expected every ${inWords(threshold)}`
}

/**
 * The freshness of a dataset now. Without a time column it uses the version's age, and only if a person set a limit.
 */
export function freshnessOf(aging: Aging, now: number): Freshness {
  const { newestAt, arrivedAt } = aging
  const threshold = thresholdOf(aging)
  const since = newestAt ?? arrivedAt
  const isStale = threshold !== null && now - since > threshold * hour
  const subject = newestAt === null ? 'Loaded on' : 'Data up to'
  const date = formatMoment(since - (since % (day * hour)), 'day')
  return { isStale, staleAfterHours: threshold, text: `${subject} ${date}${expectation(aging, threshold)}.` }
}
