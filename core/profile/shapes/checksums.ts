const digitsOf = (text: string): number[] => [...text.replaceAll(/\D/g, '')].map(Number)

/** Luhn check of card numbers (ISO/IEC 7812). */
function passesLuhn(text: string): boolean {
  const sum = digitsOf(text)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((total, digit) => total + digit, 0)
  return sum > 0 && sum % 10 === 0
}

const remainder = (digits: string, divisor: number): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0)

/** Checks an IBAN: rearranged, with letters as numbers, it is 1 modulo 97 (ISO 13616). */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(plain)) return false
  const moved = `${plain.slice(4)}${plain.slice(0, 4)}`
  return (
    remainder(
      moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  )
}

const cardStarts = /^(4|5[1-5]|2[2-7]|3[47]|36|38|30|6)/

/** Checks a card number: 13 to 19 digits with an issuer prefix and a valid check digit. */
export function isCardNumber(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '')
  return /^\d{13,19}$/.test(digits) && cardStarts.test(digits) && passesLuhn(digits)
}

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'

function isSpanish(text: string): boolean {
  const found = /^([XYZ]?)(\d{7,8})-?([A-Z])$/.exec(text)
  if (found === null) return false
  const [, letter = '', digits = '', check] = found
  if (letter.length + digits.length !== 8) return false
  const number = Number(`${letter === '' ? '' : 'XYZ'.indexOf(letter)}${digits}`)
  return dniLetters[number % 23] === check
}

const peselWeights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]
const isPolish = (text: string): boolean =>
  /^\d{2}[0-3]\d[0-3]\d{6}$/.test(text) &&
  digitsOf(text).reduce((sum, digit, at) => sum + digit * (peselWeights[at] ?? 0), 0) % 10 === 0

const isFrench = (text: string): boolean =>
  /^[12]\d{2}[01]\d\d{10}$/.test(text) && remainder(text.slice(0, 13), 97) === 97 - Number(text.slice(13))

/**
 * Checks a national id: United States (with dashes), United Kingdom, Spain, Italy, France or Poland, with its check
 * digit if it has one.
 */
export function isNationalId(text: string): boolean {
  if (/^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text)) return true
  const plain = text.replaceAll(' ', '').toUpperCase()
  if (/^[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]$/.test(plain)) return true
  if (/^[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]$/.test(plain)) return true
  return isSpanish(plain) || isFrench(plain) || isPolish(plain)
}
