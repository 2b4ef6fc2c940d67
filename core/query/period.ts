/** A stretch of time, from `start` up to but not including `end`, in milliseconds since 1970 UTC. */
export type Period = { readonly start: number; readonly end: number }

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/**
 * What ISO text stands for: `2024` a year, `2024-03` a month, `2024-03-01` a day; with a time, that millisecond.
 * Without a zone it is UTC. Null where the text is not such a moment, as `2024-02-30`.
 */
export function periodOf(text: string): Period | null {
  const match = shape.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  const parts = [year, month ?? '1', day ?? '1', hour ?? '0', minute ?? '0', second ?? '0'].map(Number)
  const start = utc(parts, fraction)
  if (start === null) return null
  if (hour !== undefined) return instant(start - offsetOf(zone))
  const [y, m, d] = parts as [number, number, number]
  const end = day !== undefined ? [y, m, d + 1] : month !== undefined ? [y, m + 1, 1] : [y + 1, 1, 1]
  return { start, end: midnight(end as [number, number, number]) }
}

const instant = (at: number): Period => ({ start: at, end: at + 1 })

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999; this does not. */
function midnight([year, month, day]: readonly [number, number, number]): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function utc(parts: readonly number[], fraction: string | undefined): number | null {
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number]
  const at = midnight([year, month, day])
  const date = new Date(at)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  if (hour > 23 || minute > 59 || second > 59) return null
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6)
  return at + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}
