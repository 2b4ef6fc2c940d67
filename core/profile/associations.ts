import { type CategoryCodes, categoryCodes } from '../stats/category-codes.ts'
import { correlationRatioOf } from '../stats/correlation-ratio.ts'
import { cramersVOf } from '../stats/cramers-v.ts'
import { pearsonOf } from '../stats/pearson.ts'
import { ranksOf } from '../stats/ranks.ts'
import type { Association } from './table-profile.ts'

/** Maximum columns compared per kind, in file order; work grows with the square. */
const maxColumns = 24
const maxShown = 300

/** A column of sampled rows; null is NaN. */
export type SampledColumn = { readonly name: string; readonly values: Float64Array }

type RankedColumn = SampledColumn & { readonly hasNulls: boolean; readonly ranks: Float64Array | null }

const isNull = (value: number | undefined): boolean => value === undefined || Number.isNaN(value)

const hasNulls = ({ values }: SampledColumn): boolean => values.some(isNull)

/** Both columns over the rows where neither is null. */
function together(a: Float64Array, b: Float64Array): readonly [Float64Array, Float64Array] {
  const [left, right] = [new Float64Array(a.length), new Float64Array(a.length)]
  let size = 0
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row] as number, b[row] as number]
    if (x !== x || y !== y) continue
    left[size] = x
    right[size++] = y
  }
  return [left.subarray(0, size), right.subarray(0, size)]
}

function strongest(found: Association[]): Association[] {
  return found.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, maxShown)
}

const pairsOf = <One>(columns: readonly One[]): (readonly [One, One])[] =>
  columns.flatMap((a, at) => columns.slice(at + 1).map((b) => [a, b] as const))

function rank(column: SampledColumn): RankedColumn {
  const isPartial = hasNulls(column)
  return { ...column, hasNulls: isPartial, ranks: isPartial ? null : ranksOf(column.values) }
}

function spearmanOf(a: RankedColumn, b: RankedColumn): { readonly value: number | null; readonly rows: number } {
  if (a.ranks !== null && b.ranks !== null) return { value: pearsonOf(a.ranks, b.ranks), rows: a.ranks.length }
  const [left, right] = together(a.values, b.values)
  return { value: pearsonOf(ranksOf(left), ranksOf(right)), rows: left.length }
}

/** Spearman's rank correlation of every pair, strongest first. */
export function rankCorrelations(columns: readonly SampledColumn[]): Association[] {
  const ranked = columns.slice(0, maxColumns).map(rank)
  const found = pairsOf(ranked).flatMap(([a, b]) => {
    const { value, rows } = spearmanOf(a, b)
    return value === null ? [] : [{ a: a.name, b: b.name, value, rows }]
  })
  return strongest(found)
}

/** Cramér's V of every pair of categorical columns, strongest first. */
export function categoryAssociations(columns: readonly SampledColumn[]): Association[] {
  const coded = columns.slice(0, maxColumns).map((column) => ({
    ...column,
    codes: hasNulls(column) ? null : categoryCodes(column.values),
  }))
  const found = pairsOf(coded).flatMap(([a, b]) => {
    const [left, right] = codesTogether(a, b)
    const value = cramersVOf(left, right)
    return value === null ? [] : [{ a: a.name, b: b.name, value, rows: left.codes.length }]
  })
  return strongest(found)
}

type CodedColumn = SampledColumn & { readonly codes: CategoryCodes | null }

function codesTogether(a: CodedColumn, b: CodedColumn): readonly [CategoryCodes, CategoryCodes] {
  if (a.codes !== null && b.codes !== null) return [a.codes, b.codes]
  const [left, right] = together(a.values, b.values)
  return [categoryCodes(left), categoryCodes(right)]
}

/** Correlation ratio of each numeric column by each categorical one, strongest first. */
export function correlationRatios(
  categories: readonly SampledColumn[],
  numbers: readonly SampledColumn[],
): Association[] {
  const found = categories.slice(0, maxColumns).flatMap((a) =>
    numbers.slice(0, maxColumns).flatMap((b) => {
      if (a.name === b.name) return []
      const [groups, values] = together(a.values, b.values)
      const value = correlationRatioOf(categoryCodes(groups), values)
      return value === null ? [] : [{ a: a.name, b: b.name, value, rows: values.length }]
    }),
  )
  return strongest(found)
}
