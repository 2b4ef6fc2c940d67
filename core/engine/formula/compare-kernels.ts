import { compareText } from '../../table/compare-text.ts'
import { type Compiled, type Kernel, part } from './kernel.ts'
import { type Loop, ofTwo } from './lift-numbers.ts'
import { constant, numbers, numbersOf, type Texts, textsOf, type Vector } from './vector.ts'

type Test = (order: number) => boolean

const isOfText = (vector: Vector): boolean =>
  vector.kind === 'texts' || (vector.kind === 'constant' && typeof vector.value === 'string')

/** Compares numbers in the loop and texts by code point. */
const comparison =
  (loop: Loop, test: Test): Kernel =>
  (parts, setup) => {
    const ofNumbers = ofTwo(loop)
    const againstText = textComparing(test)
    const [first, second] = [part(parts, 0), part(parts, 1)]
    return (table) => {
      const [left, right] = [first(table), second(table)]
      if (isOfText(left) || isOfText(right)) return againstText(left, right, table.rows)
      return ofNumbers([() => left, () => right], setup)(table)
    }
  }

type TextComparing = (left: Vector, right: Vector, rows: number) => Vector

/** Compares a constant with each dictionary text once. */
function textComparing(test: Test): TextComparing {
  let last: { dictionary: readonly string[]; than: string; table: Float64Array } | null = null
  const tableFor = (dictionary: readonly string[], than: string, isTurned: boolean): Float64Array => {
    if (last?.dictionary === dictionary && last.than === than) return last.table
    const table = new Float64Array(dictionary.length + 1).fill(Number.NaN)
    for (const [code, text] of dictionary.entries()) {
      table[code + 1] = test(isTurned ? compareText(than, text) : compareText(text, than)) ? 1 : 0
    }
    last = { dictionary, than, table }
    return table
  }
  return (left, right, rows) => {
    if (left.kind === 'constant' && right.kind === 'constant') return constant(ofConstants(left, right, test))
    if (right.kind === 'constant' && left.kind === 'texts') {
      return typeof right.value === 'string'
        ? lookedUp(left, tableFor(left.dictionary, right.value, false))
        : constant(null)
    }
    if (left.kind === 'constant' && right.kind === 'texts') {
      return typeof left.value === 'string'
        ? lookedUp(right, tableFor(right.dictionary, left.value, true))
        : constant(null)
    }
    return rowByRow(textsOf(left, rows), textsOf(right, rows), test)
  }
}

function ofConstants(left: Vector, right: Vector, test: Test): number | null {
  if (left.kind !== 'constant' || right.kind !== 'constant') return null
  const [a, b] = [left.value, right.value]
  return typeof a === 'string' && typeof b === 'string' ? Number(test(compareText(a, b))) : null
}

/** Looks up each row's result by code; `table[0]` is the result for null. */
export function lookedUp({ codes }: Texts, table: Float64Array): Vector {
  const result = new Float64Array(codes.length)
  for (let row = 0; row < codes.length; row++) result[row] = table[(codes[row] as number) + 1] as number
  return numbers(result)
}

function rowByRow(left: Texts, right: Texts, test: Test): Vector {
  const result = new Float64Array(left.codes.length)
  for (let row = 0; row < result.length; row++) {
    const [a, b] = [left.dictionary[left.codes[row] as number], right.dictionary[right.codes[row] as number]]
    result[row] = a === undefined || b === undefined ? Number.NaN : Number(test(a === b ? 0 : compareText(a, b)))
  }
  return numbers(result)
}

const equal = comparison(
  (left, right, result) => {
    for (let row = 0; row < result.length; row++) {
      const a = left[row] as number
      const b = right[row] as number
      result[row] = a === b ? 1 : a !== a || b !== b ? Number.NaN : 0
    }
  },
  (order) => order === 0,
)

const notEqual = comparison(
  (left, right, result) => {
    for (let row = 0; row < result.length; row++) {
      const a = left[row] as number
      const b = right[row] as number
      result[row] = a === b ? 0 : a !== a || b !== b ? Number.NaN : 1
    }
  },
  (order) => order !== 0,
)

const less = comparison(
  (left, right, result) => {
    for (let row = 0; row < result.length; row++) {
      const a = left[row] as number
      const b = right[row] as number
      result[row] = a < b ? 1 : a >= b ? 0 : Number.NaN
    }
  },
  (order) => order < 0,
)

const lessOrEqual = comparison(
  (left, right, result) => {
    for (let row = 0; row < result.length; row++) {
      const a = left[row] as number
      const b = right[row] as number
      result[row] = a <= b ? 1 : a > b ? 0 : Number.NaN
    }
  },
  (order) => order <= 0,
)

const swapped =
  (kernel: Kernel): Kernel =>
  (parts, setup) =>
    kernel([part(parts, 1), part(parts, 0)], setup)

/** Equals `value = a OR value = b OR …`, including its treatment of null. */
const isIn: Kernel = (parts, setup) => {
  const value = part(parts, 0)
  const fixed: { current: Vector } = { current: constant(null) }
  const same: Compiled = () => fixed.current
  const tests = parts.slice(1).map((option) => equal([same, option], setup))
  return (table) => {
    fixed.current = value(table)
    const found = tests.map((test) => numbersOf(test(table), table.rows))
    const result = new Float64Array(table.rows)
    for (const one of found) orInto(result, one)
    return numbers(result)
  }
}

export function orInto(result: Float64Array, other: Float64Array): void {
  for (let row = 0; row < result.length; row++) {
    const a = result[row] as number
    const b = other[row] as number
    result[row] = a === 1 || b === 1 ? 1 : a + b === 0 ? 0 : Number.NaN
  }
}

/** Comparison operations. */
export const compareKernels = {
  equal,
  notEqual,
  less,
  lessOrEqual,
  greater: swapped(less),
  greaterOrEqual: swapped(lessOrEqual),
  in: isIn,
} as const satisfies Record<string, Kernel>
