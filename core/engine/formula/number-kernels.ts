import { type Kernel, literalAt, type Setup } from './kernel.ts'
import { eachPair, finite, ofOne, ofTwo } from './lift-numbers.ts'
import { day } from '../../table/time-units.ts'

const add = ofTwo((left, right, result) => {
  for (let row = 0; row < result.length; row++) {
    const value = (left[row] as number) + (right[row] as number)
    result[row] = value - value === 0 ? value : Number.NaN
  }
})

const subtract = ofTwo((left, right, result) => {
  for (let row = 0; row < result.length; row++) {
    const value = (left[row] as number) - (right[row] as number)
    result[row] = value - value === 0 ? value : Number.NaN
  }
})

const multiply = ofTwo((left, right, result) => {
  for (let row = 0; row < result.length; row++) {
    const value = (left[row] as number) * (right[row] as number)
    result[row] = value - value === 0 ? value : Number.NaN
  }
})

/** Division by zero yields null. */
const divide = ofTwo((left, right, result) => {
  for (let row = 0; row < result.length; row++) {
    const value = (left[row] as number) / (right[row] as number)
    result[row] = value - value === 0 ? value : Number.NaN
  }
})

/** The result has the divisor's sign in every engine. */
const mod = eachPair((value, divisor) =>
  divisor === 0 ? Number.NaN : finite(value - divisor * Math.floor(value / divisor)),
)

/**
 * Databases raise errors near the limits of a double. In every engine, powers above this range are null and powers
 * below it are 0.
 */
const [largestPower, smallestPower] = [Math.exp(709.7), Math.exp(-700)]

const withinPowers = (value: number): number =>
  Math.abs(value) < smallestPower ? 0 : Math.abs(value) > largestPower ? Number.NaN : value

/** A null operand yields null; in JavaScript NaN ** 0 is 1. */
const power = eachPair((base, exponent) =>
  base !== base || exponent !== exponent ? Number.NaN : withinPowers(base ** exponent),
)

const rounded = (value: number, factor: number, isDown: boolean): number => {
  const size = Math.floor(isDown ? Math.abs(value) / factor + 0.5 : Math.abs(value) * factor + 0.5)
  return finite(Math.sign(value) * (isDown ? size * factor : size / factor))
}

function round(parts: Parameters<Kernel>[0], setup: Setup): ReturnType<Kernel> {
  const digits = Number(literalAt(setup, 1) ?? 0)
  const factor = 10 ** Math.abs(digits)
  return ofOne((value) => rounded(value, factor, digits < 0))(parts, setup)
}

/** Rounds half away from zero to at most six decimals. */
export const roundedForText = (value: number): number => rounded(value, 1_000_000, false)

/** Arithmetic and numeric functions. */
export const numberKernels = {
  add,
  subtract,
  multiply,
  divide,
  mod: ofTwo(mod),
  power: ofTwo(power),
  negate: ofOne((value) => -value),
  round,
  floor: ofOne(Math.floor),
  ceil: ofOne(Math.ceil),
  trunc: ofOne(Math.trunc),
  abs: ofOne(Math.abs),
  sign: ofOne(Math.sign),
  sqrt: ofOne(Math.sqrt),
  exp: ofOne((value) => withinPowers(Math.exp(value))),
  ln: ofOne((value) => finite(Math.log(value))),
  log10: ofOne((value) => finite(Math.log10(value))),
  in_days: ofOne((value) => value / day),
  in_hours: ofOne((value) => value / 3_600_000),
  in_minutes: ofOne((value) => value / 60_000),
  in_seconds: ofOne((value) => value / 1000),
} as const satisfies Record<string, Kernel>
