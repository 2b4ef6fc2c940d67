/** The values that count at a place: from the first to the last index, and the distance at which weights end. */
type Window = { readonly from: number; readonly to: number; readonly reach: number }

function windowAt(length: number, at: number, width: number): Window {
  const span = Math.min(width, length)
  const from = Math.min(Math.max(0, Math.ceil(at - (span - 1) / 2)), length - span)
  const to = from + span - 1
  return { from, to, reach: Math.max(at - from, to - at) + Math.max(0, width - length) / 2 }
}

/**
 * Local linear regression at one place of a regular series, with tricube weights over the `width` nearest values
 * (Cleveland, 1979). `at` may lie outside of the series.
 */
function smoothedAt(values: Float64Array, at: number, width: number): number {
  const { from, to, reach } = windowAt(values.length, at, width)
  let [sum, meanX, meanY] = [0, 0, 0]
  for (let x = from; x <= to; x++) {
    const weight = weightOf(Math.abs(x - at), reach)
    sum += weight
    meanX += weight * x
    meanY += weight * (values[x] ?? 0)
  }
  meanX /= sum
  meanY /= sum
  let [squares, products] = [0, 0]
  for (let x = from; x <= to; x++) {
    const weight = weightOf(Math.abs(x - at), reach)
    squares += weight * (x - meanX) ** 2
    products += weight * (x - meanX) * ((values[x] ?? 0) - meanY)
  }
  return squares > 1e-9 * sum ? meanY + (products / squares) * (at - meanX) : meanY
}

function weightOf(distance: number, reach: number): number {
  if (distance <= 0.001 * reach) return 1
  if (distance >= 0.999 * reach) return 0
  const part = distance / reach
  return (1 - part * part * part) ** 3
}

/** A smoothed series; `beyond` values more at either end. */
export const loess = (values: Float64Array, width: number, beyond = 0): Float64Array =>
  Float64Array.from({ length: values.length + 2 * beyond }, (_, at) => smoothedAt(values, at - beyond, width))
