import { calendarOf, type Reckoning, type SaidCalendar } from './calendar.ts'
import { type Zone, zoneOf } from './zone.ts'

/** The zone and week and year rules that give a moment its hour, date, week and year. */
export type Clock = { readonly zone: Zone; readonly reckoning: Reckoning }

/** The clock of a Query. */
export function clockOf(asked: SaidCalendar): Clock {
  const { timeZone, ...reckoning } = calendarOf(asked)
  return { zone: zoneOf(timeZone), reckoning }
}

/** The default clock: UTC. */
export const plainClock: Clock = clockOf({})
