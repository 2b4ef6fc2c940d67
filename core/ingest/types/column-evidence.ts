import { readDuration, type WrittenDuration } from '../../table/duration.ts'
import { type Block, decodeCell } from '../block.ts'
import { dayLength } from './calendar.ts'
import { DecimalsSeen } from './decimals-seen.ts'
import { MomentScanner } from './moment-scanner.ts'
import { nullTokenKind } from './null-token.ts'
import { NumberScanner, seen } from './number-scanner.ts'

/** A typed column keeps at most so many cells that do not fit; with more, it is text. */
export const mostOddCells = 1000

const scanners = { number: new NumberScanner(), moment: new MomentScanner() }

const isUpperCase = (byte: number): boolean => byte >= 65 && byte <= 90

/** What the whole of a column was seen to hold; from it, not from a sample, its type is decided. */
export class ColumnEvidence {
  empty = 0
  /** `NA`, `null` …: no value, whatever the column. */
  nullTokens = 0
  /** Of those, `NA` in capitals: also a code (Namibia, North America). */
  capitalNas = 0
  /** `-`, `none` …: no value among numbers and moments only. */
  weakNullTokens = 0
  numbers = 0
  /** Numbers with decimals, by the mark before them; one that may be either counts as the point's. */
  pointFractions = 0
  commaFractions = 0
  readonly decimals = new DecimalsSeen()
  exponents = 0
  bareExponents = 0
  pointOnly = 0
  commaOnly = 0
  eitherComma = 0
  /** Numbers with one point before exactly three digits, which may part thousands (`71.500`). */
  eitherPoint = 0
  leadingZeros = 0
  longs = 0
  phones = 0
  /** Numbers whose thousands were parted by a mark. */
  groups = 0
  /** `555 123 456`: nine digits and more in threes, an article or telephone number as easily as a sum. */
  spacedCodes = 0
  readonly units = new Map<string, number>()
  moments = 0
  dayFirst = 0
  monthFirst = 0
  eitherOrder = 0
  /** Of those, the ones written with points, as only countries that put the day first do. */
  eitherWithPoints = 0
  zones = 0
  /** The zones of moments, in minutes from UTC. */
  readonly offsets = new Set<number>()
  times = 0
  /** Times of day other than midnight. */
  clocks = 0
  booleans = 0
  /** Lengths of time. */
  durations = 0
  /** Of those, `1:23:45`, which may be a time of day; and `1:23`, which may be minutes and seconds too. */
  threePartClocks = 0
  shortClocks = 0
  /** Of all clocks, those that no day has: negative, or 24 hours and more. */
  longClocks = 0
  texts = 0
  /** Of the texts, two or three capitals: codes. */
  codes = 0
  #expectsMoments = false

  /** Is there no cell that says anything? */
  get isVoid(): boolean {
    return this.values + this.nullTokens + this.weakNullTokens === 0
  }

  get values(): number {
    return this.numbers + this.moments + this.booleans + this.durations + this.texts
  }

  /** Nothing that follows can make it anything but text. */
  get isSettled(): boolean {
    return this.texts > mostOddCells
  }

  observe(block: Block, column: number): void {
    if (this.isSettled) return
    const { bytes, starts, ends, width } = block
    const cells = block.rows * width
    for (let cell = column; cell < cells; cell += width) {
      const start = starts[cell] ?? -1
      const end = ends[cell] ?? -1
      if (start >= end) this.empty++
      else this.#see(bytes, start, end)
    }
  }

  #see(bytes: Uint8Array, start: number, end: number): void {
    if (this.#expectsMoments && scanners.moment.scan(bytes, start, end)) return this.#seeMoment()
    if (scanners.number.scan(bytes, start, end, null)) return this.#seeNumber(bytes, start, end)
    if (scanners.moment.scan(bytes, start, end)) {
      this.#expectsMoments = true
      return this.#seeMoment()
    }
    this.#seeWord(bytes, start, end)
  }

  #seeNumber(bytes: Uint8Array, start: number, end: number): void {
    const { shape } = scanners.number
    this.numbers++
    if (shape === 0) return
    if (shape & seen.fraction) {
      if (shape & seen.commaOnly) this.commaFractions++
      else {
        this.pointFractions++
        this.decimals.observe(bytes, start, end)
      }
    }
    if (shape & seen.pointOnly) this.pointOnly++
    else if (shape & seen.commaOnly) this.commaOnly++
    else if (shape & seen.eitherComma) this.eitherComma++
    else if (shape & seen.eitherPoint) this.eitherPoint++
    if (shape >= seen.leadingZero || shape & seen.exponent) this.#seeRareShape(shape)
  }

  #seeRareShape(shape: number): void {
    if (shape & seen.exponent) this.exponents++
    if (shape & seen.bareExponent) this.bareExponents++
    if (shape & seen.leadingZero) this.leadingZeros++
    if (shape & seen.long) this.longs++
    if (shape & seen.grouped) this.groups++
    if (shape & seen.phone) this.phones++
    if (shape & seen.spacedCode) this.spacedCodes++
    if (shape & seen.unit) this.units.set(scanners.number.unit, (this.units.get(scanners.number.unit) ?? 0) + 1)
  }

  #seeMoment(): void {
    const { order, mark, hasTime, hasZone, isMidnight } = scanners.moment
    this.moments++
    if (order === 'day-first') this.dayFirst++
    else if (order === 'month-first') this.monthFirst++
    else if (order === 'either') {
      this.eitherOrder++
      if (mark === 46) this.eitherWithPoints++
    }
    if (hasTime) this.times++
    if (hasZone) {
      this.zones++
      this.offsets.add(scanners.moment.offset)
    }
    if (!isMidnight) this.clocks++
  }

  #seeWord(bytes: Uint8Array, start: number, end: number): void {
    const kind = nullTokenKind(bytes, start, end)
    if (kind === 'always') {
      this.nullTokens++
      if (end - start === 2 && bytes[start] === 78 && bytes[start + 1] === 65) this.capitalNas++
    } else if (kind === 'among-numbers') this.weakNullTokens++
    else if (booleanAt(bytes, start, end) !== null) this.booleans++
    else if (!this.#seeDuration(bytes, start, end)) this.#seeText(bytes, start, end)
  }

  #seeDuration(bytes: Uint8Array, start: number, end: number): boolean {
    const duration = durationAt(bytes, start, end)
    if (duration === null) return false
    const { milliseconds, form } = duration
    this.durations++
    if (form === 'clock') this.threePartClocks++
    if (form === 'short-clock') this.shortClocks++
    if (form !== 'plain' && (milliseconds < 0 || milliseconds >= dayLength)) this.longClocks++
    return true
  }

  #seeText(bytes: Uint8Array, start: number, end: number): void {
    this.texts++
    if (end - start > 3 || end - start < 2) return
    for (let index = start; index < end; index++) if (!isUpperCase(bytes[index] ?? 0)) return
    this.codes++
  }
}

const longestWord = 60

/** A duration; null for anything else. Text that begins like none is passed over without making a string of it. */
export function durationAt(bytes: Uint8Array, start: number, end: number): WrittenDuration | null {
  if (end - start > longestWord) return null
  let from = start
  while (from < end && bytes[from] === 32) from++
  const first = bytes[from] ?? 0
  const begins = first === 45 || first === 80 || (first >= 48 && first <= 57)
  return begins ? readDuration(decodeCell(bytes, from, end)) : null
}

const words = { true: [116, 114, 117, 101], false: [102, 97, 108, 115, 101] }

const isWord = (bytes: Uint8Array, start: number, word: readonly number[]): boolean =>
  word.every((letter, index) => ((bytes[start + index] ?? 0) | 32) === letter)

/** What people write for yes and no, where they chose that a column is of these. */
const booleanWords: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 't', '1', 'on', 'x', 'ja', 'oui', 'si', 'sí', 'sim'].map((word) => [word, true] as const),
  ...['no', 'n', 'f', '0', 'off', 'nein', 'non', 'não'].map((word) => [word, false] as const),
])

export const booleanWordAt = (bytes: Uint8Array, start: number, end: number): boolean | null =>
  end - start > longestWord ? null : (booleanWords.get(decodeCell(bytes, start, end).trim().toLowerCase()) ?? null)

/** `true` and `false` in any case; null for anything else. `yes`, `t` and `1` stay what they are. */
export function booleanAt(bytes: Uint8Array, start: number, end: number): boolean | null {
  let [from, to] = [start, end]
  while (from < to && bytes[from] === 32) from++
  while (to > from && bytes[to - 1] === 32) to--
  if (to - from === 4 && isWord(bytes, from, words.true)) return true
  return to - from === 5 && isWord(bytes, from, words.false) ? false : null
}
