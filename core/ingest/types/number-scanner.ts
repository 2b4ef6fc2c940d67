import { decodeCell } from '../block.ts'
import { symbolAt } from './currency.ts'

/** Which mark a column uses before its decimals; the other may group thousands. */
export type DecimalMark = 'point' | 'comma'

/** What was seen in the text of a number, as bits. */
export const seen = {
  /** Decimals, or an exponent. */
  fraction: 1,
  exponent: 2,
  /** Only right if the point marks decimals (`1.5`, `1,234.5`). */
  pointOnly: 4,
  /** Only right if the comma does (`1,5`, `1.234,5`). */
  commaOnly: 8,
  /** One comma that may be either (`1,234`). */
  eitherComma: 16,
  /** One point that may be either (`1.234`). */
  eitherPoint: 32,
  /** `007`: a code, not a number. */
  leadingZero: 64,
  /** A whole number that a 64-bit float cannot hold exactly. */
  long: 128,
  /** `+15551234567`: a telephone number. */
  phone: 256,
  /** A percent sign or a currency symbol, in `unit`. */
  unit: 512,
  /** `1E5`: digits, E, digits; a code as easily as a number. */
  bareExponent: 1024,
  /** `555 123 456`: nine digits and more, in threes parted by spaces. */
  spacedCode: 2048,
  /** Thousands were parted by a mark. */
  grouped: 4096,
} as const

const [zero, nine, point, comma, minus, plus, blank] = [48, 57, 46, 44, 45, 43, 32]
const powers = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)
const exactDigits = 15
const longestNumber = 400
const notPlain = -1

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= zero && byte <= nine

/** Reads numbers out of UTF-8 without making strings; holds what it found until the next one. */
export class NumberScanner {
  value = 0
  shape = 0
  unit = ''
  #at = 0
  #end = 0
  #negative = false
  #mantissa = 0
  #digits = 0
  #points = 0
  #commas = 0
  #lastMark = 0
  /** Digits before the first mark, since the last mark, and whether every group between marks had three. */
  #firstRun = 0
  #run = 0
  #evenGroups = true
  /** Groups as India writes them, `12,34,567`: the last group but one between marks, and whether all before it had two. */
  #lastGroup = 0
  #pairs = true
  /** Marks that only ever group: spaces and apostrophes. */
  #gaps = 0

  /** Is this text a number, with this decimal mark (or with either)? */
  scan(bytes: Uint8Array, start: number, end: number, mark: DecimalMark | null): boolean {
    return (mark !== 'comma' && this.#scanPlain(bytes, start, end)) || this.#scanAny(bytes, start, end, mark)
  }

  /** `-123.45` of up to fifteen digits: nearly every number there is. */
  #scanPlain(bytes: Uint8Array, start: number, end: number): boolean {
    const negative = bytes[start] === minus
    const first = negative ? start + 1 : start
    if (end - first > exactDigits + 1) return false
    const mark = this.#plainDigits(bytes, first, end)
    if (mark === notPlain) return false
    const decimals = end - mark - 1
    const digits = decimals < 0 ? mark - first : mark - first + decimals
    if (digits === 0 || digits > exactDigits) return false
    const size = decimals < 0 ? this.#mantissa : this.#mantissa / (powers[decimals] ?? 1)
    this.unit = ''
    this.value = negative ? -size : size
    this.#shapePlain(bytes, first, mark - first, decimals)
    return true
  }

  /** Where the point is, or the end where there is none. */
  #plainDigits(bytes: Uint8Array, first: number, end: number): number {
    let [mantissa, mark] = [0, end]
    for (let index = first; index < end; index++) {
      const byte = bytes[index] ?? 0
      if (byte >= zero && byte <= nine) mantissa = mantissa * 10 + (byte - zero)
      else if (byte === point && mark === end) mark = index
      else return notPlain
    }
    this.#mantissa = mantissa
    return mark
  }

  #shapePlain(bytes: Uint8Array, first: number, whole: number, decimals: number): void {
    this.shape = whole > 1 && bytes[first] === zero ? seen.leadingZero : 0
    if (decimals <= 0) return
    const isEither = decimals === 3 && isGroupStart(bytes, first, whole)
    this.shape |= seen.fraction | (isEither ? seen.eitherPoint : seen.pointOnly)
  }

  #scanAny(bytes: Uint8Array, start: number, end: number, mark: DecimalMark | null): boolean {
    if (end - start > longestNumber) return false
    this.#at = start
    this.#end = end
    this.shape = 0
    this.unit = ''
    const isSigned = this.#readBefore(bytes)
    const first = this.#at
    if (!this.#readDigits(bytes)) return false
    const last = this.#at
    const exponent = this.#readExponent(bytes)
    if (!this.#readAfter(bytes)) return false
    const decimals = this.#judgeMarks(bytes, first, mark)
    if (decimals < 0) return false
    this.#judgeCodes(bytes, { first, isSigned, decimals })
    this.#evaluate(bytes, { first, last, decimals, exponent })
    // `1e400` is more than a number can hold.
    return Number.isFinite(this.value)
  }

  /** Signs, brackets and symbols before the digits, in any order; each once. Was there a plus? */
  #readBefore(bytes: Uint8Array): boolean {
    let isSigned = false
    this.#negative = false
    this.#trim(bytes)
    if (bytes[this.#at] === 40 && bytes[this.#end - 1] === 41) {
      this.#negative = true
      this.#at++
      this.#end--
    }
    for (let turn = 0; turn < 2; turn++) {
      if (this.unit === '') this.#readUnit(bytes, '%')
      if (this.#negative || isSigned) continue
      const width = minusWidth(bytes, this.#at)
      this.#negative = width > 0
      isSigned = width === 0 && bytes[this.#at] === plus
      this.#at += isSigned ? 1 : width
    }
    return isSigned
  }

  #trim(bytes: Uint8Array): void {
    while (bytes[this.#end - 1] === blank && this.#end > this.#at) this.#end--
    while (bytes[this.#at] === blank && this.#at < this.#end) this.#at++
  }

  #readUnit(bytes: Uint8Array, never: string): void {
    const found = symbolAt(bytes, this.#at, this.#end)
    if (found === null || found.symbol === never) return
    this.unit = found.symbol
    this.shape |= seen.unit
    this.#at += found.bytes.length
    this.#skipBlanks(bytes)
  }

  /** Spaces, also those that do not break. */
  #skipBlanks(bytes: Uint8Array): void {
    while (this.#at < this.#end) {
      const byte = bytes[this.#at] ?? 0
      const width = byte === 39 ? 0 : gapWidth(bytes, this.#at, byte)
      if (width === 0) return
      this.#at += width
    }
  }

  #readDigits(bytes: Uint8Array): boolean {
    this.#mantissa = this.#digits = this.#points = this.#commas = this.#firstRun = this.#run = this.#lastMark = 0
    this.#gaps = this.#lastGroup = 0
    this.#evenGroups = this.#pairs = true
    for (; this.#at < this.#end; this.#at++) {
      const byte = bytes[this.#at] ?? 0
      if (byte >= zero && byte <= nine) {
        this.#mantissa = this.#mantissa * 10 + (byte - zero)
        this.#digits++
        this.#run++
      } else if (byte === point || byte === comma) this.#mark(byte)
      else if (!this.#readGap(bytes, byte)) break
    }
    return this.#digits > 0
  }

  /** A space or an apostrophe between two digits. */
  #readGap(bytes: Uint8Array, byte: number): boolean {
    const width = gapWidth(bytes, this.#at, byte)
    if (width === 0 || this.#run === 0 || !isDigit(bytes[this.#at + width]) || this.#at + width >= this.#end)
      return false
    this.#closeGroup()
    this.#gaps++
    this.#at += width - 1
    return true
  }

  #closeGroup(): void {
    if (this.#points + this.#commas + this.#gaps === 0) this.#firstRun = this.#run
    else {
      if (this.#run !== 3) this.#evenGroups = false
      if (this.#lastGroup !== 0 && this.#lastGroup !== 2) this.#pairs = false
      this.#lastGroup = this.#run
    }
    this.#run = 0
  }

  #mark(byte: number): void {
    this.#closeGroup()
    if (byte === point) this.#points++
    else this.#commas++
    this.#lastMark = byte
  }

  /** The exponent's value; NaN for none. */
  #readExponent(bytes: Uint8Array): number {
    if (this.#at >= this.#end || ((bytes[this.#at] ?? 0) | 32) !== 101) return Number.NaN
    const sign = bytes[this.#at + 1]
    const isSigned = sign === minus || sign === plus
    const from = this.#at + (isSigned ? 2 : 1)
    const size = this.#readWhole(bytes, from)
    if (Number.isNaN(size)) return size
    this.shape |= isSigned || this.#points > 0 ? seen.exponent : seen.exponent | seen.bareExponent
    return sign === minus ? -size : size
  }

  /** Up to four digits; NaN for none or more. */
  #readWhole(bytes: Uint8Array, from: number): number {
    let [index, value] = [from, 0]
    while (index < this.#end && isDigit(bytes[index])) value = value * 10 + (bytes[index++] ?? 0) - zero
    if (index === from || index - from > 4) return Number.NaN
    this.#at = index
    return value
  }

  #readAfter(bytes: Uint8Array): boolean {
    this.#skipBlanks(bytes)
    if (this.unit === '' && this.#at < this.#end) this.#readUnit(bytes, '')
    // `12-`: some ledgers write the sign behind.
    if (!this.#negative && this.#at + 1 === this.#end && bytes[this.#at] === minus) {
      this.#negative = true
      this.#at++
    }
    return this.#at === this.#end
  }

  /** How many digits are decimals under the mark asked for; −1 where the text is no number under it. */
  #judgeMarks(bytes: Uint8Array, first: number, mark: DecimalMark | null): number {
    const marks = this.#points + this.#commas
    if (marks + this.#gaps === 0) return 0
    const startsGroup = isGroupStart(bytes, first, this.#firstRun)
    if (this.#gaps > 0) return startsGroup && this.#evenGroups ? this.#judgeGaps(mark) : -1
    if (marks === 1) return this.#judgeOneMark(startsGroup, mark)
    if (!startsGroup || !(this.#evenGroups || this.#isIndian())) return -1
    this.shape |= seen.grouped
    return this.#judgeGroups(mark)
  }

  /** `12,34,567` and `12,34,567.5`. */
  #isIndian(): boolean {
    const isMixed = this.#points === 1 && this.#commas > 1 && this.#lastMark === point
    if (this.#firstRun > 2 || !this.#pairs) return false
    return isMixed ? this.#lastGroup === 3 : this.#points === 0 && this.#lastGroup === 2 && this.#run === 3
  }

  /** `1 234 567` and `1 234,5`. */
  #judgeGaps(mark: DecimalMark | null): number {
    this.shape |= seen.grouped
    if (this.#lastMark === 0) {
      if (this.#digits >= 9 && this.#firstRun === 3) this.shape |= seen.spacedCode
      return this.#run === 3 ? 0 : -1
    }
    if (this.#points + this.#commas > 1 || this.#run === 0) return -1
    const written: DecimalMark = this.#lastMark === point ? 'point' : 'comma'
    this.shape |= seen.fraction | (written === 'point' ? seen.pointOnly : seen.commaOnly)
    return mark !== null && mark !== written ? -1 : this.#run
  }

  /** `1,234,567` and `1,234.5`, and the same with the marks changed round. */
  #judgeGroups(mark: DecimalMark | null): number {
    const isMixed = this.#points > 0 && this.#commas > 0
    const isRight = isMixed ? (this.#lastMark === point ? this.#points : this.#commas) === 1 : this.#run === 3
    if (!isRight) return -1
    const written: DecimalMark = isMixed === (this.#lastMark === point) ? 'point' : 'comma'
    this.shape |= written === 'point' ? seen.pointOnly : seen.commaOnly
    if (isMixed) this.shape |= seen.fraction
    if (mark !== null && mark !== written) return -1
    return isMixed ? this.#run : 0
  }

  #judgeOneMark(startsGroup: boolean, mark: DecimalMark | null): number {
    const isEither = startsGroup && this.#run === 3 && (this.shape & seen.exponent) === 0
    const written: DecimalMark = this.#lastMark === point ? 'point' : 'comma'
    if (isEither) {
      this.shape |= written === 'point' ? seen.eitherPoint : seen.eitherComma
      if ((mark ?? 'point') !== written) return 0
    } else {
      this.shape |= written === 'point' ? seen.pointOnly : seen.commaOnly
      if (mark !== null && mark !== written) return -1
    }
    if (this.#run > 0) this.shape |= seen.fraction
    return this.#run
  }

  #judgeCodes(bytes: Uint8Array, found: { first: number; isSigned: boolean; decimals: number }): void {
    const whole = this.#digits - found.decimals
    if (bytes[found.first] === zero && whole > 1) this.shape |= seen.leadingZero
    if (found.isSigned && found.decimals === 0 && whole >= 8) this.shape |= seen.phone
    const isWhole = (this.shape & (seen.fraction | seen.exponent)) === 0
    if (isWhole && this.#mantissa > Number.MAX_SAFE_INTEGER) this.shape |= seen.long
  }

  #evaluate(bytes: Uint8Array, part: { first: number; last: number; decimals: number; exponent: number }): void {
    const isExact = this.#digits <= exactDigits && Number.isNaN(part.exponent)
    const size = isExact
      ? this.#mantissa / (powers[part.decimals] ?? 1)
      : Number(
          this.#plainText(bytes, part.first, part.last, part.decimals) +
            (Number.isNaN(part.exponent) ? '' : `e${part.exponent}`),
        )
    this.value = this.#negative ? -size : size
  }

  #plainText(bytes: Uint8Array, first: number, last: number, decimals: number): string {
    const digits = decodeCell(bytes, first, last).replaceAll(/\D/g, '')
    return decimals === 0
      ? digits
      : `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`
  }
}

/** May these leading digits be the first group of thousands? */
const isGroupStart = (bytes: Uint8Array, first: number, digits: number): boolean =>
  digits >= 1 && digits <= 3 && bytes[first] !== zero

/** The width of what may stand between thousands: a space of any kind, an apostrophe straight or curly; 0 for anything else. */
function gapWidth(bytes: Uint8Array, at: number, byte: number): number {
  if (byte === blank || byte === 39) return 1
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0
  if (byte !== 0xe2 || bytes[at + 1] !== 0x80) return 0
  const last = bytes[at + 2]
  return last === 0xaf || last === 0x89 || last === 0x99 ? 3 : 0
}

/** The width of a minus sign: the ASCII one, or U+2212. */
function minusWidth(bytes: Uint8Array, at: number): number {
  if (bytes[at] === minus) return 1
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x88 && bytes[at + 2] === 0x92 ? 3 : 0
}
