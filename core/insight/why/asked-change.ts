import { formatMoment } from '../../format/format-moment.ts'
import { addMonths } from '../../engine/formula/calendar.ts'
import { day } from '../../table/time-units.ts'
import type { Filter } from '../../query/filter.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Grain } from '../../semantic/vocabulary.ts'
import type { Change } from './explain-change.ts'

/** A stretch of time, its end not included, in milliseconds since 1970 UTC. */
type Stretch = { readonly start: number; readonly end: number }

const asksWhy =
  /^\s*(?:why (?:did|was|were|is|are|has|have)|what (?:drove|caused|explains|is behind)|what['’]s behind)\s+/i
const change =
  /\b(?:the )?(?:chang(?:e|es|ed)|drop|drops|dropped|fall|falls|fell|fallen|declined?|decreased?|lower|higher|rise|rises|rose|risen|increased?|grow|grew|grown|jump|jumped|go|gone|went|up|down|so|much)\b(?: of| in(?= (?:the )?[a-z]+ (?:from|between|in)\b))?/gi

/** A question about a change as one about the figure: “why did revenue fall from May to June” becomes “revenue in May and June”. */
export const figureAskedAbout = (question: string): string =>
  question
    .replace(asksWhy, '')
    .replace(change, ' ')
    .replace(/[?!.]+\s*$/, '')
    .replace(/\b(?:from|between)\s+(.+?)\s+(?:to|and)\s+(.+)$/i, (_, first: string, second: string) => {
      const year = /\b\d{4}\b/.test(first) ? '' : (/\b\d{4}\b/.exec(second)?.[0] ?? '')
      return `in ${first} ${year} and in ${second}`
    })
    .replaceAll(/\s+/g, ' ')
    .trim()

const momentOf = (value: unknown): number => Date.parse(String(value))

/** The stretch that a filter keeps of a column; null if it keeps none. */
function stretchOf(filter: Filter, column: string): Stretch | null {
  if (filter.op !== 'and') return null
  let [start, end] = [Number.NaN, Number.NaN]
  for (const leaf of filter.filters) {
    if (!('column' in leaf) || leaf.column !== column) return null
    if (leaf.op === 'greaterOrEqual') start = momentOf(leaf.value)
    else if (leaf.op === 'less') end = momentOf(leaf.value)
    else return null
  }
  return Number.isNaN(start + end) ? null : { start, end }
}

function stretchesOf(filter: Filter, column: string): readonly Stretch[] {
  const one = stretchOf(filter, column)
  if (one) return [one]
  return filter.op === 'or' ? filter.filters.flatMap((each) => stretchesOf(each, column)) : []
}

const monthsIn = ({ start, end }: Stretch): number => {
  const [from, to] = [new Date(start), new Date(end)]
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
}

const isWholeMonths = ({ start, end }: Stretch): boolean =>
  new Date(start).getUTCDate() === 1 && new Date(end).getUTCDate() === 1 && start % day === 0 && end % day === 0

/** The stretch of the same length before another, in whole months where it is of whole months. */
function stretchBefore(stretch: Stretch): Stretch {
  if (!isWholeMonths(stretch)) return { start: 2 * stretch.start - stretch.end, end: stretch.start }
  return { start: addMonths(stretch.start / day, -monthsIn(stretch)) * day, end: stretch.start }
}

/** The last whole month, quarter or year of the data, by how long they are. */
function lastWhole(model: SemanticModel, column: string): Stretch | null {
  const range = model.columns.find(({ name }) => name === column)?.range
  if (!range) return null
  const newest = new Date(range.max)
  const end = Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth(), 1)
  const monthIsWhole = newest.getUTCMonth() !== new Date(range.max + 4 * day).getUTCMonth()
  const until = monthIsWhole ? Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth() + 1, 1) : end
  return { start: addMonths(until / day, -1) * day, end: until }
}

const grainOf = (stretch: Stretch): Grain => {
  const months = isWholeMonths(stretch) ? monthsIn(stretch) : 0
  return months === 12 ? 'year' : months === 3 ? 'quarter' : months === 1 ? 'month' : 'day'
}

const iso = (moment: number): string => new Date(moment).toISOString().slice(0, moment % day === 0 ? 10 : 19)

const side = (column: string, stretch: Stretch): Change['before'] => ({
  label: formatMoment(stretch.start, grainOf(stretch)),
  filter: {
    op: 'and',
    filters: [
      { op: 'greaterOrEqual', column, value: iso(stretch.start) },
      { op: 'less', column, value: iso(stretch.end) },
    ],
  },
})

/** The two periods that a Query's filters name, or the one and that before it, or the last two whole months. */
function periodsOf(query: Query, model: SemanticModel, column: string): readonly [Stretch, Stretch] | null {
  const named = query.filters.flatMap((filter) => stretchesOf(filter, column)).toSorted((a, b) => a.start - b.start)
  const after = named.at(-1) ?? lastWhole(model, column)
  if (!after) return null
  return [named.length > 1 ? (named[0] ?? after) : stretchBefore(after), after]
}

type Named = Pick<Change, 'changed' | 'column' | 'label' | 'format'>

/** The figure of a Query, if it is a sum, an average or a number of rows. */
function figureOf({ measures: [measure] }: Query, model: SemanticModel): Named | null {
  if (!measure) return null
  const found = model.columns.find(({ name }) => name === measure.column)
  const what = found?.label.toLowerCase() ?? `${model.entity}s`
  const column = measure.column ?? null
  const format = found?.format ?? 'number'
  switch (measure.aggregate) {
    case 'sum':
      return { changed: 'sum', column, label: `Total ${what}`, format }
    case 'mean':
      return { changed: 'mean', column, label: `The average ${what}`, format }
    case 'count':
      return { changed: 'count', column, label: `The number of ${what}`, format: 'number' }
    default:
      return null
  }
}

/** The change that is asked about, of a Query for the figure alone; null where it has no such figure, or no time. */
export function askedChange(query: Query, model: SemanticModel): Change | null {
  const column = model.timeColumn
  const figure = figureOf(query, model)
  const periods = column === null ? null : periodsOf(query, model, column)
  if (column === null || !figure || !periods) return null
  const [before, after] = periods
  return {
    ...figure,
    dataset: query.dataset,
    before: side(column, before),
    after: side(column, after),
    filters: query.filters.filter((filter) => stretchesOf(filter, column).length === 0),
  }
}
