/** A linear model: `intercept + Σ slopes[i] · x[i]`. */
export type LinearFit = {
  readonly intercept: number
  /** In predictor order; 0 for a predictor that the others determine. */
  readonly slopes: readonly number[]
  /** Coefficient of determination, 0 to 1. */
  readonly rSquared: number
}

type Scaled = { readonly mean: number; readonly scale: number; readonly values: Float64Array }

function meanOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / values.length
  let rest = 0
  for (const value of values) rest += value - mean
  return mean + rest / values.length
}

/** Centred and scaled to length 1, so that magnitudes do not matter. */
function scaled(values: Float64Array): Scaled {
  const mean = meanOf(values)
  const centred = values.map((value) => value - mean)
  const scale = Math.hypot(...chunks(centred))
  return { mean, scale, values: scale > 0 ? centred.map((value) => value / scale) : centred }
}

/** `Math.hypot` takes its numbers as arguments, whose number engines limit. */
function chunks(values: Float64Array): number[] {
  const lengths: number[] = []
  for (let from = 0; from < values.length; from += 4096) lengths.push(Math.hypot(...values.subarray(from, from + 4096)))
  return lengths
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

const subtract = (from: Float64Array, what: Float64Array, times: number): void => {
  for (let at = 0; at < from.length; at++) from[at] = (from[at] ?? 0) - times * (what[at] ?? 0)
}

/** Relative residual below which a predictor depends linearly on the previous ones. */
const tolerance = 1e-11

type Basis = {
  readonly place: number
  readonly direction: Float64Array
  readonly length: number
  readonly on: number[]
}

/** Gram–Schmidt, each direction orthogonalised twice: as accurate as Householder reflections (Giraud et al., 2005). */
function basisOf(columns: readonly Scaled[]): Basis[] {
  const basis: Basis[] = []
  for (const [place, { values, scale }] of columns.entries()) {
    if (!(scale > 0)) continue
    const direction = values.slice()
    const on = basis.map(() => 0)
    for (let round = 0; round < 2; round++) {
      for (const [at, former] of basis.entries()) {
        const share = dot(former.direction, direction)
        on[at] = (on[at] ?? 0) + share
        subtract(direction, former.direction, share)
      }
    }
    const length = Math.sqrt(dot(direction, direction))
    if (length < tolerance) continue
    basis.push({ place, direction: direction.map((value) => value / length), length, on })
  }
  return basis
}

/** Ordinary least squares with an intercept. Predictors and target have equal length and no NaN. */
export function leastSquares(predictors: readonly Float64Array[], target: Float64Array): LinearFit {
  const columns = predictors.map(scaled)
  const wanted = scaled(target)
  const basis = basisOf(columns)
  const rest = wanted.values.slice()
  const shares = basis.map(({ direction }) => {
    const share = dot(direction, rest)
    subtract(rest, direction, share)
    return share
  })
  const slopes = predictors.map(() => 0)
  const inBasis = shares.slice()
  for (let at = basis.length - 1; at >= 0; at--) {
    const { place, length } = basis[at] as Basis
    for (let later = at + 1; later < basis.length; later++)
      inBasis[at] = (inBasis[at] ?? 0) - (basis[later]?.on[at] ?? 0) * (inBasis[later] ?? 0)
    inBasis[at] = (inBasis[at] ?? 0) / length
    slopes[place] = ((inBasis[at] ?? 0) * wanted.scale) / (columns[place]?.scale ?? 1)
  }
  const intercept = columns.reduce((sum, { mean }, at) => sum - (slopes[at] ?? 0) * mean, wanted.mean)
  return { intercept, slopes, rSquared: wanted.scale > 0 ? Math.max(0, 1 - dot(rest, rest)) : 1 }
}
