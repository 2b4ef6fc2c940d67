const rootOfTwo = Math.SQRT2

/** erfc for x >= 0: Taylor series near zero, Lentz's continued fraction beyond. */
function complementaryError(x: number): number {
  if (x < 2.5) {
    let [term, sum] = [x, x]
    for (let index = 1; Math.abs(term) > 1e-17 * Math.abs(sum); index++) {
      term *= (-x * x) / index
      sum += term / (2 * index + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = x
  for (let index = 80; index > 0; index--) fraction = x + index / 2 / fraction
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI))
}

/** Upper-tail probability of a standard normal. */
export function normalAbove(z: number): number {
  return z < 0 ? 1 - normalAbove(-z) : complementaryError(z / rootOfTwo) / 2
}

/** Coefficients from the constant upwards. */
export const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)

const middle = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.693765509461, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const near = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    5.475938084995345e-4, 1.0507500716444169e-9,
  ],
}
const far = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

const ratio = ({ over, under }: typeof middle, x: number): number => polynomial(over, x) / polynomial(under, x)

/** Standard normal quantile (Wichura 1988, AS 241, 16 digits). */
export function normalQuantile(chance: number): number {
  const fromMiddle = chance - 0.5
  if (Math.abs(fromMiddle) <= 0.425) return fromMiddle * ratio(middle, 0.180625 - fromMiddle * fromMiddle)
  const distance = Math.sqrt(-Math.log(Math.min(chance, 1 - chance)))
  const value = distance <= 5 ? ratio(near, distance - 1.6) : ratio(far, distance - 5)
  return Math.sign(fromMiddle) * value
}
