import { TextMerger } from '../../table/text-merger.ts'
import { lookedUp } from './compare-kernels.ts'
import type { Kernel, Setup } from './kernel.ts'
import { constant, numbers, type Texts, type Vector } from './vector.ts'

type Value = number | string
/** A function of plain values, none of them null. */
type Scalar<Result> = (...values: readonly Value[]) => Result | null

/** A function that charges the text which it makes. */
type Charged<Result> = (charge: Setup['charge']) => Scalar<Result>

/** Of one column of text and otherwise constants, computed once for each text of its dictionary; else row by row. */
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

/** Results in a row, as a column or looked up by codes. */
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

/** A function that gives text, none longer than what it was made of. */
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

/** A function that gives text which may be longer than what it is made of: how long is asked before it is made. */
export const toLongerText = (compute: Scalar<string>, lengthOf: (...values: readonly Value[]) => number): Kernel =>
  lifted(
    (charge) =>
      (...values) => {
        charge(lengthOf(...values))
        return compute(...values)
      },
    gatherTexts,
  )

/** A function that gives a number; yes is 1, no is 0. */
export const toNumber = (compute: Scalar<number>): Kernel => lifted(() => compute, gatherNumbers)
