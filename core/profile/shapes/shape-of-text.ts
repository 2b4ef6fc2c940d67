import { isCardNumber, isIban, isNationalId } from './checksums.ts'
import { isCountryCode, isCountryName } from './countries.ts'
import { isGivenName } from './given-names.ts'

/** Shapes of a text; a text may have several or none. */
export const textShapes = [
  'email',
  'url',
  'phone',
  'ip',
  'postcode',
  'country',
  'countryCode',
  /** Two to four words, one of them a given name. */
  'person',
  /** One to four capitalised words. */
  'proper',
  'address',
  /** A number with a unit: `12 kg`. */
  'measured',
  /** A number with separators, a currency or a percent sign. */
  'number',
  /** Digits only. */
  'digits',
  'list',
  /** JSON, or a list in brackets. */
  'structured',
  'date',
  'clock',
  'iban',
  'card',
  'nationalId',
  /** A UUID, or at least 16 hexadecimal digits. */
  'hash',
  /** One word of letters and digits. */
  'code',
  'flag',
  /** At least six words. */
  'prose',
  'word',
] as const
export type TextShape = (typeof textShapes)[number]

const longestScanned = 400
const [digit, letter, space, mark] = [1, 2, 4, 8]

/** The kinds of characters in a text, as bits, and counts of digits and spaces. */
type Characters = { readonly kinds: number; readonly digits: number; readonly spaces: number }

const isBlank = (code: number): boolean => code === 32 || code === 160 || code === 9 || code === 10
const isLetter = (code: number): boolean => ((code | 32) >= 97 && (code | 32) <= 122) || code > 191

function charactersOf(text: string): Characters {
  let [kinds, digits, spaces] = [0, 0, 0]
  const end = Math.min(text.length, longestScanned)
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at)
    const isDigit = code >= 48 && code <= 57
    const kind = isDigit ? digit : isLetter(code) ? letter : isBlank(code) ? space : mark
    kinds |= kind
    if (kind === digit) digits++
    else if (kind === space) spaces++
  }
  return { kinds, digits, spaces }
}

const email = /^[^\s@<>]+@[^\s@<>]+\.\p{L}{2,}$/u
const url = /^(?:https?|ftp):\/\/\S+$|^www\.[^\s.]+\.\S+$/i
const domain =
  /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|co|info|biz|de|uk|fr|it|es|nl|eu|ru|cn|jp|in|br|au|ca|us)(?:\/\S*)?$/i
const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/
const ipv6 = /^(?=.*:.*:)[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}$/i
const phone = /^\+?[\d(][\d\s().\-/]{5,20}\d$/
const postcodes =
  /^(?:\d{5}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{3} \d{2}|\d{2}-\d{3}|\d{5}-\d{3}|\d{3}-\d{4})$/
const dates = [
  /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:[T ]\d{1,2}:\d{2}.*)?$/,
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/,
  /^(?:\p{L}{3,9},? )?\d{1,2}(?:st|nd|rd|th|\.)?[ -]\p{L}{3,10}\.?,?[ -]\d{2,4}\b/u,
  /^(?:\p{L}{3,9},? )?\p{L}{3,10}\.?[ -]\d{1,2}(?:st|nd|rd|th)?,? \d{4}\b/u,
  /^\d{4}-?(?:Q[1-4]|W\d{1,2})$/i,
]
const monthYear = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?[ -]'?(?:\d{4}|\d{2})$/iu
const clock = /^-?\d{1,3}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?$/i
const number =
  /^[-+(]?\s*(?:[$€£¥₹]|[A-Z]{3}\s)?\s*-?\d{1,3}(?:[,.\s\u00a0\u202f'’]\d{2,3})*(?:[.,]\d+)?\s*(?:%|[$€£¥₹]|[A-Z]{3})?\s*\)?$/
const plainNumber = /^[-+]?\d*(?:\.\d+)?(?:e[-+]?\d+)?$/i
const measured = /^[-+<>~≈]?\s*\d[\d.,\s]*(?:[eE][-+]?\d+)?\s*([\p{L}µ°"'%²³/][\p{L}µ°"'%²³/\d.]{0,11})\.?$/u
const ordinals = /^(?:st|nd|rd|th)$/i
const capitalUnits = /^(?:[KMGT]B|[KMG]HZ|KG|CM|MM|KM|ML|LBS?|HP|K?W|KWH|[VAMLCFK]|[A-Z]{3}|MB\/S|GHZ|MBPS)$/i
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const hash = /^(?=.*\d)(?=.*[a-f])[\da-f]{16,}$/i
const code = /^(?=.*\d)(?=.*\p{L})[\p{L}\d_\-./#]+$/u
const flag = /^(?:yes|no|y|n|true|false|t|f|on|off|ja|nein|oui|non|si|sí)$/i
const streets =
  /^\d+[-/\w]*,?\s.*\b(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|square|sq|way|terrace|highway|hwy|parkway|pkwy|expwy|block)\b/i
const blocks = /\b(?:st|street|ave|avenue|rd|blvd|dr|ln|pl|hwy|fwy)\b\.?\s*(?:,|and\s)/i
const europeanStreets =
  /^(?:rue|avenue|via|viale|piazza|calle|avenida|rua|ul\.)\s.*\d|\p{L}(?:straße|strasse|str\.|gasse|weg|platz|allee|straat|laan|gatan|vej)\s+\d+/iu
const properWord = /^(?:\p{Lu}[\p{L}'’.-]*|(?:de|da|di|van|von|der|den|la|le|del|bin|al|of|the|and|du|dos)|&)$/u

function isList(text: string): boolean {
  const parts = text.split(/[,;|]/).map((part) => part.trim())
  const filled = parts.filter((part) => part !== '')
  const isFirm = /[;|]/.test(text)
  if (filled.length < (isFirm ? 2 : 3)) return false
  const words = filled.reduce((sum, part) => sum + part.split(/\s+/).length, 0)
  return words <= filled.length * 4 && !/[.!?]["')]?(?:\s|$)/.test(text)
}

const isStructured = (text: string): boolean =>
  (text.startsWith('[') && text.endsWith(']')) ||
  (text.startsWith('{') && text.endsWith('}')) ||
  /^\[[^\]]*,/.test(text)

function isPhone(text: string, digits: number): boolean {
  if (digits < 7 || digits > 15 || !phone.test(text) || /^\d+$/.test(text)) return false
  return (
    !/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$|^\d+[.\s]\d+$|^\d+-\d+$|^\d+\.\d+\.\d+\.\d+$/.test(
      text,
    ) || text.startsWith('+')
  )
}

function isMeasured(text: string): boolean {
  const unit = measured.exec(text)?.[1]
  if (unit === undefined || ordinals.test(unit)) return false
  return !/^\p{Lu}/u.test(unit) || capitalUnits.test(unit)
}

const isAddress = (text: string): boolean =>
  (/\d/.test(text) && (streets.test(text) || europeanStreets.test(text))) || blocks.test(text)

const isDate = (text: string): boolean => dates.some((date) => date.test(text)) || monthYear.test(text)

const wordsOf = (text: string): readonly string[] => text.replace(',', ' ').trim().split(/\s+/)

const isProper = (text: string): boolean => {
  const words = wordsOf(text)
  return words.length <= 4 && words.every((word) => properWord.test(word))
}

/** The test of a shape; runs only on texts with the required and without the forbidden kinds of characters. */
type ShapeTest = {
  readonly shape: TextShape
  readonly needs: number
  readonly forbids: number
  readonly longest: number
  readonly fits: (text: string, found: Characters) => boolean
}

const any = Number.POSITIVE_INFINITY
const longestNumber = 40
const tests: readonly ShapeTest[] = [
  { shape: 'email', needs: mark | letter, forbids: space, longest: 254, fits: (text) => email.test(text) },
  {
    shape: 'url',
    needs: mark | letter,
    forbids: space,
    longest: 4000,
    fits: (text) => url.test(text) || domain.test(text),
  },
  { shape: 'phone', needs: digit, forbids: letter, longest: 24, fits: (text, { digits }) => isPhone(text, digits) },
  { shape: 'ip', needs: digit | mark, forbids: space, longest: 39, fits: (text) => ipv4.test(text) || ipv6.test(text) },
  { shape: 'postcode', needs: digit, forbids: 0, longest: 10, fits: (text) => postcodes.test(text) },
  { shape: 'country', needs: letter, forbids: digit, longest: 40, fits: isCountryName },
  { shape: 'countryCode', needs: letter, forbids: digit | space | mark, longest: 3, fits: isCountryCode },
  {
    shape: 'person',
    needs: letter | space,
    forbids: digit,
    longest: 60,
    fits: (text) => isProper(text) && wordsOf(text).some(isGivenName),
  },
  { shape: 'proper', needs: letter, forbids: digit, longest: 60, fits: isProper },
  { shape: 'address', needs: letter | space, forbids: 0, longest: 200, fits: isAddress },
  { shape: 'measured', needs: digit, forbids: 0, longest: 40, fits: isMeasured },
  {
    shape: 'number',
    needs: digit,
    forbids: 0,
    longest: longestNumber,
    fits: (text) => number.test(text) && !plainNumber.test(text),
  },
  { shape: 'digits', needs: digit, forbids: letter | space | mark, longest: any, fits: () => true },
  { shape: 'structured', needs: mark, forbids: 0, longest: any, fits: isStructured },
  {
    shape: 'list',
    needs: mark,
    forbids: 0,
    longest: any,
    fits: (text) => !isStructured(text) && !(text.length <= longestNumber && number.test(text)) && isList(text),
  },
  { shape: 'date', needs: digit, forbids: 0, longest: 40, fits: isDate },
  { shape: 'clock', needs: digit | mark, forbids: 0, longest: 16, fits: (text) => clock.test(text) },
  { shape: 'iban', needs: digit | letter, forbids: mark, longest: 42, fits: isIban },
  { shape: 'card', needs: digit, forbids: letter, longest: 24, fits: isCardNumber },
  { shape: 'nationalId', needs: digit, forbids: 0, longest: 21, fits: isNationalId },
  {
    shape: 'hash',
    needs: digit | letter,
    forbids: space,
    longest: 200,
    fits: (text) => uuid.test(text) || hash.test(text),
  },
  { shape: 'code', needs: digit | letter, forbids: space, longest: 40, fits: (text) => code.test(text) },
  { shape: 'flag', needs: letter, forbids: digit | space | mark, longest: 5, fits: (text) => flag.test(text) },
  { shape: 'prose', needs: letter | space, forbids: 0, longest: any, fits: (_, { spaces }) => spaces >= 5 },
  { shape: 'word', needs: letter, forbids: digit | space, longest: any, fits: () => true },
]

/** Every shape of a text. */
export function shapesOf(written: string): readonly TextShape[] {
  const text = written.trim()
  const found = charactersOf(text)
  const shapes: TextShape[] = []
  for (const { shape, needs, forbids, longest, fits } of tests) {
    if ((found.kinds & needs) !== needs || (found.kinds & forbids) !== 0 || text.length > longest) continue
    if (fits(text, found)) shapes.push(shape)
  }
  return shapes
}
