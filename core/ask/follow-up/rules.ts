import { specOf } from '../../charts/chart-spec.ts'
import { chartPhrases } from '../../charts/intent.ts'
import type { ChartTypeId } from '../../charts/registry.ts'
import { columnsOfFilter } from '../../query/columns-of-query.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Filter } from '../../query/filter.ts'
import type { Groups } from '../../query/groups.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import type { Change } from '../change/change-reading.ts'
import type { Reading } from '../reading.ts'
import { readAlone, readEnd } from './fragment.ts'

/** What a question that follows on is read from. */
type Before = { readonly reading: Reading; readonly model: SemanticModel }

/** A way to go on from an answer: words that begin it, and what they change. Null: it was not meant. */
export type Rule = {
  /** Its first group is what the change is about. */
  readonly says: RegExp
  readonly change: (about: string, before: Before) => Change | null
}

const cuts = ({ grain, part }: Dimension): boolean => grain !== undefined || part !== undefined

/** A grain cuts the moments that are there already; another column comes beside the others. */
function grouped({ query }: Reading, added: readonly Dimension[]): readonly Dimension[] {
  const replaced = query.dimensions.map(
    (each) => added.find((other) => cuts(other) && other.column === each.column) ?? each,
  )
  const known = new Set(query.dimensions.map(({ column }) => column))
  return [...replaced, ...added.filter(({ column }) => !known.has(column))]
}

const mostGroups = 3

/** A lone count of rows, as `how many orders per month` makes of a fragment. */
const isGrouping = ({ query }: Reading): boolean => query.dimensions.length > 0 && query.filters.length === 0

/** Groups that a Query is over are cut, and its answer with them; a share is then of each. */
function cutGroups({ dimensions, measures }: Query, groups: Groups, added: readonly Dimension[]): Change | null {
  const known = new Set(groups.dimensions.map(({ column }) => column))
  if (added.some(({ column }) => known.has(column)) || dimensions.length + added.length > mostGroups) return null
  return {
    query: {
      groups: { ...groups, dimensions: [...groups.dimensions, ...added] },
      dimensions: [...dimensions, ...added.map((each) => ({ column: nameOfDimension(each) }))],
      measures: measures.map((measure) => (measure.share === true ? { ...measure, share: 'group' } : measure)),
    },
  }
}

/** Are its figures of rows, so that others may stand beside them or in their place? */
const measuresRows = ({ measures, groups }: Query): boolean => measures.length > 0 && groups === undefined

const byGroup: Rule = {
  says: /^(?:split |broken down |break it down |grouped |group )?((?:by|per|for each|for every) .+)$/,
  change(about, { reading, model }) {
    const isInstead = about.endsWith(' instead')
    const read = readEnd(about.replace(/ instead$/, ''), model)
    if (read === null || !isGrouping(read) || reading.query.columns.length > 0) return null
    if (reading.query.groups)
      return isInstead ? null : cutGroups(reading.query, reading.query.groups, read.query.dimensions)
    const dimensions = isInstead ? read.query.dimensions : grouped(reading, read.query.dimensions)
    if (dimensions.length > mostGroups) return null
    const isRanked = dimensions.length > reading.query.dimensions.length && reading.query.dimensions.length > 0
    return { query: { dimensions: [...dimensions], ...(isRanked ? { sort: [], limit: 10_000 } : {}) } }
  },
}

const sharesColumn = (a: Filter, b: Filter): boolean => {
  const columns = new Set(columnsOfFilter(a))
  return columnsOfFilter(b).some((name) => columns.has(name))
}

/** New conditions take the place of those on the same columns. */
const restricted = (query: Query, added: readonly Filter[]): Filter[] => [
  ...query.filters.filter((each) => !added.some((other) => sharesColumn(each, other))),
  ...added,
]

/** Only conditions, on the rows as they are counted. */
function conditionsIn(about: string, model: SemanticModel): readonly Filter[] | null {
  const read = readEnd(about, model) ?? readEnd(`in ${about}`, model)
  const isPlain = read !== null && read.query.dimensions.length === 0 && read.query.filters.length > 0
  return isPlain && read.query.having.length === 0 ? read.query.filters : null
}

const only: Rule = {
  says: /^(?:only |just )((?:for |in |with |from |since |before |after )?.+)$/,
  change(about, { reading, model }) {
    const filters = conditionsIn(about, model)
    return filters && { query: { filters: restricted(reading.query, filters) } }
  },
}

const within: Rule = {
  says: /^((?:in|for|since|before|after|until|during|between|from|with|where|over|under|at least|at most|more than|less than) .+)$/,
  change: only.change,
}

const instead: Rule = {
  says: /^(?:what about|how about|why not|same for|the same for|and what about)\s+(.+)$/,
  change(about, before) {
    const text = about.replace(/ instead$/, '')
    return byGroup.says.test(text)
      ? byGroup.change(`${text} instead`, before)
      : (only.change(text, before) ?? otherFigure(text, before))
  },
}

/** The figure that a fragment names alone; null where it says more than that. */
function figuresIn(about: string, model: SemanticModel): Query['measures'] | null {
  const read = readAlone(about, model)
  if (read === null) return null
  const { dimensions, filters, columns, having, measures } = read.query
  return dimensions.length + filters.length + columns.length + having.length === 0 && measures.length > 0
    ? measures
    : null
}

function otherFigure(about: string, { reading, model }: Before): Change | null {
  const measures = measuresRows(reading.query) ? figuresIn(about, model) : null
  return measures && { query: { measures } }
}

const aggregates =
  /^(?:the )?(average|mean|median|total|sum|maximum|minimum|highest|lowest)(?: instead| of (?:it|that|them|those))?$/

/** `the median instead`: of the column that is measured now. */
const otherAggregate: Rule = {
  says: aggregates,
  change(about, { reading, model }) {
    const [measure, ...others] = reading.query.measures
    const column = [...model.columns, ...model.calculations].find(({ name }) => name === measure?.column)
    const measures = column ? figuresIn(`${about} ${column.label}`, model) : null
    return measures && { query: { measures: [...measures, ...others] } }
  },
}

const figureInstead: Rule = { says: /^(.+) instead$/, change: otherFigure }

const also: Rule = {
  says: /^(?:and|also|plus|add|and also) (.+)$/,
  change(about, before) {
    const { reading, model } = before
    const conditions = conditionsIn(about, model)
    if (conditions) return { query: { filters: restricted(reading.query, conditions) } }
    const measures = measuresRows(reading.query) ? figuresIn(about, model) : null
    const known = new Set(reading.query.measures.map(nameOfMeasure))
    const added = (measures ?? []).filter((each) => !known.has(nameOfMeasure(each)))
    return added.length > 0 ? { query: { measures: [...reading.query.measures, ...added] } } : null
  },
}

/** The condition on values without some of them; null where nothing is left of it. */
function lessValues(kept: Filter, gone: Filter): Filter | null | undefined {
  if (kept.op !== 'in' || gone.op !== 'in' || kept.column !== gone.column) return undefined
  const values = kept.values.filter((value) => !gone.values.includes(value))
  if (values.length === kept.values.length) return undefined
  return values.length > 0 ? { ...kept, values } : null
}

function excluding(query: Query, gone: Filter): Filter[] {
  const found = query.filters.findIndex((each) => lessValues(each, gone) !== undefined)
  const kept = query.filters[found]
  if (kept === undefined) return [...query.filters, gone.op === 'not' ? gone : { op: 'not', filter: gone }]
  return query.filters.flatMap((each, at) => (at === found ? (lessValues(each, gone) ?? []) : [each]))
}

const exclude: Rule = {
  says: /^(?:exclude|excluding|without|except|except for|not|no|leave out|leaving out|drop|ignore|ignoring|minus|remove)\s+(?:the )?(.+)$/,
  change(about, { reading, model }) {
    const { query } = reading
    const named = query.dimensions.find((each) => labelled(model, each.column) === about.toLowerCase())
    if (named && query.measures.length > 0)
      return { query: { dimensions: query.dimensions.filter((each) => each !== named) } }
    const filters = conditionsIn(about, model)
    if (filters === null) return null
    return {
      query: {
        filters: filters.reduce<Filter[]>((kept, gone) => excluding({ ...query, filters: kept }, gone), query.filters),
      },
    }
  },
}

const labelled = (model: SemanticModel, name: string): string =>
  model.columns.find((each) => each.name === name)?.label.toLowerCase() ?? name

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const downwards = /^(?:top|best|highest|biggest|largest|most)/

/** `top 3 of those`, `the bottom five`, `only the best`. */
const endOf: Rule = {
  says: /^(?:only |just |show |give me )*(?:the )?((?:top|best|highest|biggest|largest|most|bottom|worst|lowest|smallest|fewest)(?: (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten))?)(?: of (?:those|them|these))?(?: ones?| only)?$/,
  change(about, { reading }) {
    const { query } = reading
    const [measure] = query.measures
    const by = measure ? nameOfMeasure(measure) : query.sort[0]?.by
    if (by === undefined || (query.dimensions.length === 0 && query.columns.length === 0)) return null
    const said = about.split(' ')[1] ?? '1'
    const limit = /^\d+$/.test(said) ? Number(said) : numbers.indexOf(said) + 1
    if (limit < 1 || limit > 1000) return null
    return { query: { sort: [{ by, direction: downwards.test(about) ? 'descending' : 'ascending' }], limit } }
  },
}

const order: Rule = {
  says: /^(?:sorted |sort |order |ordered )?(?:it |them |by )?((?:highest|lowest|largest|smallest|biggest) first|ascending|descending)$/,
  change(about, { reading }) {
    const [measure] = reading.query.measures
    const by = measure && reading.query.dimensions.length > 0 ? nameOfMeasure(measure) : reading.query.sort[0]?.by
    const direction = /^(?:highest|largest|biggest|desc)/.test(about) ? 'descending' : 'ascending'
    return by === undefined ? null : { query: { sort: [{ by, direction }] } }
  },
}

/** The chart type that the words name, said whole or without `chart`. */
const chartNamed = (about: string): ChartTypeId | undefined => {
  const said = about.toLowerCase()
  return chartPhrases.find(([phrase]) => phrase === said || phrase.replace(/ (?:chart|plot|graph)$/, '') === said)?.[1]
}

const asChart: Rule = {
  says: /^(?:show |draw |plot |make |display )?(?:it |that |this |them |those )?(?:as|in) (?:an? )?(.+)$/,
  change(about) {
    const named = chartNamed(about)
    return named === undefined ? null : { chart: specOf(named) }
  },
}

/** `all years`, `all regions`: the condition goes. */
const allOf: Rule = {
  says: /^(?:for |in |of )?(?:all|any|every) (?:the )?(.+)$/,
  change(about, { reading, model }) {
    const { filters } = reading.query
    const isTime = /^(?:years?|months?|quarters?|time|periods?|dates?)$/.test(about)
    const kept = filters.filter((each) => {
      const columns = columnsOfFilter(each).map((name) => model.columns.find((column) => column.name === name))
      return !columns.some((column) => (isTime ? column?.role === 'time' : isNamed(about, column?.label)))
    })
    return kept.length < filters.length ? { query: { filters: kept } } : null
  },
}

const isNamed = (about: string, label: string | undefined): boolean => {
  const [said, name] = [about.toLowerCase(), label?.toLowerCase() ?? '']
  return said === name || said === `${name}s` || said === name.replace(/y$/, 'ies')
}

/** Every way to go on, the most particular first: the first that makes sense is meant. A new one is one rule here. */
export const rules: readonly Rule[] = [
  endOf,
  order,
  otherAggregate,
  asChart,
  byGroup,
  exclude,
  allOf,
  only,
  instead,
  also,
  figureInstead,
  within,
]
