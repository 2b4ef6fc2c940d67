import { type Zone, zoneOf } from '#core/query/calendar/zone.ts'

const [first, last] = [Date.UTC(2023, 9, 1), Date.UTC(2024, 11, 1)]
const clamped = (instant: number): number => Math.min(Math.max(instant, first), last)

/**
 * A zone that changes its clocks only around 2024, where most random moments lie. All changes since 1850 within one
 * another make statements of megabytes.
 */
export function nearZone(name: string): Zone {
  const zone = zoneOf(name)
  return {
    name,
    offsetAt: (instant) => (Number.isNaN(instant) ? 0 : zone.offsetAt(clamped(instant))),
    transitions: (from, to) => zone.transitions(clamped(from), clamped(to)),
  }
}
