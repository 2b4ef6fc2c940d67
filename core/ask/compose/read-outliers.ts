import { formatCell } from '../../format/format-cell.ts'
import { formatNumber } from '../../format/format-number.ts'
import type { Filter } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { ofRows } from '../askable.ts'
import type { Kind } from '../mention.ts'
import type { Outliers } from '../rules/piece.ts'
import { type Spread, spreadOf } from '../spread.ts'
import { free, isFlag, isMeasure, isNumeric, use, wordsAt, type Draft } from './draft.ts'

const usual = { quartiles: 1.5, deviations: 3 } as const

type Bounds = { readonly low: number; readonly high: number; readonly says: string }

/** From where on values are far from the others, and by which rule. */
function boundsOf(
  { by = 'quartiles', times = usual[by] }: Outliers,
  { mean, deviation, lower, upper }: Spread,
): Bounds {
  const told = formatNumber(times)
  if (by === 'deviations') {
    const reach = times * deviation
    return { low: mean - reach, high: mean + reach, says: `${told} standard deviations from the mean` }
  }
  const reach = times * (upper - lower)
  return { low: lower - reach, high: upper + reach, says: `${told} interquartile ranges beyond the quartiles` }
}

/** The filter that keeps what is asked for, and its bounds in words. */
function filterOf({ name, label, format }: SemanticColumn, { side }: Outliers, { low, high, says }: Bounds) {
  const [under, over] = [formatCell(low, format), formatCell(high, format)]
  const less: Filter = { op: 'less', column: name, value: low }
  const greater: Filter = { op: 'greater', column: name, value: high }
  if (side === 'above') return { filter: greater, text: `${label} above ${over} (${says})` }
  if (side === 'below') return { filter: less, text: `${label} below ${under} (${says})` }
  if (side === 'inside')
    return {
      filter: { op: 'between' as const, column: name, from: low, to: high },
      text: `${label} from ${under} to ${over} (within ${says.replace(' beyond', ' of').replace(' from', ' of')})`,
    }
  return {
    filter: { op: 'or' as const, filters: [less, greater] },
    text: `${label} below ${under} or above ${over} (${says})`,
  }
}

/** Where the words for values far from others stand. */
const placesOf = ({ items }: Draft): readonly number[] =>
  items.flatMap(({ meaning }, at) => (meaning.kind === 'piece' && meaning.piece.outliers ? [at] : []))

/** The column of numbers that is named nearest to those words; one before them goes before one behind. */
function nearestColumn(draft: Draft, places: readonly number[]): { at: number; column: SemanticColumn } | null {
  const distance = (at: number): number =>
    Math.min(...places.map((place) => (at < place ? place - at : at - place + 0.5)))
  const numbers = [...draft.items.keys()].flatMap((at) => {
    const named = free(draft, at, 'column')?.meaning.column
    const column = named ? ofRows(named) : null
    return column && isNumeric(column) && !isFlag(column) && column.role !== 'id' ? [{ at, column }] : []
  })
  const measures = numbers.filter(({ column }) => isMeasure(column))
  const likely = measures.length > 0 ? measures : numbers
  return likely.sort((a, b) => distance(a.at) - distance(b.at))[0] ?? null
}

/** Words that compute with, or draw, the column that they stand beside. */
const computing: ReadonlySet<Kind> = new Set([
  'aggregate',
  'distribution',
  'trend',
  'statistic',
  'chart',
  'correlate',
  'versus',
])

/** Is the column computed with, too: `average fare without outliers`? */
const isMeasuredToo = ({ items }: Draft): boolean =>
  items.some(({ meaning }) => computing.has(meaning.kind)) &&
  items.filter(({ meaning }) => meaning.kind === 'column' && isNumeric(meaning.column)).length === 1

/** Rows far from the others are what is asked for, where nothing is counted or computed. */
const isListed = ({ items }: Draft): boolean =>
  !items.some(({ meaning: { kind } }) => computing.has(kind) || ['count', 'share', 'per', 'rank'].includes(kind))

/** Takes values far from the others as a condition, with its bounds; what they are of has to be computed first. */
export function readOutliers(draft: Draft): void {
  const { outliers } = draft
  if (!outliers) return
  const places = placesOf(draft)
  const nearest = nearestColumn(draft, places)
  if (nearest === null) {
    draft.beyond ??= 'outliers of no column of numbers'
    return
  }
  const { at, column } = nearest
  if (!isMeasuredToo(draft)) use(draft, at)
  draft.confirmed.add(at)
  if (isListed(draft)) draft.marks.add('list')
  const spread = spreadOf(column)
  if (spread === null) {
    draft.wants = column
    draft.beyond ??= 'outliers'
    return
  }
  const words = [at, ...places].sort((a, b) => a - b).map((place) => wordsAt(draft, place))
  const kept = filterOf(column, outliers, boundsOf(outliers, spread))
  draft.filters.push({ ...kept, column, words: words.join(' … '), isTime: false })
}
