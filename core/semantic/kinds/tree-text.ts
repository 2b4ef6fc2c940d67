import type { Tree } from './tree.ts'

/** 64 characters; a trait's first character is never a digit, so that a digit always stands for a class. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_0123456789'
const radix = alphabet.length
/** A character's place in the alphabet, by its code. */
const values = new Uint8Array(128)
for (const [place, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = place

const [steps, exponents] = [128, 16]
const mostLevel = steps * exponents - 1

/** Thresholds are floating-point numbers of 12 bits: a sign, 4 bits of exponent and 7 of fraction, up to 1020. */
function ofLevel(level: number): number {
  const exponent = Math.floor(Math.abs(level) / steps)
  const fraction = Math.abs(level) % steps
  const size = exponent === 0 ? fraction / 4096 : (steps + fraction) * 2 ** (exponent - 13)
  return level < 0 ? -size : size
}

/** The highest level whose threshold is not above a number. */
function levelOf(value: number): number {
  let [low, high] = [-mostLevel, mostLevel]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (ofLevel(middle) <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** The highest threshold that can be written and is not above a number. */
export const writableThreshold = (value: number): number => ofLevel(levelOf(value))

const inTwo = (value: number): string => `${alphabet[Math.floor(value / radix)] ?? ''}${alphabet[value % radix] ?? ''}`

/** Serialises a tree: two characters of trait, two of threshold, the tree up to it and the one above; a digit is a class. */
export function writeTree(tree: Tree): string {
  if ('label' in tree) return String(tree.label)
  const threshold = inTwo(levelOf(tree.threshold) + mostLevel)
  return `${inTwo(tree.trait)}${threshold}${writeTree(tree.below)}${writeTree(tree.above)}`
}

const [digitZero, digitNine] = [48, 57]

export function readTree(text: string): Tree {
  let at = 0
  const number = (): number => {
    const high = values[text.charCodeAt(at++)] ?? 0
    return high * radix + (values[text.charCodeAt(at++)] ?? 0)
  }
  const next = (): Tree => {
    const code = text.charCodeAt(at)
    if (code >= digitZero && code <= digitNine) {
      at++
      return { label: code - digitZero }
    }
    const trait = number()
    return { trait, threshold: ofLevel(number() - mostLevel), below: next(), above: next() }
  }
  return next()
}
