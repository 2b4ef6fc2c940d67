import { type TimeGrain } from '../time-profile.ts'
import type { QualityPart } from './quality-part.ts'
import { counted } from './words.ts'
import { day, hour, week } from '../../table/time-units.ts'

const lengths: Record<TimeGrain, number> = {
  hour,
  day,
  week,
  month: 30.44 * day,
  quarter: 91.31 * day,
  year: 365.25 * day,
}
/** Age in periods: full score up to the first, zero from the second. */
const [fresh, stale] = [2, 24]
/** Data older than this many periods on arrival is historical, so its age is not judged. */
const history = 3

/** Age of the newest moment, in periods of the data. */
export const freshness: QualityPart = {
  title: 'Freshness',
  question: 'Does the data reach to now?',
  judge: ({ profile: { columns, rows, time }, now, arrivedAt }) => {
    const newest = columns.find(({ name }) => name === time?.column)?.numbers?.max
    if (now === null || !time || newest === undefined || rows === 0) return null
    const grain = time.grain ?? 'day'
    if (arrivedAt !== null && arrivedAt - newest > history * lengths[grain]) return null
    const age = Math.max(0, (now - newest) / lengths[grain])
    const score = age <= fresh ? 1 : Math.max(0, 1 - Math.log(age / fresh) / Math.log(stale / fresh))
    const day = new Date(newest).toISOString().slice(0, 10)
    const sentence = `The newest ${time.column} is ${day}, ${counted(Math.floor(age), grain)} ago.`
    const finding = { column: time.column, count: Math.floor(age), share: 1 - score, sentence, step: null }
    return { score, findings: score < 1 ? [finding] : [] }
  },
}
