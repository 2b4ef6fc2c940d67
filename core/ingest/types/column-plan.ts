import { type ColumnEvidence, mostOddCells } from './column-evidence.ts'
import type { DecimalMark } from './number-scanner.ts'

/** How a column's text becomes values. */
export type ColumnPlan =
  | {
      readonly type: 'integer' | 'decimal'
      readonly mark: DecimalMark
      /** `%` where every value carries it, or the one currency symbol that does; else null. */
      readonly unit: string | null
    }
  | { readonly type: 'date' | 'timestamp'; readonly dayFirst: boolean; readonly isAssumed: boolean }
  | { readonly type: 'boolean' }
  /** `keepsNa`: `NA` is a code among codes. */
  | { readonly type: 'text'; readonly nulls: 'tokens' | 'empty'; readonly keepsNa: boolean }

/** What the columns of a file say together about what one column leaves open. */
export type FileHabits = { readonly mark: DecimalMark; readonly dayFirst: boolean | null }

const isTelephone = /(^|[^a-z])(phone|telephone|mobile|fax|tel)([^a-z]|$)/i

/** How the file writes decimals and dates, by its columns that leave no doubt. */
export function habitsOf(columns: readonly ColumnEvidence[]): FileHabits {
  const total = (pick: (column: ColumnEvidence) => number): number =>
    columns.reduce((sum, column) => sum + pick(column), 0)
  const commas = columns.filter(({ commaOnly, pointOnly }) => commaOnly > pointOnly).length
  const points = columns.filter(({ commaOnly, pointOnly }) => pointOnly > commaOnly).length
  const [day, month] = [total(({ dayFirst }) => dayFirst), total(({ monthFirst }) => monthFirst)]
  return { mark: commas > points ? 'comma' : 'point', dayFirst: day === month ? null : day > month }
}

/** May this few cells out of so many not fit, and the column still be typed? */
const isFew = (odd: number, values: number): boolean => odd === 0 || (odd <= mostOddCells && odd * 100 <= values)

/** The type of a column and how to read it, from all that was seen of it and from the habits of its file. */
export function planColumn(name: string, evidence: ColumnEvidence, habits: FileHabits): ColumnPlan {
  const { numbers, moments, booleans } = evidence
  const most = Math.max(numbers, moments, booleans)
  const typed =
    most === 0
      ? null
      : most === numbers
        ? planNumbers(name, evidence, habits)
        : most === moments
          ? planMoments(evidence, habits)
          : isFew(evidence.values - booleans, evidence.values)
            ? ({ type: 'boolean' } as const)
            : null
  return typed ?? planText(evidence)
}

function planText({ codes, texts, capitalNas }: ColumnEvidence): ColumnPlan {
  return { type: 'text', nulls: 'tokens', keepsNa: capitalNas > 0 && texts > 0 && codes * 2 >= texts }
}

function planNumbers(name: string, evidence: ColumnEvidence, habits: FileHabits): ColumnPlan | null {
  const { numbers, values, exponents, pointOnly, commaOnly } = evidence
  if (looksLikeCodes(name, evidence)) return null
  const mark = pointOnly === commaOnly ? habits.mark : commaOnly > pointOnly ? 'comma' : 'point'
  const unit = unitOf(evidence)
  const wrongMark = mark === 'comma' ? pointOnly : commaOnly
  const fitting = numbers - wrongMark - (unit?.misfits ?? numbers)
  if (unit === null || !isFew(values - fitting, values)) return null
  const fractions = mark === 'point' ? evidence.pointFractions : evidence.commaFractions + evidence.eitherComma
  const isDecimal = exponents + fractions > 0
  return { type: isDecimal ? 'decimal' : 'integer', mark, unit: unit.symbol }
}

function looksLikeCodes(name: string, evidence: ColumnEvidence): boolean {
  const { numbers, exponents, leadingZeros, longs, phones, bareExponents } = evidence
  const fractions = evidence.pointFractions + evidence.commaFractions
  if (leadingZeros > 0 || phones > 0) return true
  if (longs > 0 && fractions + exponents === 0) return true
  if (bareExponents > 0 && bareExponents === numbers) return true
  return isTelephone.test(name) && fractions + exponents === 0
}

/** The one unit of a column and how many numbers do not go with it; null where units are mixed. */
function unitOf({
  units,
  numbers,
}: ColumnEvidence): { readonly symbol: string | null; readonly misfits: number } | null {
  if (units.size === 0) return { symbol: null, misfits: 0 }
  const [symbol, count] = [...units].reduce((most, one) => (one[1] > most[1] ? one : most))
  const others = [...units.values()].reduce((sum, one) => sum + one, 0) - count
  if (symbol === '%')
    return count * 2 > numbers ? { symbol, misfits: numbers - count } : { symbol: null, misfits: count + others }
  return { symbol, misfits: others }
}

function planMoments(evidence: ColumnEvidence, habits: FileHabits): ColumnPlan | null {
  const { moments, values, dayFirst, monthFirst, eitherOrder, eitherWithPoints, times, clocks, zones } = evidence
  const isOpen = dayFirst === monthFirst
  const putsDayFirst = isOpen ? (habits.dayFirst ?? eitherWithPoints * 2 > eitherOrder) : dayFirst > monthFirst
  const misfits = putsDayFirst ? monthFirst : dayFirst
  if (!isFew(values - moments + misfits, values)) return null
  const type = times > 0 && (clocks > 0 || zones > 0) ? 'timestamp' : 'date'
  const isAssumed = isOpen && habits.dayFirst === null && eitherOrder > eitherWithPoints
  return { type, dayFirst: putsDayFirst, isAssumed }
}
