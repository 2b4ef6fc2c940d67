import type { ColumnType } from '../../table/table.ts'
import type { ReadChoices } from '../choices.ts'
import { type ColumnEvidence, mostOddCells } from './column-evidence.ts'
import type { DecimalMark } from './number-scanner.ts'
import { ownValue } from '../../own-value.ts'

/** How a column's text becomes values. */
export type ColumnPlan =
  | {
      readonly type: 'integer' | 'decimal'
      readonly mark: DecimalMark
      /** `%` where every value carries it, or the one currency symbol that does; else null. */
      readonly unit: string | null
      /** Were thousands parted by a mark? */
      readonly isGrouped: boolean
      /** Does nothing show whether its points mark decimals or part thousands? */
      readonly isMarkAssumed: boolean
      /** Did a person choose the type? Then codes such as `007` are numbers too. */
      readonly isChosen: boolean
    }
  | {
      readonly type: 'date' | 'timestamp'
      readonly dayFirst: boolean
      readonly isAssumed: boolean
      /** Where the moments' zones came from. */
      readonly zones: 'none' | 'one' | 'several' | 'some'
    }
  /** `hasWords`: `yes` and `no` and their kind are values too, because a person chose so. */
  | { readonly type: 'boolean'; readonly hasWords: boolean }
  /** What `1:30` stands for. */
  | { readonly type: 'duration'; readonly shortClock: 'hours' | 'minutes' }
  /** `keepsNa`: `NA` is a code among codes. */
  | { readonly type: 'text'; readonly nulls: 'tokens' | 'empty'; readonly keepsNa: boolean }

/** What the columns of a file say together about what one column leaves open, and what a person decided. */
export type FileHabits = {
  readonly mark: DecimalMark
  /** Do other columns, or a person, show the mark? */
  readonly isMarkShown: boolean
  /** Is the file written as where the comma marks decimals: parted by semicolons, or with dates such as 31.12.2024? */
  readonly isContinental: boolean
  readonly dayFirst: boolean | null
  readonly choices: Pick<ReadChoices, 'decimal' | 'dayFirst' | 'types'>
}

const isTelephone = /(^|[^a-z])(phone|telephone|mobile|fax|tel)([^a-z]|$)/i
/** Names under which `1.10` comes after `1.9`. */
const isVersion = /(^|[^a-z])(versions?|ver|firmware)([^a-z]|$)/i
/** Names under which it may, where the values are written so. */
const mayBeOrdinal =
  /(^|[^a-z])(releases?|builds?|editions?|sections?|chapters?|clauses?|articles?|paragraphs?|outline|steps?|requirements?|item|no|nr|number|id|ids|codes?)([^a-z]|$)/i
/** Names under which a clock is a length of time, and no time of day. */
const isLasting =
  /(^|[^a-z])(durations?|elapsed|run ?times?|running ?time|lengths?|laps?|splits?|wait(ing)?|up ?time|down ?time|overtime|took|takes|travel ?time|response ?time|handling ?time|handle ?time|talk ?time|play ?time|lag|dauer|dur[ée]e|duraci[óo]n|durata)([^a-z]|$)/i

/** How the file writes decimals and dates, by its columns that leave no doubt; a person's choices go before. */
export function habitsOf(
  columns: readonly ColumnEvidence[],
  choices: ReadChoices = {},
  delimiter: string | null = null,
): FileHabits {
  const total = (pick: (column: ColumnEvidence) => number): number =>
    columns.reduce((sum, column) => sum + pick(column), 0)
  const commas = columns.filter(({ commaOnly, pointOnly }) => commaOnly > pointOnly).length
  const points = columns.filter(({ commaOnly, pointOnly }) => pointOnly > commaOnly).length
  const [day, month] = [total(({ dayFirst }) => dayFirst), total(({ monthFirst }) => monthFirst)]
  return {
    mark: choices.decimal ?? (commas > points ? 'comma' : 'point'),
    isMarkShown: choices.decimal !== undefined || commas !== points,
    isContinental: delimiter === ';' || columns.some(({ eitherWithPoints }) => eitherWithPoints > 0),
    dayFirst: choices.dayFirst ?? (day === month ? null : day > month),
    choices,
  }
}

/** May this few cells out of so many not fit, and the column still be typed? */
const isFew = (odd: number, values: number): boolean => odd === 0 || (odd <= mostOddCells && odd * 100 <= values)

/** A column to plan: its name, all that was seen of it, and whether the cells' own formats say that they are durations. */
export type Planned = { readonly name: string; readonly evidence: ColumnEvidence; readonly areDurations?: boolean }

/** The type of a column and how to read it: as a person chose, or from all that was seen of it and the habits of its file. */
export function planColumn(planned: Planned, habits: FileHabits): ColumnPlan {
  const chosen = ownValue(habits.choices.types ?? {}, planned.name)
  return chosen === undefined ? guess(planned, habits) : planAs(chosen, planned.evidence, habits)
}

function guess({ name, evidence, areDurations = false }: Planned, habits: FileHabits): ColumnPlan {
  const { numbers, moments, booleans, durations, values } = evidence
  const most = Math.max(numbers, moments, booleans, durations)
  if (most === 0) return planText(evidence)
  if (most === numbers) return planNumbers(name, evidence, habits) ?? planText(evidence)
  if (most === moments) return planMoments(evidence, habits) ?? planText(evidence)
  if (!isFew(values - most, values)) return planText(evidence)
  if (most === booleans) return { type: 'boolean', hasWords: false }
  return areDurations || leavesNoDoubt(name, evidence) ? planDurations(evidence) : planText(evidence)
}

/** A type that a person chose: whatever does not fit it is odd. */
function planAs(type: ColumnType, evidence: ColumnEvidence, habits: FileHabits): ColumnPlan {
  switch (type) {
    case 'integer':
    case 'decimal':
      return { type, ...numberMarks(evidence, habits), unit: unitOf(evidence)?.symbol ?? null, isChosen: true }
    case 'date':
    case 'timestamp':
      return { type, ...orderOf(evidence, habits), zones: zonesOf(evidence) }
    case 'boolean':
      return { type, hasWords: true }
    case 'duration':
      return planDurations(evidence)
    case 'text':
      return planText(evidence)
  }
}

function planText({ codes, texts, capitalNas }: ColumnEvidence): ColumnPlan {
  return { type: 'text', nulls: 'tokens', keepsNa: capitalNas > 0 && texts > 0 && codes * 2 >= texts }
}

/** Are these lengths of time, and no times of day? Hours and minutes alone may be minutes and seconds: they never are sure. */
function leavesNoDoubt(name: string, evidence: ColumnEvidence): boolean {
  const { durations, threePartClocks, shortClocks, longClocks } = evidence
  if (threePartClocks + shortClocks === 0) return true
  if (shortClocks > 0 && shortClocks + threePartClocks === durations && threePartClocks === 0) return false
  return longClocks > 0 || isLasting.test(name)
}

/** Beside `1:02:10`, `3:45` are minutes and seconds, as players of films and songs write them. */
const planDurations = ({ threePartClocks, shortClocks }: ColumnEvidence): ColumnPlan => ({
  type: 'duration',
  shortClock: threePartClocks > 0 && shortClocks > 0 ? 'minutes' : 'hours',
})

/** Fewer numbers than these may have three decimals by chance. */
const fewestInThrees = 3

/** May every point of the column part thousands, as in `71.500`? */
const mayBeThousands = ({ eitherPoint, pointFractions, exponents }: ColumnEvidence): boolean =>
  eitherPoint > 0 && eitherPoint === pointFractions && exponents === 0

/**
 * Do the points part thousands? Decimals would be cut to three everywhere, and hardly stand beside whole numbers; in
 * a file of a country that writes so, three such numbers are enough.
 */
function areThousands(evidence: ColumnEvidence, { isContinental }: FileHabits): boolean {
  const { eitherPoint, numbers, pointFractions } = evidence
  if (!mayBeThousands(evidence) || eitherPoint < fewestInThrees) return false
  return isContinental || numbers > pointFractions
}

/** Does the column itself, do others, or does a person show its mark? */
const isMarkShown = ({ pointOnly, commaOnly }: ColumnEvidence, habits: FileHabits): boolean =>
  habits.isMarkShown || pointOnly !== commaOnly

function markOf(evidence: ColumnEvidence, habits: FileHabits): DecimalMark {
  const { pointOnly, commaOnly } = evidence
  if (!isMarkShown(evidence, habits)) return areThousands(evidence, habits) ? 'comma' : habits.mark
  if (habits.choices.decimal !== undefined || pointOnly === commaOnly) return habits.mark
  return commaOnly > pointOnly ? 'comma' : 'point'
}

function numberMarks(evidence: ColumnEvidence, habits: FileHabits) {
  const mark = markOf(evidence, habits)
  const isMarkAssumed = mark === 'point' && !isMarkShown(evidence, habits) && mayBeThousands(evidence)
  const either = mark === 'point' ? evidence.eitherComma : evidence.eitherPoint
  return { mark, isMarkAssumed, isGrouped: evidence.groups + either > 0 }
}

function planNumbers(name: string, evidence: ColumnEvidence, habits: FileHabits): ColumnPlan | null {
  const { numbers, values, exponents, pointOnly, commaOnly } = evidence
  if (looksLikeCodes(name, evidence)) return null
  const mark = markOf(evidence, habits)
  const unit = unitOf(evidence)
  const wrongMark = mark === 'comma' ? pointOnly : commaOnly
  const fitting = numbers - wrongMark - (unit?.misfits ?? numbers)
  if (unit === null || !isFew(values - fitting, values)) return null
  const fractions = mark === 'point' ? evidence.pointFractions : evidence.commaFractions + evidence.eitherComma
  const isDecimal = exponents + fractions > 0
  return {
    type: isDecimal ? 'decimal' : 'integer',
    ...numberMarks(evidence, habits),
    unit: unit.symbol,
    isChosen: false,
  }
}

/** Are these versions or sections, where 1.10 is another than 1.1? */
const isOrdinal = (name: string, { pointFractions, decimals }: ColumnEvidence): boolean =>
  (pointFractions > 0 && isVersion.test(name)) || (decimals.areOrdinal && mayBeOrdinal.test(name))

function looksLikeCodes(name: string, evidence: ColumnEvidence): boolean {
  const { numbers, exponents, leadingZeros, longs, phones, bareExponents, spacedCodes } = evidence
  const fractions = evidence.pointFractions + evidence.commaFractions
  if (leadingZeros > 0 || phones > 0) return true
  if (longs > 0 && fractions + exponents === 0) return true
  if (bareExponents > 0 && bareExponents === exponents && fractions === 0) return true
  if (spacedCodes > 1 && spacedCodes === numbers) return true
  return isOrdinal(name, evidence) || (isTelephone.test(name) && fractions + exponents === 0)
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

/** Which of day and month stands first, and whether nothing shows it. */
function orderOf(evidence: ColumnEvidence, { dayFirst: usual, choices }: FileHabits) {
  const { dayFirst, monthFirst, eitherOrder, eitherWithPoints } = evidence
  if (choices.dayFirst !== undefined) return { dayFirst: choices.dayFirst, isAssumed: false }
  const isOpen = dayFirst === monthFirst
  return {
    dayFirst: isOpen ? (usual ?? eitherWithPoints * 2 > eitherOrder) : dayFirst > monthFirst,
    isAssumed: isOpen && usual === null && eitherOrder > eitherWithPoints,
  }
}

function zonesOf({ zones, times, offsets }: ColumnEvidence): 'none' | 'one' | 'several' | 'some' {
  if (zones === 0) return 'none'
  return zones < times ? 'some' : offsets.size > 1 ? 'several' : 'one'
}

function planMoments(evidence: ColumnEvidence, habits: FileHabits): ColumnPlan | null {
  const { moments, values, dayFirst, monthFirst, times, clocks, zones } = evidence
  const order = orderOf(evidence, habits)
  const misfits = order.dayFirst ? monthFirst : dayFirst
  if (!isFew(values - moments + misfits, values)) return null
  const type = times > 0 && (clocks > 0 || zones > 0) ? 'timestamp' : 'date'
  return { type, ...order, zones: zonesOf(evidence) }
}
