import { compareText } from '../../table/compare-text.ts'
import { orInto } from './compare-kernels.ts'
import { type Kernel, part } from './kernel.ts'
import { ofOne, ofTwo } from './lift-numbers.ts'
import { type Merged, textMerging } from './merge-texts.ts'
import { constant, numbers, numbersOf, type Vector } from './vector.ts'

const and = ofTwo((left, right, result) => {
  for (let row = 0; row < result.length; row++) {
    const a = left[row] as number
    const b = right[row] as number
    result[row] = a === 0 || b === 0 ? 0 : a + b === 2 ? 1 : Number.NaN
  }
})

const or = ofTwo((left, right, result) => {
  result.set(left)
  orInto(result, right)
})

const isNull: Kernel = (parts) => (table) => {
  const vector = part(parts, 0)(table)
  if (vector.kind === 'constant') return constant(vector.value === null ? 1 : 0)
  const result = new Float64Array(table.rows)
  if (vector.kind === 'texts') {
    for (let row = 0; row < result.length; row++) result[row] = (vector.codes[row] as number) < 0 ? 1 : 0
  } else {
    const { values } = vector
    for (let row = 0; row < result.length; row++) result[row] = values[row] !== values[row] ? 1 : 0
  }
  return numbers(result)
}

const isOfText = (vectors: readonly Vector[]): boolean =>
  vectors.some((one) => one.kind === 'texts' || (one.kind === 'constant' && typeof one.value === 'string'))

type Choice = {
  /** `b` may be null; a null `a` is always replaced. */
  readonly ofNumbers: (a: number, b: number) => number
  readonly ofCodes: (a: number, b: number, dictionary: readonly string[]) => number
}

/** Chooses one argument's value per row. */
const choosing =
  ({ ofNumbers, ofCodes }: Choice): Kernel =>
  (parts) => {
    const merge = textMerging()
    return (table) => {
      const vectors = parts.map((one) => one(table))
      return isOfText(vectors)
        ? chosenTexts(merge(vectors, table.rows), ofCodes)
        : chosenNumbers(vectors, table.rows, ofNumbers)
    }
  }

function chosenNumbers(vectors: readonly Vector[], rows: number, choose: Choice['ofNumbers']): Vector {
  const [first, ...others] = vectors.map((vector) => numbersOf(vector, rows))
  const result = first?.slice() ?? new Float64Array(rows)
  for (const other of others) {
    for (let row = 0; row < rows; row++) result[row] = choose(result[row] as number, other[row] as number)
  }
  return numbers(result)
}

function chosenTexts({ codes: [first, ...others], dictionary }: Merged, choose: Choice['ofCodes']): Vector {
  const codes = first?.slice() ?? new Int32Array(0)
  for (const other of others) {
    for (let row = 0; row < codes.length; row++) {
      codes[row] = choose(codes[row] as number, other[row] as number, dictionary)
    }
  }
  return { kind: 'texts', codes, dictionary }
}

/** Chooses the code whose text sorts first or last; skips nulls. */
const ordered =
  (sign: number): Choice['ofCodes'] =>
  (a, b, dictionary) => {
    if (a < 0 || b < 0) return Math.max(a, b)
    return compareText(dictionary[a] as string, dictionary[b] as string) * sign <= 0 ? a : b
  }

/** Conditions and functions that choose between values. */
export const logicKernels = {
  and,
  or,
  not: ofOne((value) => 1 - value),
  isNull,
  coalesce: choosing({
    ofNumbers: (a, b) => (a !== a ? b : a),
    ofCodes: (a, b) => (a < 0 ? b : a),
  }),
  nullif: choosing({
    ofNumbers: (a, b) => (a === b ? Number.NaN : a),
    ofCodes: (a, b) => (a === b ? -1 : a),
  }),
  least: choosing({
    ofNumbers: (a, b) => (a !== a || b < a ? b : a),
    ofCodes: ordered(1),
  }),
  greatest: choosing({
    ofNumbers: (a, b) => (a !== a || b > a ? b : a),
    ofCodes: ordered(-1),
  }),
} as const satisfies Record<string, Kernel>
