import { TextMerger } from '../../table/text-merger.ts'
import { lookedUp } from './compare-kernels.ts'
import type { Kernel, Setup } from './kernel.ts'
import { constant, numbers, type Texts, type Vector } from './vector.ts'

type Value = number | string
/** A function of values that are not null. */
type Scalar<Result> = (...values: readonly Value[]) => Result | null

/** A function that charges the text it creates. */
type Charged<Result> = (charge: Setup['charge']) => Scalar<Result>

/** With one text column and otherwise constants, computes once per dictionary text; otherwise once per row. */
function lifted<Result extends Value>(charged: Charged<Result>, gather: Gather<Result>): Kernel {
  return (parts, { charge }) => {
    const compute = charged(charge)
    let last: { dictionary: readonly string[]; others: readonly (Value | null)[]; made: Made } | null = null
    return (table) => {
      const vectors = parts.map((one) => one(table))
      const values = vectors.map((vector) => (vector.kind === 'constant' ? vector.value : null))
      const varying = vectors.filter((vector) => vector.kind !== 'constant')
      const [only] = varying
      if (vectors.some((vector) => vector.kind === 'constant' && vector.value === null)) return constant(null)
      if (!only) return constant(compute(...(values as Value[])))
      if (varying.length > 1 || only.kind !== 'texts') return gather(rowByRow(vectors, table.rows, compute)).all()
      const { dictionary } = only
      const isKnown = last?.dictionary === dictionary && last.others.every((value, at) => value === values[at])
      if (!isKnown || last === null) {
        const at = vectors.indexOf(only)
        const results = dictionary.map((text) =>
          compute(...values.map((value, place) => (place === at ? text : (value as Value)))),
        )
        last = { dictionary, others: values, made: gather(results) }
      }
      return last.made.through(only)
    }
  }
}

/** Collects results, one per row or one per dictionary text. */
type Made = { readonly all: () => Vector; readonly through: (texts: Texts) => Vector }
type Gather<Result> = (results: readonly (Result | null)[]) => Made

function valueAt(vector: Vector, row: number): Value | null {
  if (vector.kind === 'constant') return vector.value
  if (vector.kind === 'texts') return vector.dictionary[vector.codes[row] as number] ?? null
  const value = vector.values[row] as number
  return value === value ? value : null
}

function rowByRow<Result>(vectors: readonly Vector[], rows: number, compute: Scalar<Result>): (Result | null)[] {
  return Array.from({ length: rows }, (_, row) => {
    const values = vectors.map((vector) => valueAt(vector, row))
    return values.includes(null) ? null : compute(...(values as Value[]))
  })
}

function gatherTexts(results: readonly (string | null)[]): Made {
  const merger = new TextMerger()
  const codes = Int32Array.from(results, (text) => (text === null ? -1 : merger.codeOf(text)))
  const { dictionary } = merger
  return {
    all: () => ({ kind: 'texts', codes, dictionary }),
    through: (texts) => ({
      kind: 'texts',
      codes: texts.codes.map((code) => (code < 0 ? -1 : (codes[code] as number))),
      dictionary,
    }),
  }
}

function gatherNumbers(results: readonly (number | null)[]): Made {
  const table = Float64Array.from([null, ...results], (value) => value ?? Number.NaN)
  return { all: () => numbers(table.subarray(1)), through: (texts) => lookedUp(texts, table) }
}

/** Lifts a function whose result is no longer than its arguments. */
export const toText = (compute: Scalar<string>): Kernel =>
  lifted(
    (charge) =>
      (...values) => {
        const text = compute(...values)
        charge(text?.length ?? 0)
        return text
      },
    gatherTexts,
  )

/**
 * Lifts a function whose result may be longer than its arguments; `lengthOf` predicts the length before the text is
 * created.
 */
export const toLongerText = (compute: Scalar<string>, lengthOf: (...values: readonly Value[]) => number): Kernel =>
  lifted(
    (charge) =>
      (...values) => {
        charge(lengthOf(...values))
        return compute(...values)
      },
    gatherTexts,
  )

/** Lifts a function that returns a number; true is 1 and false is 0. */
export const toNumber = (compute: Scalar<number>): Kernel => lifted(() => compute, gatherNumbers)
