import type { Zone } from './zone.ts'

/**
 * Local time is what a clock on the wall shows, as the milliseconds since 1970 at which a clock in UTC would show it.
 */
export const localOf = (instant: number, zone: Zone): number => instant + zone.offsetAt(instant)

/**
 * The instant at which a clock shows a local time. Where clocks went back and show it twice, the first; where they went
 * forward and never show it, as much later as they went forward: 2:30 that was left out is 3:30.
 */
export function instantOf(local: number, zone: Zone): number {
  const day = 86_400_000
  const before = zone.offsetAt(local - day)
  const after = zone.offsetAt(local + day)
  const early = local - before
  if (before === after || zone.offsetAt(early) === before) return early
  const late = local - after
  // In a gap neither fits: the clock as it went before is read on.
  return zone.offsetAt(late) === after ? late : early
}
