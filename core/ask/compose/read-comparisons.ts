import { formatCell } from '../../format/format-cell.ts'
import type { Filter } from '../../query/filter.ts'
import { inUnitOf } from '../candidates/units.ts'
import { listable, ofRows } from '../askable.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Comparison, MentionOf } from '../mention.ts'
import { assume, beyondKinds, free, isMeasure, isNumeric, use, wordsAt, type Draft } from './draft.ts'

const says: Record<Comparison, string> = {
  less: 'under',
  lessOrEqual: 'at most',
  greater: 'over',
  greaterOrEqual: 'at least',
  equal: 'is',
  notEqual: 'is not',
}

/** A rank counts from the best, and is not what it is a rank of. */
const isRank = (label: string): boolean => wordsOfName(label).some((word) => word === 'rank' || word === 'ranking')

/** The numeric column that one of the words names, the surest word first: `older` speaks of `age`. */
export function columnOfHints(model: SemanticModel, hints: readonly string[]): SemanticColumn | null {
  const measured = listable(model.columns)
    .filter((column) => isNumeric(column) && column.role !== 'id' && column.role !== 'time')
    .sort(
      (a, b) =>
        Number(!isMeasure(a)) - Number(!isMeasure(b)) || wordsOfName(a.label).length - wordsOfName(b.label).length,
    )
  for (const hint of hints) {
    const found = measured.find(({ label }) => wordsOfName(label).includes(hint) && !isRank(label))
    if (found) return found
  }
  return null
}

type Place = { readonly column: SemanticColumn; readonly at: number | null }

function numericAt(draft: Draft, at: number): Place | null {
  const item = free(draft, at, 'column')
  const column = item && ofRows(item.meaning.column)
  return column && isNumeric(column) ? { column, at } : null
}

/** Ids are told apart, never compared as amounts. */
const isAmount = (place: Place | null): Place | null => (place?.column.role === 'id' ? null : place)

/** `women under 35`: of persons, a number without a name is an age. */
function ageOf(draft: Draft, first: number, last: number): SemanticColumn | null {
  const amount = [first, last].flatMap((at) => draft.items[at]?.meaning ?? []).find(({ kind }) => kind === 'amount')
  const isAge = amount?.kind === 'amount' && amount.value <= 120 && amount.of === undefined
  const others = draft.items.some(({ meaning }) => meaning.kind === 'column' && isMeasure(meaning.column))
  return isAge && !others ? (draft.model.columns.find(({ label }) => label.toLowerCase() === 'age') ?? null) : null
}

/** What is compared: the column just before, just after, the one the comparison hints at, or the nearest before. */
function compared(draft: Draft, first: number, last: number, hints: readonly string[]): Place | null {
  const before = isAmount(numericAt(draft, beyondKinds(draft, first, -1, ['is', 'has', 'of', 'not'])))
  const after = isAmount(numericAt(draft, beyondKinds(draft, last, 1, ['of', 'in'])))
  const isOwned =
    before !== null && draft.items.slice(before.at ?? first, first).some(({ meaning }) => meaning.kind === 'has')
  const nearest = isOwned ? (after ?? before) : (before ?? after)
  if (nearest) return nearest
  const hinted = columnOfHints(draft.model, hints) ?? ageOf(draft, first, last)
  return hinted ? { column: hinted, at: null } : (earlier(draft, first) ?? onlyMoney(draft, first, last))
}

/** The one kind of money in the data; what is computed of it is no other kind. */
const onlyKindOfMoney = ({ columns }: SemanticModel): readonly SemanticColumn[] =>
  columns.filter((each) => isMeasure(each) && each.format === 'currency' && !('computedBy' in each))

/** `claims above 100k`: of amounts of money, where the data has one kind of them and the number is among them. */
function onlyMoney(draft: Draft, first: number, last: number): Place | null {
  const said = draft.items
    .slice(first, last + 1)
    .flatMap(({ meaning }) => (meaning.kind === 'amount' ? [meaning.value] : []))
  const [column, ...others] = onlyKindOfMoney(draft.model).filter(
    ({ range }) => range !== null && said.every((value) => value >= range.min && value <= range.max),
  )
  const amounts = draft.items
    .slice(first, last + 1)
    .flatMap(({ meaning }) => (meaning.kind === 'amount' ? [meaning] : []))
  const { range } = column ?? { range: null }
  const isWithin = range != null && amounts.every(({ value }) => value >= range.min && value <= range.max)
  if (column === undefined || others.length > 0 || !isWithin || !amounts.some(({ value }) => value >= leastMoney))
    return null
  assume(draft, 0.8)
  return { column, at: null }
}

/** A smaller number without a unit may count anything. */
const leastMoney = 100

/** The nearest column of amounts that was named before. */
function earlier(draft: Draft, first: number): Place | null {
  for (let at = first - 1; at >= 0; at -= 1) {
    const item = draft.items[at]
    const column = item?.meaning.kind === 'column' ? ofRows(item.meaning.column) : null
    if (column !== null && isNumeric(column) && column.role !== 'id') {
      assume(draft, 0.85)
      return { column, at: null }
    }
  }
  return null
}

function filterOf(column: string, comparison: Comparison, value: number): Filter {
  if (comparison === 'equal') return { op: 'in', column, values: [value] }
  if (comparison === 'notEqual') return { op: 'not', filter: { op: 'in', column, values: [value] } }
  return { op: comparison, column, value }
}

const scaled = ({ meaning }: MentionOf<'amount'>, column: SemanticColumn): number =>
  meaning.isPercent && column.format === 'percent' ? meaning.value / 100 : inUnitOf(meaning.value, meaning.unit, column)

const written = (value: number, { format }: SemanticColumn): string => formatCell(value, format)

/** `more than 5 orders`, `total sales over 100`: conditions on groups, which a Query cannot hold yet. */
function speaksOfGroups(draft: Draft, last: number, place: Place | null): boolean {
  const next = beyondKinds(draft, last, 1, ['of'])
  if (place === null) return draft.items[next]?.meaning.kind === 'entity'
  const before = place.at === null ? undefined : draft.items[beyondKinds(draft, place.at, -1, ['of'])]?.meaning
  return before?.kind === 'aggregate' && draft.items.some(({ meaning }) => meaning.kind === 'per')
}

/** The number compared with: after the words of comparison, or before them as in `10 or more`. */
function amountBeside(draft: Draft, at: number): { readonly item: MentionOf<'amount'>; readonly at: number } | null {
  const after = beyondKinds(draft, at, 1, ['of', 'is'])
  const next = free(draft, after, 'amount')
  if (next) return { item: next, at: after }
  const previous = free(draft, at - 1, 'amount')
  return previous ? { item: previous, at: at - 1 } : null
}

/** `15k a month` of a monthly income. */
function useGrainOf(draft: Draft, at: number, { label }: SemanticColumn): void {
  const unit = free(draft, at, 'grain')
  if (unit && label.toLowerCase().includes(unit.meaning.grain)) use(draft, at)
}

function readCompared(draft: Draft, at: number, item: MentionOf<'compare'>): void {
  const amount = amountBeside(draft, at)
  if (amount === null) return draft.marks.has('difference') ? use(draft, at) : undefined
  const [first, last] = [Math.min(at, amount.at), Math.max(at, amount.at)]
  const place = compared(draft, first, last, [...item.meaning.of, ...(amount.item.meaning.of ?? [])])
  if (speaksOfGroups(draft, last, place)) draft.beyond ??= 'keeping only groups above or below a total'
  if (place === null || draft.beyond !== null) return
  const value = scaled(amount.item, place.column)
  const isNot = free(draft, first - 1, 'not') !== null
  const filter = filterOf(place.column.name, item.meaning.comparison, value)
  const taken = place.at ?? first
  use(draft, at, amount.at, taken, ...(isNot ? [first - 1] : []))
  useGrainOf(draft, last + 1, place.column)
  draft.filters.push({
    filter: isNot ? { op: 'not', filter } : filter,
    column: place.column,
    text: `${place.column.label} ${isNot ? 'not ' : ''}${says[item.meaning.comparison]} ${written(value, place.column)}`,
    words: wordsAt(draft, Math.min(first, taken), Math.max(last, taken)),
    isTime: false,
    span: [Math.min(first, taken), Math.max(last, taken)],
  })
}

function readBetween(draft: Draft, at: number): void {
  const [from, to] = [free(draft, at + 1, 'amount'), free(draft, at + 3, 'amount')]
  if (from === null || to === null || draft.items[at + 2]?.meaning.kind !== 'and') return
  const place = compared(draft, at, at + 3, [])
  if (place === null) return
  const { column } = place
  const [low, high] = [scaled(from, column), scaled(to, column)].sort((a, b) => a - b) as [number, number]
  use(draft, at, at + 1, at + 2, at + 3, ...(place.at === null ? [] : [place.at]))
  draft.filters.push({
    filter: { op: 'between', column: column.name, from: low, to: high },
    column,
    text: `${column.label} between ${written(low, column)} and ${written(high, column)}`,
    words: wordsAt(draft, Math.min(at, place.at ?? at), at + 3),
    isTime: false,
    span: [Math.min(at, place.at ?? at), at + 3],
  })
}

/** A number of so many digits that it is a code: `for 94107`, where one column holds such numbers. */
const leastCode = 1000

function codeOf(draft: Draft, at: number, { meaning }: MentionOf<'amount'>): Place | null {
  const isLed = draft.items[at - 1]?.meaning.kind === 'in' && /^\d+$/.test(wordsAt(draft, at))
  if (!isLed || meaning.value < leastCode) return null
  const [column, ...others] = draft.model.columns.filter(
    ({ type, role, range }) =>
      type === 'integer' &&
      (role === 'dimension' || role === 'id') &&
      range != null &&
      meaning.value >= range.min &&
      meaning.value <= range.max,
  )
  return column && others.length === 0 ? { column, at } : null
}

/** `cylinders = 8`, `age is 30`, `class 1`, `4 cylinders`: a number that a column of numbers equals. */
function readEqual(draft: Draft, at: number, item: MentionOf<'amount'>): void {
  const before = beyondKinds(draft, at, -1, ['is', 'of'])
  const isSaid = before < at - 1
  const places = [numericAt(draft, before), numericAt(draft, at + 1)]
  const isGroup = (place: Place | null): boolean =>
    place !== null && (place.column.role === 'dimension' || place.column.role === 'id' || place.column.role === 'time')
  const place = isSaid && places[0] ? places[0] : (places.find(isGroup) ?? codeOf(draft, at, item))
  if (!place || place.at === null || draft.items[place.at - 1]?.meaning.kind === 'per') return
  const { column } = place
  use(draft, at, place.at)
  const isNot = free(draft, Math.min(at, place.at) - 1, 'not') ?? free(draft, at - 1, 'not')
  if (isNot) use(draft, draft.items.indexOf(isNot))
  const value = scaled(item, column)
  draft.filters.push({
    filter: filterOf(column.name, isNot ? 'notEqual' : 'equal', value),
    column,
    text: `${column.label} is ${isNot ? 'not ' : ''}${written(value, column)}`,
    words: wordsAt(draft, Math.min(at, place.at), Math.max(at, place.at)),
    isTime: false,
    span: [Math.min(at, place.at), Math.max(at, place.at)],
  })
}

/** Takes comparisons with numbers as filters: `over 100`, `at least 10 rooms`, `between 5 and 10`, `8 cylinders`. */
export function readComparisons(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'compare')
    if (item) readCompared(draft, at, item)
    else if (free(draft, at, 'between')) readBetween(draft, at)
  }
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'amount')
    if (item) readEqual(draft, at, item)
  }
}
