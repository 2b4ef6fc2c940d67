import { dayLength, fullYear, isDay, isWeekday, midnightOf, monthNamed } from './calendar.ts'

/** What a date's text says of the order of day and month: nothing to ask, either would do, or only one would. */
export type DateOrder = 'fixed' | 'either' | 'day-first' | 'month-first'

const [space, dash, dot, slash, colon, comma, plus] = [32, 45, 46, 47, 58, 44, 43]
const shortest = 6
const longest = 48
const longestWord = 12

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122
const isDateMark = (byte: number): boolean => byte === dash || byte === slash || byte === dot

/** Reads dates and moments out of UTF-8: ISO 8601, day and month in numbers, and English month names. */
export class MomentScanner {
  order: DateOrder = 'fixed'
  hasTime = false
  hasZone = false
  /** Of a moment with a zone: minutes from UTC. */
  offset = 0
  isMidnight = true
  /** The mark between the numbers of an `either` date. */
  mark = 0
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  #end = 0
  #first = 0
  #second = 0
  #year = 0
  #clock = 0
  #number = 0
  #digits = 0

  scan(bytes: Uint8Array, start: number, end: number): boolean {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
    while (this.#end > this.#at && bytes[this.#end - 1] === space) this.#end--
    this.#skip(space)
    const length = this.#end - this.#at
    if (length < shortest || length > longest) return false
    this.hasTime = false
    this.hasZone = false
    this.isMidnight = true
    this.#clock = 0
    if (!this.#readDate() || !this.#exists()) return false
    return this.#at === this.#end || this.#readTime()
  }

  /** Milliseconds since 1970 UTC; NaN where the day does not exist in that order. */
  value(dayFirst: boolean): number {
    const isFixed = this.order === 'fixed'
    const month = isFixed || !dayFirst ? this.#first : this.#second
    const day = isFixed || !dayFirst ? this.#second : this.#first
    return isDay(this.#year, month, day) ? midnightOf(this.#year, month, day) + this.#clock : Number.NaN
  }

  /** Is it a day at all, and in which order? `#first` and `#second` are month and day where that is fixed. */
  #exists(): boolean {
    if (this.order === 'fixed') return isDay(this.#year, this.#first, this.#second)
    const monthFirst = isDay(this.#year, this.#first, this.#second)
    const dayFirst = isDay(this.#year, this.#second, this.#first)
    this.order =
      monthFirst && dayFirst && this.#first !== this.#second ? 'either' : monthFirst ? 'month-first' : 'day-first'
    if (monthFirst && dayFirst && this.#first === this.#second) this.order = 'fixed'
    return monthFirst || dayFirst
  }

  #peek(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] ?? 0) : 0
  }

  #skip(byte: number): void {
    while (this.#at < this.#end && this.#bytes[this.#at] === byte) this.#at++
  }

  #readNumber(most: number): boolean {
    this.#number = 0
    this.#digits = 0
    while (this.#at < this.#end && this.#digits <= most) {
      const byte = this.#bytes[this.#at] ?? 0
      if (!isDigit(byte)) break
      this.#number = this.#number * 10 + byte - 48
      this.#digits++
      this.#at++
    }
    return this.#digits > 0 && this.#digits <= most
  }

  #readWord(): string {
    let word = ''
    while (this.#at < this.#end && word.length < longestWord) {
      const byte = this.#peek()
      if (isLetter(byte)) word += String.fromCharCode(byte | 32)
      else if (byte < 0xc3 || byte > 0xc5) break
      else word += String.fromCharCode(((byte & 31) << 6) | ((this.#bytes[++this.#at] ?? 0) & 63)).toLowerCase()
      this.#at++
    }
    return word
  }

  #readDate(): boolean {
    this.order = 'fixed'
    if (isLetter(this.#peek())) return this.#readWordFirst()
    if (!this.#readNumber(4)) return false
    if (this.#digits === 4) return this.#readYearFirst(this.#number)
    return this.#digits <= 2 && this.#readDayOrMonthFirst(this.#number, this.#digits)
  }

  /** `2000-01-31`, `2000/1/31`, `2000-Jan-31`. */
  #readYearFirst(year: number): boolean {
    this.#year = year
    const mark = this.#peek()
    if (!isDateMark(mark)) return false
    this.#at++
    if (isLetter(this.#peek())) this.#first = monthNamed(this.#readWord())
    else if (this.#readNumber(2)) this.#first = this.#number
    else return false
    if (this.#peek() !== mark) return false
    this.#at++
    if (!this.#readNumber(2)) return false
    this.#second = this.#number
    return true
  }

  /** `31/1/2000`, `1/31/00`, `31 Jan 2000`, `31-Jan-00`, `1st January 2000`. */
  #readDayOrMonthFirst(value: number, digits: number): boolean {
    const isOrdinal = this.#readOrdinal()
    const mark = this.#peek()
    const from = this.#at
    while (this.#at < this.#end && (isDateMark(this.#peek()) || this.#peek() === space)) this.#at++
    if (isLetter(this.#peek())) {
      this.#first = this.#readMonth()
      this.#second = value
      return this.#first > 0 && this.#readYearAfterName()
    }
    return !isOrdinal && isDateMark(mark) && this.#at === from + 1 && this.#readNumbers(value, digits, mark)
  }

  /** The number of a month's name, also after the `de` of Spanish and Portuguese; 0 for anything else. */
  #readMonth(): number {
    const word = this.#readWord()
    if (word !== 'de') return monthNamed(word)
    this.#skip(space)
    return monthNamed(this.#readWord())
  }

  #readNumbers(first: number, digits: number, mark: number): boolean {
    if (!this.#readNumber(2) || this.#peek() !== mark) return false
    const isPadded = digits === 2 && this.#digits === 2
    this.#first = first
    this.#second = this.#number
    this.#at++
    if (!this.#readYear(mark === slash || (mark === dash && isPadded))) return false
    this.mark = mark
    this.order = 'either'
    return true
  }

  /** `Jan 1 2000`, `January 1st, 2000`, `Jan 2000`, and any of them after a weekday. */
  #readWordFirst(): boolean {
    let word = this.#readWord()
    if (isWeekday(word) && monthNamed(word) === 0) {
      this.#skipBetween()
      if (!isLetter(this.#peek())) return this.#readNumber(2) && this.#readDayOrMonthFirst(this.#number, this.#digits)
      word = this.#readWord()
    }
    this.#first = monthNamed(word)
    if (this.#first === 0) return false
    const mark = this.#peek()
    this.#skipBetween()
    if (!this.#readNumber(4)) return false
    if (this.#digits === 4 || (this.#digits === 2 && mark === dash && this.#at === this.#end)) {
      this.#year = this.#digits === 4 ? this.#number : fullYear(this.#number)
      this.#second = 1
      return true
    }
    this.#second = this.#number
    this.#readOrdinal()
    return this.#readYearAfterName()
  }

  #readOrdinal(): boolean {
    const pair = String.fromCharCode(this.#peek() | 32, (this.#bytes[this.#at + 1] ?? 0) | 32)
    const isOrdinal = this.#at + 1 < this.#end && (pair === 'st' || pair === 'nd' || pair === 'rd' || pair === 'th')
    if (isOrdinal) this.#at += 2
    return isOrdinal
  }

  #readYearAfterName(): boolean {
    const mark = this.#peek()
    const from = this.#at
    this.#skipBetween()
    if (isLetter(this.#peek()) && this.#readWord() === 'de') this.#skip(space)
    return this.#at > from && this.#readYear(isDateMark(mark))
  }

  #readYear(mayBeShort: boolean): boolean {
    if (!this.#readNumber(4)) return false
    if (this.#digits === 2 && mayBeShort) this.#year = fullYear(this.#number)
    else if (this.#digits === 4) this.#year = this.#number
    else return false
    return true
  }

  #skipBetween(): void {
    while (this.#at < this.#end && (isDateMark(this.#peek()) || this.#peek() === space || this.#peek() === comma))
      this.#at++
  }

  /** ` 09:30`, `T09:30:00.123Z`, `, 9:30 PM`. */
  #readTime(): boolean {
    const from = this.#at
    if (this.#peek() === comma) this.#at++
    if ((this.#peek() | 32) === 116) this.#at++
    else this.#skip(space)
    if (this.#at === from || !this.#readNumber(2)) return false
    const hour = this.#number
    if (this.#peek() !== colon) return false
    this.#at++
    if (!this.#readNumber(2) || this.#digits !== 2 || this.#number > 59) return false
    const minute = this.#number
    const seconds = this.#readSeconds()
    const fullHour = this.#readHalfOfDay(hour)
    if (seconds < 0 || fullHour < 0) return false
    this.hasTime = true
    this.#clock = (fullHour * 60 + minute) * 60_000 + seconds
    this.isMidnight = this.#clock === 0
    return this.#readZone() && this.#at === this.#end
  }

  /** Milliseconds; −1 where it is no time. Finer than a millisecond is rounded down. */
  #readSeconds(): number {
    if (this.#peek() !== colon) return 0
    this.#at++
    if (!this.#readNumber(2) || this.#digits !== 2 || this.#number > 59) return -1
    let milliseconds = this.#number * 1000
    if (this.#peek() !== dot && this.#peek() !== comma) return milliseconds
    this.#at++
    if (!isDigit(this.#peek())) return -1
    for (let scale = 100; isDigit(this.#peek()); scale /= 10) {
      milliseconds += scale >= 1 ? (this.#peek() - 48) * scale : 0
      this.#at++
    }
    return milliseconds
  }

  /** The hour of the day; −1 where there is no such hour. */
  #readHalfOfDay(hour: number): number {
    const from = this.#at
    this.#skip(space)
    const word = isLetter(this.#peek()) ? this.#readWord() : ''
    if (word !== 'am' && word !== 'pm') {
      this.#at = from
      return hour > 23 ? -1 : hour
    }
    if (hour < 1 || hour > 12) return -1
    return (hour % 12) + (word === 'pm' ? 12 : 0)
  }

  #readZone(): boolean {
    this.#skip(space)
    if (this.#at === this.#end) return true
    this.hasZone = true
    this.offset = 0
    if (isLetter(this.#peek())) return ['z', 'utc', 'gmt'].includes(this.#readWord())
    const sign = this.#peek() === plus ? 1 : this.#peek() === dash ? -1 : 0
    this.#at++
    if (sign === 0 || !this.#readNumber(4)) return false
    let minutes = this.#digits > 2 ? Math.floor(this.#number / 100) * 60 + (this.#number % 100) : this.#number * 60
    if (this.#peek() === colon) {
      this.#at++
      if (!this.#readNumber(2)) return false
      minutes += this.#number
    }
    this.offset = sign * minutes
    this.#clock -= this.offset * 60_000
    return Math.abs(minutes) * 60_000 < dayLength
  }
}
