import type { Zone } from './zone.ts'
import { day } from '../../table/time-units.ts'

/** Local time: the wall-clock reading, as the milliseconds since 1970 of the same reading in UTC. */
export const localOf = (instant: number, zone: Zone): number => instant + zone.offsetAt(instant)

/**
 * The instant of a local time. A repeated local time maps to its first instant; a skipped one moves forward by the
 * gap, so 2:30 becomes 3:30.
 */
export function instantOf(local: number, zone: Zone): number {
  const before = zone.offsetAt(local - day)
  const after = zone.offsetAt(local + day)
  const early = local - before
  if (before === after || zone.offsetAt(early) === before) return early
  const late = local - after
  // In a gap neither offset fits, so the earlier one applies.
  return zone.offsetAt(late) === after ? late : early
}
