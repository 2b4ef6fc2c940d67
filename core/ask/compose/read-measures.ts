import { cutsRanges } from '../../charts/intent.ts'
import { isQuantity } from '../../query/type-rules.ts'
import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import type { DraftMeasure } from '../rules/piece.ts'
import type { MentionOf } from '../mention.ts'
import { addGroup, addMeasure } from './add-group.ts'
import { columnOfHints } from './read-comparisons.ts'
import { isNounOfRows, takeNoun } from './read-noun.ts'
import {
  asksHowMany,
  assume,
  beyondKinds,
  free,
  isFlag,
  isMeasure,
  isMoment,
  isUnique,
  use,
  wordsAt,
  type Draft,
} from './draft.ts'

const nouns: Record<Aggregate, string> = {
  sum: 'a total',
  mean: 'an average',
  median: 'a median',
  min: 'a lowest',
  max: 'a highest',
  count: 'a count',
  distinct: 'a count',
  quantile: 'a quantile',
  sd: 'a standard deviation',
  variance: 'a variance',
  mode: 'a most frequent value',
  first: 'a first value',
  last: 'a last value',
}

const spreads: ReadonlySet<Aggregate> = new Set(['sd', 'variance', 'median', 'min', 'max', 'mean'])

const canCompute = (column: SemanticColumn, aggregate: Aggregate): boolean =>
  column.aggregates.includes(aggregate) ||
  (isFlag(column) && (aggregate === 'mean' || aggregate === 'sum')) ||
  (isMeasure(column) && spreads.has(aggregate))

function measureSaid(draft: Draft, column: SemanticColumn, aggregate: Aggregate, words: string): void {
  if (canCompute(column, aggregate)) return addMeasure(draft, column, { aggregate, isSaid: true, words })
  if (aggregate === 'sum' && !isQuantity(column.type) && !isMoment(column)) {
    assume(draft, 0.85)
    return addMeasure(draft, column, { aggregate: 'distinct', isSaid: false, words })
  }
  const main = isKey(draft, column) && singular(words) === words ? mainMeasure(draft) : undefined
  if (main?.aggregates.includes(aggregate)) {
    assume(draft, 0.75)
    return addMeasure(draft, main, { aggregate, isSaid: true, words })
  }
  draft.beyond ??= `${nouns[aggregate]} of ${column.label}`
}

/** The aggregates said side by side: `mean and median of`. */
function aggregatesFrom(draft: Draft, at: number): { readonly all: readonly Aggregate[]; readonly last: number } {
  const all: Aggregate[] = []
  let [last, next] = [at, at]
  for (;;) {
    const item = free(draft, next, 'aggregate')
    if (!item) return { all, last }
    all.push(item.meaning.aggregate)
    use(draft, next)
    last = next
    next = beyondKinds(draft, next, 1, ['and'])
  }
}

/** The numeric columns that share an aggregate: `average price and quantity`. */
function columnsFrom(draft: Draft, at: number): readonly number[] {
  const places: number[] = []
  let next = at
  for (;;) {
    const item = free(draft, next, 'column')
    if (!item || (places.length > 0 && !isMeasure(item.meaning.column))) return places
    places.push(next)
    if (draft.items[next + 1]?.meaning.kind !== 'and') return places
    next += 2
  }
}

/** Can the column there be computed with? */
function canMeasure(draft: Draft, at: number): boolean {
  const column = free(draft, at, 'column')?.meaning.column
  return column !== undefined && (isMeasure(column) || isFlag(column) || isMoment(column))
}

function readAggregate(draft: Draft, at: number): void {
  const { all, last } = aggregatesFrom(draft, at)
  const next = beyondKinds(draft, last, 1, ['of', 'in', 'distinct', 'count'])
  const following = columnsFrom(draft, next)
  if (following.length > 0) use(draft, ...[...draft.items.keys()].slice(last + 1, next))
  const before = columnsFrom(draft, at - 1).filter((place) => canMeasure(draft, place))
  const places = following.length > 0 ? following : before
  for (const place of places) {
    const item = free(draft, place, 'column')
    use(draft, place)
    if (item)
      for (const aggregate of all)
        measureSaid(draft, item.meaning.column, aggregate, wordsAt(draft, Math.min(at, place), Math.max(last, place)))
  }
  if (places.length > 0) return
  const isOfRows = all[0] === 'sum' && free(draft, next, 'entity') !== null
  if (isOfRows) {
    use(draft, next)
    addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at, next) })
  } else if (all[0] !== undefined && !asksCounts(draft, next, all[0])) aggregatesLater(draft, at, all)
}

/** `revenue in Europe: total and average`: each of what was named without one. */
function aggregatesLater(draft: Draft, at: number, [first, ...others]: readonly Aggregate[]): void {
  if (first === undefined) return
  aggregateLater(draft, at, first)
  const column = draft.measures.at(-1)?.column
  if (column) for (const aggregate of others) measureSaid(draft, column, aggregate, wordsAt(draft, at))
  else if (others.length > 0) assume(draft, 0.4)
}

/** `average orders per month`: of how many there are in each, which no one Query computes. */
function asksCounts(draft: Draft, next: number, aggregate: Aggregate): boolean {
  const item = free(draft, next, 'entity')
  const noun = item ? wordsAt(draft, next) : ''
  const following = draft.items[next + 1]?.meaning.kind
  if ((following !== 'per' && following !== 'grain') || singular(noun) === noun) return false
  draft.beyond ??= `${nouns[aggregate]} of how many ${noun} there are in each`
  return true
}

/** `average claim`, `average travel claim`: of what one row is worth. */
function ofOneRow(draft: Draft, at: number, main: SemanticColumn): boolean {
  const noun = beyondKinds(draft, at, 1, ['value', 'of'])
  return draft.items[noun]?.meaning.kind === 'entity' && main.format === 'currency'
}

/** `total for travel`: the data has one kind of money, and adds it up. */
const isOnlyMoney = ({ model }: Draft, main: SemanticColumn): boolean =>
  main.format === 'currency' &&
  main.defaultAggregate === 'sum' &&
  model.columns.every(
    (column) => column === main || !isMeasure(column) || column.format !== 'currency' || 'computedBy' in column,
  )

const surenessOfMain = (draft: Draft, at: number, main: SemanticColumn): number =>
  ofOneRow(draft, at, main) || isOnlyMoney(draft, main) ? 0.85 : 0.5

/** Nothing says what is computed: the first measure, to be asked back. */
function openMeasure(draft: Draft, at: number): SemanticColumn | undefined {
  draft.openFigure = { words: wordsAt(draft, at), lead: 'of' }
  return draft.model.columns.find(isMeasure)
}

/** `total by region`, `what was the average`: the aggregate goes to the next measured number, or what the data is mainly about. */
function aggregateLater(draft: Draft, at: number, aggregate: Aggregate): void {
  if (draft.measures.some((each) => each.isSaid && each.aggregate === aggregate)) return
  const later = [...draft.items.keys()].find((place) => canBeMeasured(draft, place))
  const named = later === undefined ? undefined : free(draft, later, 'column')?.meaning.column
  if (giveAggregate(draft, aggregate)) return
  const main = named ?? mainMeasure(draft) ?? openMeasure(draft, at)
  if (main === undefined) return assume(draft, 0.4)
  if (later !== undefined) use(draft, later)
  assume(draft, named || draft.hints.length > 0 ? 0.9 : surenessOfMain(draft, at, main))
  measureSaid(draft, main, aggregate, wordsAt(draft, at))
}

const canBeMeasured = (draft: Draft, place: number): boolean => {
  const item = free(draft, place, 'column')
  return item !== null && isMeasure(item.meaning.column)
}

/** A figure that was named without an aggregate takes it; false where there is none. */
function giveAggregate(draft: Draft, aggregate: Aggregate): boolean {
  const known = draft.measures.findIndex(
    ({ column, isSaid }) => column !== null && !isSaid && column.aggregates.includes(aggregate),
  )
  const measure = draft.measures[known]
  if (measure) draft.measures[known] = { ...measure, aggregate, isSaid: true }
  return measure !== undefined
}

const mainWords = new Set(['revenue', 'sales', 'sale', 'turnover', 'amount', 'gross', 'votes', 'quantity', 'units'])

const hasMainWord = ({ label }: SemanticColumn): boolean => wordsOfName(label).some((word) => mainWords.has(word))

/**
 * What the data is mainly about: its first amount of money that may be added up, else what is called by a word for
 * such amounts, else its only measure. Undefined where no measure stands out: years of work are not what a table of
 * employees is about.
 */
function mainMeasure({ model, hints }: Draft): SemanticColumn | undefined {
  const hinted = columnOfHints(model, hints)
  if (hinted) return hinted
  const weigh = (column: SemanticColumn): number => wordsOfName(column.label).length - (hasMainWord(column) ? 0.5 : 0)
  const measures = model.columns.filter(isMeasure).sort((a, b) => weigh(a) - weigh(b))
  const added = measures.filter(({ defaultAggregate }) => defaultAggregate === 'sum')
  return (
    added.find(({ format }) => format === 'currency') ??
    added.find(hasMainWord) ??
    (measures.length === 1 ? measures[0] : undefined)
  )
}

/** What is ranked by where no figure is named: `biggest` by what says how big, else by what the data is mainly about. */
export function rankingMeasure(draft: Draft): SemanticColumn | undefined {
  const isBig = /big|larg|heav|small/i.test(draft.rank?.words ?? '')
  const sizes = ['sales', 'revenue', 'mass', 'weight', 'size', 'population', 'area']
  return (isBig ? columnOfHints(draft.model, sizes) : null) ?? mainMeasure(draft)
}

/** What is meant where no figure is named: how many there are of what is named, else what the data is mainly about. */
export function impliedMeasure(draft: Draft): DraftMeasure {
  const isOfRows = draft.items.some(({ meaning }) => meaning.kind === 'entity')
  const isHinted = columnOfHints(draft.model, draft.hints) !== null
  const main = isOfRows && !isHinted ? undefined : mainMeasure(draft)
  return main
    ? { column: main, aggregate: main.defaultAggregate, isSaid: false, words: '' }
    : { column: null, aggregate: 'count', isSaid: isOfRows, words: '' }
}

function countRows(draft: Draft, at: number, last = at): void {
  addMeasure(draft, null, { aggregate: 'count', isSaid: true, words: wordsAt(draft, at, last) })
}

/** `how many trips`: what is counted and is no column can only be the rows. */
function countNoun(draft: Draft, at: number, place: number): void {
  const word = draft.words[draft.items[place]?.from ?? -1]
  // A word before the noun says something of it, and stays unknown.
  const noun = free(draft, place + 1, 'entity') ?? free(draft, place + 1, 'column')
  if (noun) {
    use(draft, place + 1)
    return countRows(draft, at, place + 1)
  }
  // What is no noun stays unknown, and counts against the reading.
  if (word === undefined || !isNounOfRows(word)) return countRows(draft, at)
  takeNoun(draft, place)
  countRows(draft, at, place)
}

/** Is there one to each row, so that counting them counts rows? */
export const isKey = (draft: Draft, column: SemanticColumn): boolean =>
  draft.model.rows > 1 &&
  (isUnique(column, draft.model) || (column.role === 'id' && column.distinct >= draft.model.rows))

/** `count of origin`, `number of cylinders`: rows are counted by it. */
function isCountedBy(draft: Draft, { column, isPlural }: MentionOf<'column'>['meaning']): boolean {
  if (column.role === 'id') return false
  if (isQuantity(column.type)) return true
  return draft.groups.length === 0 && (!isPlural || draft.chart !== null)
}

function countMeasured(draft: Draft, column: SemanticColumn, words: string): void {
  assume(draft, 0.85)
  const isSpread = cutsRanges(draft.chart?.type) || draft.marks.has('distribution')
  if (isSpread) addGroup(draft, column, { words })
  else addMeasure(draft, column, { aggregate: column.defaultAggregate, isSaid: false, words })
}

/** `number of customers` counts each once; `count of origin` counts rows by origin; `number of rooms` is a measure. */
function countColumn(draft: Draft, at: number, place: number, item: MentionOf<'column'>): void {
  const { column } = item.meaning
  const words = wordsAt(draft, at, place)
  const isGrouped = draft.groups.some((group) => group.column === column)
  if (isGrouped || isKey(draft, column)) return countRows(draft, at, isGrouped ? at : place)
  if (isMeasure(column)) return countMeasured(draft, column, words)
  if (!isCountedBy(draft, item.meaning) || asksHowMany(draft))
    return addMeasure(draft, column, { aggregate: 'distinct', isSaid: true, words })
  countRows(draft, at)
  return addGroup(draft, column, { words })
}

function readCount(draft: Draft, at: number): void {
  use(draft, at)
  const next = beyondKinds(draft, at, 1, ['of', 'in'])
  const item = draft.used.has(next) ? undefined : draft.items[next]
  switch (item?.meaning.kind) {
    case 'distinct':
      return undefined
    case 'column':
      use(draft, next)
      if (free(draft, next + 1, 'entity')) {
        use(draft, next + 1)
        return countRows(draft, at, next + 1)
      }
      return countColumn(draft, at, next, item as MentionOf<'column'>)
    case 'entity':
      use(draft, next)
      return countRows(draft, at, next)
    case 'unknown':
      return countNoun(draft, at, next)
    case 'grain':
      return countMoments(draft, at, next)
    default:
      if (asksUnits(draft)) return countUnits(draft, at)
      countRows(draft, at)
      return spreadBeside(draft, at)
  }
}

const quantityOf = ({ columns }: SemanticModel): SemanticColumn | undefined =>
  columns.find(
    (column) =>
      isMeasure(column) &&
      column.aggregates.includes('sum') &&
      wordsOfName(column.name).some((word) => /^(quantity|qty|units)$/.test(word)),
  )

/** `how many lamps did we sell`: a value is sold in as many units as its rows say. */
const asksUnits = (draft: Draft): boolean =>
  draft.words.some(({ lower }) => /^(sell|sold|selling|buy|bought|ship|shipped)$/.test(lower)) &&
  draft.filters.some(({ filter, isTime }) => filter.op === 'in' && !isTime) &&
  !draft.items.some(({ meaning }) => meaning.kind === 'entity') &&
  quantityOf(draft.model) !== undefined

function countUnits(draft: Draft, at: number): void {
  const column = quantityOf(draft.model) ?? null
  if (column) addMeasure(draft, column, { aggregate: 'sum', isSaid: true, words: wordsAt(draft, at) })
}

/** `how many days`: rows where each is a day of its own, else how many different ones there are. */
function countMoments(draft: Draft, at: number, place: number): void {
  const time = draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  const isDay = free(draft, place, 'grain')?.meaning.grain === 'day'
  if (time?.type !== 'date' || !isDay || !wordsAt(draft, place).endsWith('s')) return countRows(draft, at)
  use(draft, place)
  if (time.distinct >= draft.model.rows * 0.98) return countRows(draft, at, place)
  addMeasure(draft, time, { aggregate: 'distinct', isSaid: true, words: wordsAt(draft, at, place) })
}

/** `weight by count`, `running time and count`: the rows are counted along the measure. */
function spreadBeside(draft: Draft, at: number): void {
  const before = beyondKinds(draft, at, -1, ['per', 'and'])
  const item = free(draft, before, 'column')
  const isOnly = draft.groups.length === 0 && at === draft.items.length - 1 && before < at - 1
  if (!item || !isOnly || !isMeasure(item.meaning.column)) return
  use(draft, before)
  addGroup(draft, item.meaning.column, { words: wordsAt(draft, before) })
}

/** `how many different regions` counts them; `the different regions` lists them. */
function readDistinct(draft: Draft, at: number): void {
  const next = beyondKinds(draft, at, 1, ['of', 'in'])
  const item = free(draft, next, 'column')
  if (!item) return
  use(draft, at, next)
  if (draft.groups.some(({ column }) => column === item.meaning.column)) return
  const words = wordsAt(draft, at, next)
  const before = draft.items[beyondKinds(draft, at, -1, ['of'])]?.meaning.kind
  const isCounted = before === 'count' || /how many|number|count/i.test(wordsAt(draft, at))
  if (isCounted || draft.groups.length > 0)
    addMeasure(draft, item.meaning.column, { aggregate: 'distinct', isSaid: true, words })
  else addGroup(draft, item.meaning.column, { words, isSubject: true, isPlural: true })
}

/** `share of orders`: what is counted stands right after. */
function readShared(draft: Draft): void {
  const at = draft.items.findIndex(({ meaning }) => meaning.kind === 'share')
  const next = beyondKinds(draft, at, 1, ['of'])
  const item = free(draft, next, 'column')
  if (at !== -1) takeNoun(draft, next)
  if (at === -1 || !item || item.meaning.column.role !== 'id' || !item.meaning.isPlural) return
  use(draft, next)
  const words = wordsAt(draft, at, next)
  if (isKey(draft, item.meaning.column)) return addMeasure(draft, null, { aggregate: 'count', isSaid: true, words })
  addMeasure(draft, item.meaning.column, { aggregate: 'distinct', isSaid: true, words })
}

/** Takes what to compute: aggregates of columns, counts, counts of different values. */
export function readMeasures(draft: Draft): void {
  readShared(draft)
  for (const at of draft.items.keys()) if (free(draft, at, 'aggregate')) readAggregate(draft, at)
  for (const at of draft.items.keys()) if (free(draft, at, 'count')) readCount(draft, at)
  for (const at of draft.items.keys()) if (free(draft, at, 'distinct')) readDistinct(draft, at)
}
