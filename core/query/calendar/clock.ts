import { calendarOf, type Reckoning, type SaidCalendar } from './calendar.ts'
import { type Zone, zoneOf } from './zone.ts'

/** In which a moment has its hour, date, week and year. */
export type Clock = { readonly zone: Zone; readonly reckoning: Reckoning }

/** The clock that a Query goes by. */
export function clockOf(asked: SaidCalendar): Clock {
  const { timeZone, ...reckoning } = calendarOf(asked)
  return { zone: zoneOf(timeZone), reckoning }
}

/** Without a Query. */
export const plainClock: Clock = clockOf({})
