import { type FormatToken, isPlace, isSign, textOf, tokensOf } from './format-tokens.ts'
import { showDate } from './show-date.ts'
import { showFraction } from './show-fraction.ts'

/** Where what stands in quotes or brackets ends, or one character that is escaped; the place itself for anything else. */
function asideEnd(code: string, at: number): number {
  const mark = code.charAt(at)
  if (mark === '\\') return at + 1
  const end = mark === '"' ? code.indexOf('"', at + 1) : mark === '[' ? code.indexOf(']', at) : at
  return end < 0 ? (mark === '"' ? code.length : at) : end
}

/** A code cut at its semicolons, but for those in quotes and brackets. */
function sectionsOf(code: string): string[] {
  const sections: string[] = []
  let from = 0
  for (let at = 0; at < code.length; at++) {
    if (code.charAt(at) === ';') {
      sections.push(code.slice(from, at))
      from = at + 1
    } else at = asideEnd(code, at)
  }
  return [...sections, code.slice(from)]
}

const conditionIn = /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/

function holds(value: number, section: string): boolean | null {
  const found = conditionIn.exec(section)
  if (found === null) return null
  const limit = Number(found[2])
  switch (found[1]) {
    case '<':
      return value < limit
    case '>':
      return value > limit
    case '<=':
      return value <= limit
    case '>=':
      return value >= limit
    case '=':
      return value === limit
    default:
      return value !== limit
  }
}

/** Does the condition of a section leave only numbers below zero? Then the section itself says that they are. */
function isOfNegatives(section: string): boolean {
  const [, sign, limit] = conditionIn.exec(section) ?? []
  return (sign === '<' && Number(limit) <= 0) || (sign === '<=' && Number(limit) < 0)
}

const isForText = (section: string): boolean => tokensOf(section).some((token) => isSign(token, '@'))

/** The sections for numbers: all but the fourth, and but a last one of several that places a text. */
function numberSections(code: string): readonly string[] {
  const sections = sectionsOf(code).slice(0, 4)
  const isLastForText = sections.length > 1 && isForText(sections.at(-1) ?? '')
  return isLastForText ? sections.slice(0, -1) : sections.slice(0, 3)
}

/** In the section for texts, General stands for the text as @ does. */
const placesText = (sign: string): boolean => sign === '@' || sign === 'general'

/** A text as Excel shows it under a format: in the fourth section, or in the last that places a text. */
export function showText(text: string, code: string): string {
  const sections = sectionsOf(code)
  const section = sections[3] ?? sections.at(-1) ?? ''
  if (sections.length < 4 && !isForText(section)) return text
  return tokensOf(section)
    .map((token) => ('literal' in token ? token.literal : placesText(token.sign) ? text : token.sign))
    .join('')
}

/** The section that a value is shown by, and whether a minus stands before it. */
function sectionFor(value: number, code: string): { readonly section: string; readonly showsMinus: boolean } {
  const sections = numberSections(code)
  if (sections.some((section) => conditionIn.test(section))) {
    const last = sections.length - 1
    const place = sections.findIndex((section, index) => holds(value, section) ?? index === last)
    const section = sections[place < 0 ? last : place] ?? 'General'
    return { section, showsMinus: value < 0 && !isOfNegatives(section) }
  }
  if (value < 0 && sections.length > 1) return { section: sections[1] ?? 'General', showsMinus: false }
  if (value === 0 && sections.length > 2) return { section: sections[2] ?? '', showsMinus: false }
  return { section: sections[0] ?? 'General', showsMinus: value < 0 }
}

const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** A number under the format General: as many of its digits as fit eleven characters. */
function showGeneral(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value)
  const size = Math.floor(Math.log10(Math.abs(value)))
  if (size >= 11 || size < -9) return scientific(value)
  if (size >= -4) return trimZeros(value.toFixed(Math.max(0, Math.min(9, 9 - size))))
  const plain = trimZeros(value.toFixed(10))
  return plain.length <= (value < 0 ? 12 : 11) && Number(plain) === value ? plain : scientific(value)
}

function scientific(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e')
  const power = Number(exponent)
  return `${trimZeros(mantissa)}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** Decimal places of a non-negative number, rounded as it is written and not as it is stored. */
function rounded(value: number, places: number): string {
  const text = String(value)
  if (text.includes('e') || places > 15) return value.toFixed(Math.min(places, 20))
  return Number(`${Math.round(Number(`${text}e${places}`))}e-${places}`).toFixed(places)
}

/** A whole number's digits, right to left, into the places of a format. */
function fillWhole(digits: string, places: readonly FormatToken[], isGrouped: boolean): string {
  const shown = places.filter((token) => 'sign' in token).length
  const out: string[] = []
  let [used, seen] = [0, 0]
  const put = (text: string): void => {
    if (isGrouped && used > 0 && used % 3 === 0 && text !== ' ') out.unshift(',')
    out.unshift(text)
    used++
  }
  for (const token of places.toReversed()) {
    if ('literal' in token) {
      out.unshift(token.literal)
      continue
    }
    seen++
    const digit = digits[digits.length - 1 - used]
    if (digit !== undefined) put(digit)
    else if (token.sign === '0') put('0')
    else if (token.sign === '?') out.unshift(' ')
    if (seen === shown) while (used < digits.length) put(digits[digits.length - 1 - used] ?? '')
  }
  return out.join('')
}

function fillDecimals(digits: string, places: readonly FormatToken[]): string {
  const significant = digits.replace(/0+$/, '').length
  let at = 0
  return places
    .map((token) => {
      if ('literal' in token) return token.literal
      const digit = digits[at++] ?? '0'
      if (token.sign === '0' || at <= significant) return digit
      return token.sign === '?' ? ' ' : ''
    })
    .join('')
}

/** A number times a power of ten, without the errors of multiplying. */
export function scaledBy(value: number, power: number): number {
  const exact = Number(`${value}e${power}`)
  return Number.isNaN(exact) ? value * 10 ** power : exact
}

/** Digits, from the first place for one to the last, and the commas and points after it. */
type Core = {
  readonly whole: readonly FormatToken[]
  /** Null without a point. */
  readonly decimals: readonly FormatToken[] | null
  readonly isGrouped: boolean
  /** Commas at the end, each of which divides by a thousand. */
  readonly thousands: number
}

function coreOf(core: readonly FormatToken[]): Core {
  const point = core.findIndex((token) => isSign(token, '.'))
  const whole = point < 0 ? core : core.slice(0, point)
  const lastPlace = whole.findLastIndex(isPlace)
  return {
    whole: whole.filter((token) => !isSign(token, ',')),
    decimals: point < 0 ? null : core.slice(point + 1).filter((token) => !isSign(token, ',')),
    isGrouped: whole.some((token, index) => isSign(token, ',') && index < lastPlace),
    thousands: core.length - 1 - core.findLastIndex((token) => !isSign(token, ',')),
  }
}

/** Plain numbers: places for digits, grouping, scaling by commas and percent signs. */
function showPlaces(value: number, tokens: readonly FormatToken[]): string {
  const first = tokens.findIndex((token) => isPlace(token) || isSign(token, '.'))
  if (first < 0) return textOf(tokens)
  let end = tokens.findLastIndex(isPlace) + 1
  while (isSign(tokens[end], ',') || isSign(tokens[end], '.')) end++
  const { whole, decimals, isGrouped, thousands } = coreOf(tokens.slice(first, end))
  const percents = tokens.filter((token) => isSign(token, '%')).length
  const places = decimals?.filter(isPlace).length ?? 0
  const [digits = '0', fraction = ''] = rounded(scaledBy(value, percents * 2 - thousands * 3), places).split('.')
  return [
    textOf(tokens.slice(0, first)),
    whole.some(isPlace) ? fillWhole(digits === '0' ? '' : digits, whole, isGrouped) : digits === '0' ? '' : digits,
    decimals === null ? '' : `.${fillDecimals(fraction, decimals)}`,
    textOf(tokens.slice(end)),
  ].join('')
}

/** The power of ten beside a mantissa of so many digits; one more where rounding fills the mantissa: 9.999 is 1.00E+01. */
function powerOf(value: number, group: number, places: number): number {
  if (value === 0) return 0
  const power = Math.floor(Math.floor(Math.log10(value)) / group) * group
  return Number(rounded(scaledBy(value, -power), places)) >= 10 ** group ? power + group : power
}

function showExponent(value: number, tokens: readonly FormatToken[]): string {
  const at = tokens.findIndex((token) => 'sign' in token && /^e[+-]$/.test(token.sign))
  const mantissa = tokens.slice(0, at)
  const point = mantissa.findIndex((token) => isSign(token, '.'))
  const group = Math.max(1, (point < 0 ? mantissa : mantissa.slice(0, point)).filter(isPlace).length)
  const places = point < 0 ? 0 : mantissa.slice(point).filter(isPlace).length
  const power = powerOf(value, group, places)
  const sign = power < 0 ? '-' : isSign(tokens[at], 'e+') ? '+' : ''
  const width = tokens.slice(at + 1).filter(isPlace).length
  return `${showPlaces(scaledBy(value, -power), mantissa)}E${sign}${String(Math.abs(power)).padStart(width, '0')}`
}

/** What Excel writes of a date that it cannot show, such as one before 1900. */
const unshown = '#'.repeat(255)

/** Elapsed time counts from its first part on: behind hours, `[m]` makes no format, and the number is shown as General. */
function countsElapsedLate(tokens: readonly FormatToken[]): boolean {
  const signs = tokens.flatMap((token) => ('sign' in token ? [token.sign] : []))
  const elapsed = signs.findIndex((sign) => /^\[[hms]+\]$/.test(sign))
  return elapsed > 0 && signs.slice(0, elapsed).some((sign) => /^h+$/.test(sign))
}

/** A number as Excel shows it under a format, in its English wording. */
export function showNumber(value: number, code: string, is1904: boolean): string {
  const { section, showsMinus } = sectionFor(value, code)
  const tokens = tokensOf(section)
  const has = (pattern: RegExp): boolean => tokens.some((token) => 'sign' in token && pattern.test(token.sign))
  if (has(/^(general|@)$/)) {
    const shown = showGeneral(showsMinus ? value : Math.abs(value))
    return tokens
      .map((token) => ('literal' in token ? token.literal : /^(general|@)$/.test(token.sign) ? shown : ''))
      .join('')
  }
  if (countsElapsedLate(tokens)) return `${showsMinus ? '-' : ''}${showGeneral(Math.abs(value))}`
  if (has(/^([ymdhse]+|\[[hms]+\]|am\/pm|a\/p)$/)) return showDate(value, tokens, is1904) ?? unshown
  const size = Math.abs(value)
  const shown = has(/^e[+-]$/)
    ? showExponent(size, tokens)
    : has(/^\/$/)
      ? showFraction(size, tokens)
      : showPlaces(size, tokens)
  return showsMinus && /[1-9]/.test(shown) ? `-${shown}` : shown
}
