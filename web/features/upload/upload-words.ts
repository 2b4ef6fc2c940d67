import { bytes } from '../../ui/figures.ts'
import type { Sent } from './upload.ts'

/** A remaining time in words. */
function timeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`
  const minutes = Math.round(seconds / 60)
  if (minutes <= 1) return 'about a minute left'
  if (minutes < 60) return `about ${minutes} minutes left`
  const hours = Math.round(minutes / 60)
  return hours === 1 ? 'about an hour left' : `about ${hours} hours left`
}

/** Progress, speed and remaining time: `43 % of 10.4 MB, 1.3 MB a second, about 5 seconds left`. */
export function paceWords({ bytes: sent, speed }: Sent, size: number): string {
  const share = `${size === 0 ? 100 : Math.floor((sent / size) * 100)} % of ${bytes(size)}`
  if (speed === null || speed <= 0 || sent >= size) return share
  return `${share}, ${bytes(Math.round(speed))} a second, ${timeLeft((size - sent) / speed)}`
}
