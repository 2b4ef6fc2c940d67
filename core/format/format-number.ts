const units = [
  { size: 1e12, sign: 'T' },
  { size: 1e9, sign: 'B' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'K' },
] as const

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

function fixed(value: number, decimals: number, keepsZeros: boolean): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.')
  const kept = keepsZeros ? fraction : fraction.replace(/0+$/, '')
  const text = kept === '' ? grouped(whole) : `${grouped(whole)}.${kept}`
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
}

/** Decimals by magnitude: none from 10,000 up, three significant digits below 1. */
function decimalsFor(size: number): number {
  if (size >= 10_000) return 0
  if (size >= 1 || size === 0) return 2
  return Math.min(8, 2 - Math.floor(Math.log10(size)))
}

/** Formats a number with thousands separators at reading precision: `2,297,201`, `38.44`, `0.0123`. */
export function formatNumber(value: number, options: { readonly cents?: boolean } = {}): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return '—'
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return value.toPrecision(3)
  if (Number.isInteger(value)) return fixed(value, 0, false)
  const cents = options.cents === true && size >= 0.01 && size < 10_000
  return fixed(value, decimalsFor(size), cents)
}

/** Formats a number with all its digits: `7.925`, `1,234.56789`. */
export function formatExact(value: number): string {
  if (!Number.isFinite(value)) return '—'
  const text = String(Math.abs(value))
  if (text.includes('e')) return String(value)
  const [whole = '0', fraction] = text.split('.')
  return `${value < 0 ? '−' : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Compact format: `1.2M`, `34.5K`, `950`. */
export function formatCompact(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e15) return formatNumber(value)
  const unit = units.find((each) => size >= each.size * 0.9995)
  if (unit === undefined) return size >= 100 ? fixed(value, 0, false) : formatNumber(value)
  const scaled = value / unit.size
  return `${fixed(scaled, Math.abs(scaled) >= 100 ? 0 : 1, false)}${unit.sign}`
}

/** Formats a fraction as a percentage: `0.316` is `31.6%`. */
export function formatPercent(fraction: number): string {
  const value = fraction * 100
  const size = Math.abs(value)
  const decimals = size >= 1 || size === 0 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(size)))
  return `${fixed(value, decimals, false)}%`
}
