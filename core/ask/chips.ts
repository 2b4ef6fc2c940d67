import { chartTypes, isChartTypeId } from '../charts/registry.ts'
import {
  columnOf,
  inSentence,
  labelOf,
  labelOfDimension,
  labelOfMeasure,
  labelOfRows,
  plural,
} from '../charts/labels.ts'
import { modelOver, nounOfGroups } from '../charts/model-over.ts'
import { formatNumber } from '../format/format-number.ts'
import { nameOfMeasure, type Measure } from '../query/measure.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Groups } from '../query/groups.ts'
import type { Query } from '../query/query.ts'
import { rowStatisticOf } from '../stats/rows/registry.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { meaningOf } from './corrections/meaning-of.ts'
import { isOfTime, wordsOfFilter } from './filter-words.ts'
import { guessOf } from './kin/guess-of.ts'
import { pieceOf, piecesOf, type Piece } from './pieces.ts'
import type { Chip, Evidence, Reading } from './reading.ts'

/** What chips are told from. The model's rows are called what the question calls them. */
export type Told = Pick<Reading, 'query' | 'chart' | 'evidence' | 'asksOne'>

const isPlainCount = ({ aggregate, as, share }: Measure): boolean => aggregate === 'count' && as === undefined && !share

/** What is computed, as a phrase: `Total revenue`, `Count of orders`, `Share of orders where Region is West`. */
function phraseOfMeasure(measure: Measure, model: SemanticModel): string {
  const rows = plural(model.entity)
  if (isPlainCount(measure) && measure.over === undefined)
    return measure.column === undefined
      ? `Count of ${rows}`
      : `Count of ${rows} with a known ${inSentence(labelOf(model, measure.column))}`
  const told = labelOfMeasure(measure, model)
  return measure.aggregate === 'distinct' && !measure.share ? `Count of ${inSentence(told)}` : told
}

const partWords = {
  hourOfDay: 'hour of day',
  dayOfWeek: 'day of week',
  dayOfMonth: 'day of month',
  dayOfYear: 'day of year',
  weekOfYear: 'week of year',
  monthOfYear: 'month of year',
  quarterOfYear: 'quarter of year',
} as const

function phraseOfDimension(dimension: Dimension, model: SemanticModel): string {
  const label = labelOfDimension(dimension, model)
  const { grain, part, bins, binWidth } = dimension
  if (grain) return `${label} by ${grain}`
  if (part) return `${label} by ${partWords[part]}`
  return bins === undefined && binWidth === undefined ? label : `Ranges of ${inSentence(label)}`
}

const mostNamed = 4

function phraseOfColumns(columns: readonly string[], { query }: Told, model: SemanticModel): string {
  const names = columns.slice(0, mostNamed).map((name) => labelOf(model, name))
  const more = columns.length > mostNamed ? ` and ${columns.length - mostNamed} more` : ''
  return query.statistic === undefined ? `${labelOfRows(model)}: ${names.join(', ')}${more}` : names.join(' and ')
}

/** A column of the result as people say it: a measure, or a column of the data. */
function labelOfResult(name: string, asked: Query, model: SemanticModel): string {
  const measure = asked.measures.find((each) => nameOfMeasure(each) === name)
  return measure ? phraseOfMeasure(measure, model) : labelOf(model, name)
}

/** The model with the measures of a result as columns, for conditions on groups. */
function withMeasures(asked: Query, model: SemanticModel): SemanticModel {
  const named = asked.measures.map((measure) => ({
    name: nameOfMeasure(measure),
    label: phraseOfMeasure(measure, model),
    formula: '',
  }))
  const [like] = model.columns
  if (like === undefined) return model
  const number = { type: 'decimal', role: 'measure', format: 'number', values: [], distinct: model.rows } as const
  return {
    ...model,
    calculations: [...model.calculations, ...named.map((each) => ({ ...like, ...number, values: [], ...each }))],
  }
}

function phraseOfTop({ column, count, by, direction }: Query['top'][number], model: SemanticModel): string {
  const end = direction === 'descending' ? 'top' : 'bottom'
  return `${labelOf(model, column)} among the ${end} ${count} by ${inSentence(phraseOfMeasure(by, model))}`
}

function phraseOfChart(type: string): string {
  return isChartTypeId(type) ? chartTypes[type].title : type
}

type Ordered = Extract<Piece, { readonly kind: 'sort' | 'limit' | 'compare' }>

/** In which order, how many, and beside what. */
function phraseOfOrder(piece: Ordered, { query, asksOne }: Told, model: SemanticModel): string {
  if (piece.kind === 'compare') return `Compared with the ${piece.of.to === 'previousYear' ? 'year' : 'period'} before`
  if (piece.kind === 'sort')
    return `${labelOfResult(piece.of.by, query, model)}, ${piece.of.direction === 'descending' ? 'highest' : 'lowest'} first`
  if (asksOne) return 'The first, and those next to it'
  return piece.of === 1 ? 'First only' : `First ${formatNumber(piece.of)}`
}

/** `For each customer: count of orders`. */
function phraseOfGroups(groups: Groups, model: SemanticModel): string {
  const [figure] = groups.measures.map((measure) => inSentence(phraseOfMeasure(measure, model)))
  const each = `For each ${nounOfGroups(groups, model)}`
  return figure === undefined ? each : `${each}: ${figure}`
}

function phraseOf(piece: Piece, told: Told, known: SemanticModel): string {
  const model = modelOver(told.query, known)
  switch (piece.kind) {
    case 'groups':
      return phraseOfGroups(piece.of, known)
    case 'kept':
      return wordsOfFilter(piece.of, model)
    case 'measure':
      return phraseOfMeasure(piece.of, model)
    case 'statistic':
      return rowStatisticOf(piece.of).title
    case 'columns':
      return phraseOfColumns(piece.of, told, model)
    case 'dimension':
      return phraseOfDimension(piece.of, model)
    case 'filter':
      return wordsOfFilter(piece.of, known)
    case 'top':
      return phraseOfTop(piece.of, known)
    case 'having':
      return wordsOfFilter(piece.of, withMeasures(told.query, model))
    case 'chart':
      return phraseOfChart(piece.of.type)
    default:
      return phraseOfOrder(piece, told, model)
  }
}

/** Columns are listed, or a statistic is of them. */
const kindOfColumns = ({ statistic }: Query): Chip['kind'] => (statistic === undefined ? 'dimension' : 'measure')

/** The kind of chip that shows a piece. */
function kindOf(piece: Piece, { query }: Told, model: SemanticModel): Chip['kind'] {
  switch (piece.kind) {
    case 'statistic':
      return 'measure'
    case 'columns':
      return kindOfColumns(query)
    case 'groups':
      return 'dimension'
    case 'dimension':
      return columnOf(model, piece.of.column)?.role === 'time' ? 'time' : 'dimension'
    case 'filter':
      return isOfTime(piece.of, model) ? 'time' : 'filter'
    case 'top':
    case 'having':
    case 'kept':
      return 'filter'
    default:
      return piece.kind
  }
}

/** An order that nobody asked for is the usual one, and a chart that nobody asked for is chosen from the result. */
function isShown(piece: Piece, { query }: Told, isKnown: boolean): boolean {
  if (isKnown) return true
  if (piece.kind === 'sort') return query.measures.some((measure) => nameOfMeasure(measure) === piece.of.by)
  return piece.kind !== 'chart'
}

/** A chart that was asked for by name although the result chooses how it is shown, as a lone number does. */
function chartAsked({ chart, evidence }: Told): readonly Chip[] {
  const asked = chart === null ? evidence.find(({ piece }) => piece === 'chart') : undefined
  return asked?.says === undefined ? [] : [{ kind: 'chart', piece: 'chart', text: asked.says, words: asked.words }]
}

/** How a question was read, piece by piece: of its Query, of what each column means, and of the words it came from. */
export function chipsOf(told: Told, model: SemanticModel): Chip[] {
  const known = new Map<string, Evidence>(told.evidence.map((each) => [each.piece, each]))
  const shown = piecesOf(told.query, told.chart).filter((each) => isShown(each, told, known.has(pieceOf(each))))
  const chips = shown.map((each): Chip => {
    const piece = pieceOf(each)
    const { words = '', says, isChanged } = known.get(piece) ?? {}
    const text = says ?? phraseOf(each, told, model)
    const means = meaningOf(each, words, model) ?? guessOf(each, words, model)
    return {
      kind: kindOf(each, told, model),
      piece,
      text,
      words,
      ...(means === null ? {} : { means }),
      ...(isChanged ? { isChanged } : {}),
    }
  })
  return [...chips, ...chartAsked(told)]
}
