import { day, hour, minute, second, week } from './time-units.ts'

/** Milliseconds per unit, by each accepted spelling. */
const units: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, 'ms msec msecs millisecond milliseconds'],
      [second, 's sec secs second seconds'],
      [minute, 'm min mins minute minutes'],
      [hour, 'h hr hrs hour hours'],
      [day, 'd day days'],
      [week, 'w wk wks week weeks'],
    ] as const
  ).flatMap(([size, words]) => words.split(' ').map((word) => [word, size] as const)),
)

/**
 * Notation of a duration: `1:23:45`, which may also be a time of day; `1:30`, which may be hours and minutes or
 * minutes and seconds; or an unambiguous form such as `90 min`, `1h 30m`, `PT1H30M`.
 */
type DurationForm = 'clock' | 'short-clock' | 'plain'

/** In milliseconds. A short clock is read as hours and minutes. */
export type WrittenDuration = { readonly milliseconds: number; readonly form: DurationForm }

const longestDuration = 60
const clock = /^(-?)(\d{1,6}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?$/
const iso = /^(-?)P(?=[\dT])(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?=\d)(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/
const worded = /^-?(?:\d+(?:\.\d+)?\s*[a-z]+(?:\s*(?:,|and)\s*|\s+|(?=\d)|$))+$/i
const part = /(\d+(?:\.\d+)?)\s*([a-z]+)/gi
/** These letters count as units only beside another unit: `5 m` may be metres and `3d` a dimension. */
const needsCompany = new Set(['m', 'd', 'w'])

/** Rounds to whole milliseconds within 1e-6: 1.1 s is 1100 ms. */
const exact = (value: number): number => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value)

function readClock([, sign, hours = '0', minutes = '0', seconds, fraction]: RegExpExecArray): WrittenDuration {
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)
  const size = exact(whole * 1000 + (fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000))
  return { milliseconds: sign === '-' ? -size : size, form: seconds === undefined ? 'short-clock' : 'clock' }
}

function readIso([, sign, ...parts]: RegExpExecArray): WrittenDuration | null {
  const sizes = [week, day, hour, minute, second]
  const size = exact(parts.reduce((sum, text, at) => sum + Number(text ?? 0) * (sizes[at] ?? 0), 0))
  return Number.isNaN(size) ? null : { milliseconds: sign === '-' ? -size : size, form: 'plain' }
}

function readWords(text: string): WrittenDuration | null {
  const parts = [...text.matchAll(part)].map(([, number = '', word = '']) => ({ number, word: word.toLowerCase() }))
  let [sum, last] = [0, Number.POSITIVE_INFINITY]
  for (const { number, word } of parts) {
    const size = units.get(word)
    // Units must descend and appear once: `30 min 1 h` is not a duration.
    if (size === undefined || size >= last) return null
    sum += Number(number) * size
    last = size
  }
  if (parts.length === 1 && needsCompany.has(parts[0]?.word ?? '')) return null
  const size = exact(sum)
  return { milliseconds: text.startsWith('-') ? -size : size, form: 'plain' }
}

/** Parses a duration; null if the text is none. */
export function readDuration(text: string): WrittenDuration | null {
  const trimmed = text.trim()
  if (trimmed.length < 2 || trimmed.length > longestDuration) return null
  const clocked = clock.exec(trimmed)
  if (clocked !== null) return readClock(clocked)
  const standard = iso.exec(trimmed)
  if (standard !== null) return readIso(standard)
  return worded.test(trimmed) ? readWords(trimmed) : null
}

const two = (number: number): string => String(number).padStart(2, '0')

/** Formats a duration as a clock: `1:30:00`, `100:00:00.5`, `-0:00:45`. `readDuration` reads it back. */
export function writeDuration(milliseconds: number): string {
  const size = Math.round(Math.abs(milliseconds))
  const seconds = Math.floor(size / 1000)
  const fraction = size % 1000 === 0 ? '' : `.${String(size % 1000).padStart(3, '0')}`.replace(/0+$/, '')
  const sign = milliseconds < 0 && size > 0 ? '-' : ''
  return `${sign}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`
}

const steps = [
  ...[1, 2, 5, 10, 15, 30].flatMap((number) => [number * second, number * minute]),
  ...[1, 2, 3, 6, 12].map((number) => number * hour),
].sort((a, b) => a - b)

/**
 * The smallest round duration of at least `wanted`: 15 minutes, 6 hours; from one day up, 1, 2 or 5 times a power of
 * ten of days.
 */
export function durationStep(wanted: number): number {
  if (!(wanted > 0 && wanted < Number.POSITIVE_INFINITY)) return second
  const unit = wanted > 12 * hour ? day : second
  const named = unit === day || wanted <= 0.5 * second ? undefined : steps.find((step) => step >= wanted * 0.999_999)
  if (named !== undefined) return named
  const power = unit * 10 ** Math.floor(Math.log10(wanted / unit))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= wanted * 0.999_999) ?? 10) * power
  return unit === day ? Math.max(day, step) : step
}
