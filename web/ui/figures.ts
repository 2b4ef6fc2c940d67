const whole = new Intl.NumberFormat('en')
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
const units = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** Formats a count: `12,400`. */
export const count = (value: number): string => whole.format(value)

/** Formats a number compactly: `12.4K`; small numbers in full. */
export const brief = (value: number): string =>
  Math.abs(value) >= 10_000 ? compact.format(value) : short.format(value)

/** Formats a share: `3.2 %`, and never 0 % for a nonzero share. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  return `${short.format(Math.round(share * 1000) / 10)} %`
}

/** Formats a size: `10.4 MB`. */
export function bytes(size: number): string {
  const power = size < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3))
  return `${power === 0 ? whole.format(size) : short.format(size / 1000 ** power)} ${units[power]}`
}

/** Formats an age in words. */
export function ago(moment: string, now: number): string {
  const minutes = Math.round((now - Date.parse(moment)) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  const hours = Math.round(minutes / 60)
  if (hours < 24) return hours === 1 ? 'an hour ago' : `${hours} hours ago`
  return new Date(moment).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' })
}
