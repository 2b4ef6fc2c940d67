import { columnsOfFilter } from '../../query/columns-of-query.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Scalar } from '../../query/filter.ts'
import type { DraftFilter } from '../rules/piece.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import { lexicon } from '../lexicon.ts'
import type { Kind } from '../mention.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { asksHowMany, asksHowMuch, assume, free, isMeasure, isMoment, use, wordsAt, type Draft } from './draft.ts'

/** `total fare` where a column is called `total`: rather the total of the next column than both. */
function isRatherAggregate(draft: Draft, at: number): boolean {
  const item = draft.items[at]
  const isWord =
    item !== undefined &&
    (lexicon.get(draft.words[item.from]?.lower ?? '') ?? []).some(({ kind }) => kind === 'aggregate')
  return isWord && item.to === item.from + 1 && draft.items[at + 1]?.meaning.kind === 'column'
}

/** By its usual aggregate; of one row, by its average. */
function measureNamed(draft: Draft, column: SemanticColumn, words: string): void {
  const isAveraged = draft.marks.has('perRow') && column.aggregates.includes('mean')
  const aggregate = isAveraged ? 'mean' : column.defaultAggregate
  addMeasure(draft, column, { aggregate, isSaid: isAveraged, words })
}

/** `corporate customers`: whom a value speaks of, where something else is measured. */
function isNounOfValue(draft: Draft, at: number, column: SemanticColumn): boolean {
  const before = draft.items[at - 1]?.meaning
  // `Human Resources department`: the column that is named has the value, too, and is meant.
  if (
    before?.kind === 'value' &&
    before.column !== column &&
    before.values.some((value) => column.values.includes(String(value)))
  )
    assume(draft, 0.6)
  const isTold = before?.kind === 'value' && before.column !== column
  return isTold && !isMeasure(column) && draft.measures.length > 0
}

/** `which decade had the most born`: the moments are said by what is computed of them. */
const isComputedOf = ({ calculations }: Draft, { name, role }: SemanticColumn): boolean =>
  role === 'time' && calculations.some(({ formula }) => formula.includes(bracketed(name)))

/** Did it happen to some rows alone, and is nothing said of when? */
const isOpenEvent = ({ filters, groups, measures }: Draft, column: SemanticColumn): boolean =>
  column.nulls > 0 &&
  isMoment(column) &&
  ![...filters, ...groups, ...measures].some((each) => each.column?.name === column.name)

/** `how many members have cancelled`: those of which it is known when. */
function addHappened(draft: Draft, column: SemanticColumn, words: string): void {
  if (!isOpenEvent(draft, column)) return
  const filter = { op: 'not' as const, filter: { op: 'isNull' as const, column: column.name } }
  draft.filters.push({ filter, column, text: `${column.label} is not missing`, words, isTime: false })
}

/** Columns named and not yet placed: numbers are measured, the others group. */
export function readRest(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'column')
    if (!item) continue
    use(draft, at)
    const { column, isPlural } = item.meaning
    if (isRatherAggregate(draft, at)) assume(draft, 0.6)
    const words = wordsAt(draft, at)
    const isCompared = asksHowMany(draft) && draft.filters.some((filter) => filter.column === column)
    if (isCompared) continue
    if (item.meaning.isEvent) addHappened(draft, column, words)
    if (item.meaning.isEvent || isComputedOf(draft, column) || isNounOfValue(draft, at, column)) continue
    if (isMeasure(column)) measureNamed(draft, column, words)
    else if (isAsideOfOne(draft, column, isPlural)) assume(draft, 0.8)
    else addGroup(draft, column, { words, isPlural })
  }
}

/** `how much have we sold to customers in Paris` asks for one figure, and cuts it by no customer. */
const isAsideOfOne = (draft: Draft, { role }: SemanticColumn, isPlural: boolean): boolean =>
  asksHowMany(draft) || (asksHowMuch(draft) && role === 'id' && isPlural)

/** `sales over 500 by category`: a number that was only compared is also what is measured by group. */
export function measureCompared(draft: Draft): void {
  const isOpen = draft.measures.length === 0 && draft.rank === null && draft.chart === null && !draft.marks.has('list')
  const isOfRows = draft.groups.every(({ column }) => column.role === 'id')
  // `Percentage of employees earning above average` is of employees.
  const isShareOfRows = draft.marks.has('share') && draft.noun !== null
  if (!isOpen || isOfRows || isShareOfRows || draft.groups.some(({ isSubject }) => isSubject)) return
  const compared = draft.filters.find(
    ({ filter, column, isTime, isState }) =>
      isMeasure(column) && !isTime && !isState && columnsOfFilter(filter).includes(column.name),
  )
  if (!compared) return
  assume(draft, 0.8)
  addMeasure(draft, compared.column, {
    aggregate: compared.column.defaultAggregate,
    isSaid: false,
    words: compared.words,
  })
}

/** How much less likely a reading is that leaves such a thing unread. */
const losses: Partial<Record<Kind, number>> = {
  distinct: 0.6,
  aggregate: 0.6,
  grain: 0.45,
  rank: 0.4,
  limit: 0.4,
  or: 0.9,
}
/** Of anything else that asks for something. */
const usualLoss = 0.35
/** What only joins other words, or says what the rows are. */
const asides = new Set<Kind>(
  'of in is has and than entity unknown filler over asks list axis between per versus'.split(' ') as Kind[],
)

/** Words that belong to what another word asks: the `between` of a difference, the `per month` of a monthly income. */
function isSaidElsewhere(draft: Draft, at: number, kind: Kind): boolean {
  const isOfTwo =
    draft.marks.has('difference') ||
    draft.marks.has('correlate') ||
    draft.marks.has('versus') ||
    draft.marks.has('contrast')
  if (kind === 'between' || kind === 'than') return isOfTwo
  const grain = draft.items[at]?.meaning
  return (
    grain?.kind === 'grain' && draft.measures.some(({ column }) => column?.label.toLowerCase().includes(grain.grain))
  )
}

const valuesOf = ({ filter }: DraftFilter): readonly Scalar[] | null => (filter.op === 'in' ? filter.values : null)

/** Two conditions of which no row meets both: `cancelled orders for every delivered one`. */
const contradict = (one: DraftFilter, other: DraftFilter): boolean => {
  const [values, others] = [valuesOf(one), valuesOf(other)]
  return (
    one.column === other.column && values !== null && others !== null && !values.some((each) => others.includes(each))
  )
}

/** How wide ranges are to be says nothing where none are cut. */
function weighWidth(draft: Draft): void {
  const isSpread = draft.groups.length === 0 && draft.measures.every(({ isSaid }) => !isSaid)
  const isCut = isSpread || draft.groups.some(({ binWidth }) => binWidth !== undefined)
  if (draft.width !== null && !isCut) {
    draft.unplaced.push(draft.markWords.get('width') ?? 'ranges')
    assume(draft, 0.35)
  }
}

/** `How much came in` is no list and no count. */
const lacksAmount = (draft: Draft): boolean =>
  asksHowMuch(draft) &&
  draft.hints.length === 0 &&
  draft.listed.length === 0 &&
  draft.measures.every(({ column, asked }) => column === null && !asked)

/** Counts against the reading whatever of the question it has no place for, and what cannot be. */
export function weighLeftovers(draft: Draft): void {
  const { filters } = draft
  if (filters.some((one, at) => filters.slice(at + 1).some((other) => contradict(one, other)))) assume(draft, 0.3)
  if (lacksAmount(draft)) assume(draft, 0.5)
  // No ranking is by a difference that no rule made whole.
  if (draft.marks.has('difference') && draft.rank !== null) assume(draft, 0.4)
  weighWidth(draft)
  for (const [at, { meaning }] of draft.items.entries()) {
    if (draft.used.has(at) || asides.has(meaning.kind) || isSaidElsewhere(draft, at, meaning.kind)) continue
    assume(draft, losses[meaning.kind] ?? usualLoss)
  }
}
