import { logGamma } from './log-gamma.ts'

const mostTerms = 10_000
const tiny = 1e-300

/** Regularised lower incomplete gamma function, by its series: for x < a + 1. */
function lower(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < mostTerms && term > sum * 1e-17; n++) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** Regularised upper incomplete gamma function, by Lentz's continued fraction: for x >= a + 1. */
function upper(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let value = d
  for (let n = 1; n < mostTerms; n++) {
    const step = -n * (n - a)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value * Math.exp(a * Math.log(x) - x - logGamma(a))
}

/** Probability that χ² is at least this large, with so many degrees of freedom. */
export function chiSquaredAbove(value: number, freedom: number): number {
  const [a, x] = [freedom / 2, value / 2]
  if (!(x > 0)) return 1
  return x < a + 1 ? 1 - lower(a, x) : upper(a, x)
}
