import { writeDuration } from '../table/duration.ts'
import { formatNumber } from './format-number.ts'
import { day } from '../table/time-units.ts'

const units = [
  { size: day, sign: 'd' },
  { size: 3_600_000, sign: 'h' },
  { size: 60_000, sign: 'min' },
  { size: 1000, sign: 's' },
] as const

/** Compact: the largest unit that fits, such as `2.5 h`, `3 d`, `450 ms`. */
function compactDuration(milliseconds: number): string {
  const unit = units.find(({ size }) => Math.abs(milliseconds) >= size)
  if (milliseconds === 0) return '0'
  if (unit === undefined) return `${formatNumber(milliseconds)} ms`
  return `${formatNumber(Math.round((milliseconds / unit.size) * 10) / 10)} ${unit.sign}`
}

/** Formats milliseconds for people: `1:30:00`, `0:00:04.25`; with days from two days up, `3 d 4:05:00`. */
export function formatDuration(milliseconds: number, isCompact: boolean): string {
  if (!Number.isFinite(milliseconds)) return '—'
  if (isCompact) return compactDuration(milliseconds)
  // Durations of a minute or more are rounded to seconds.
  const step = Math.abs(milliseconds) >= 60_000 ? 1000 : 1
  const size = Math.round(Math.abs(milliseconds) / step) * step
  const days = size >= 172_800_000 ? Math.floor(size / day) : 0
  const text = `${days > 0 ? `${days} d ` : ''}${writeDuration(size - days * day)}`
  return milliseconds < 0 && size > 0 ? `−${text}` : text
}
