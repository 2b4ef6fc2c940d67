import type { Filter, Scalar } from '../../query/filter.ts'
import type { Measure } from '../../query/measure.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Aggregate, Format } from '../../semantic/vocabulary.ts'
import { computedOf } from '../askable.ts'
import { flagOf, isFlag, isMeasure } from '../compose/draft.ts'
import { isNounOfRows } from '../compose/read-noun.ts'
import { isKind, type Mention, type MentionOf } from '../mention.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match } from './chart.ts'

/** A figure that a rule computes with: one aggregate, as a formula writes it. */
export type Operand = {
  readonly column: SemanticColumn | null
  readonly aggregate: Aggregate
  readonly isSaid: boolean
  readonly label: string
  readonly from: number
  readonly to: number
  readonly score: number
  readonly words: string
}

const quoted = (value: Scalar): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

const signs = { less: '<', lessOrEqual: '<=', greater: '>', greaterOrEqual: '>=' } as const

function joinedOf({ op, filters }: Extract<Filter, { readonly op: 'and' | 'or' }>): string | null {
  const parts = filters.map(conditionOf)
  return parts.some((part) => part === null) ? null : `(${parts.join(` ${op} `)})`
}

const isBound = (filter: Filter): filter is Extract<Filter, { readonly op: keyof typeof signs }> => filter.op in signs

/** A filter as the condition of a formula; null where a formula cannot say it. */
function conditionOf(filter: Filter): string | null {
  if (isBound(filter)) return `${bracketed(filter.column)} ${signs[filter.op]} ${quoted(filter.value)}`
  switch (filter.op) {
    case 'in':
      return `(${filter.values.map((value) => `${bracketed(filter.column)} = ${quoted(value)}`).join(' or ')})`
    case 'and':
    case 'or':
      return joinedOf(filter)
    case 'isNull':
      return `${bracketed(filter.column)} is null`
    case 'between':
      return `(${bracketed(filter.column)} >= ${quoted(filter.from)} and ${bracketed(filter.column)} <= ${quoted(filter.to)})`
    default:
      return null
  }
}

/** What is added up, or else averaged, where nothing says which. */
export const usualAggregate = (column: SemanticColumn): Aggregate =>
  column.aggregates.includes('sum') && column.defaultAggregate !== 'mean' ? 'sum' : column.defaultAggregate

/** The part of the known rows that are yes. */
function rateFormula(column: SemanticColumn, yes: Scalar, condition: string): string {
  const isYes = `${bracketed(column.name)} = ${quoted(yes)}`
  const [known, where] = condition === '' ? ['', ''] : [` and ${condition}`, ` where ${condition}`]
  return `count(where ${isYes}${known}) / count(${bracketed(column.name)}${where})`
}

type Figure = Pick<Operand, 'column' | 'aggregate'>

/** A figure as a formula, of the rows that pass a filter; null where no formula says it. */
export function formulaOf({ column, aggregate }: Figure, filter?: Filter): string | null {
  const condition = filter === undefined ? '' : conditionOf(filter)
  if (condition === null) return null
  if (column === null) return condition === '' ? 'count()' : `count(where ${condition})`
  const asked = computedOf(column, aggregate)
  if (asked.aggregate === 'formula') return condition === '' ? (asked.formula ?? null) : null
  const flag = aggregate === 'mean' ? flagOf(column) : null
  if (flag) return rateFormula(column, flag.yes, condition)
  return `${asked.aggregate}(${bracketed(asked.column ?? column.name)}${condition === '' ? '' : ` where ${condition}`})`
}

const told: Partial<Record<Aggregate, string>> = { mean: 'average', sum: 'total', distinct: 'different' }

export const labelOfOperand = (aggregate: Aggregate, column: SemanticColumn | null, rows: string): string =>
  column === null
    ? rows
    : 'computedBy' in column
      ? column.label.toLowerCase()
      : aggregate === 'distinct'
        ? `${column.label.replace(/ (id|name)$/i, '').toLowerCase()}s`
        : isFlag(column)
          ? `${column.label.toLowerCase()} rate`
          : `${told[aggregate] ?? aggregate} ${column.label.toLowerCase()}`

/** Is there one to each row, so that counting them counts rows? */
export const countsRows = (column: SemanticColumn, { rows }: SemanticModel): boolean =>
  rows > 1 && column.distinct >= rows * 0.98

function made(chart: Chart, match: Match, told: Pick<Operand, 'column' | 'aggregate' | 'isSaid'>, score = 1): Operand {
  const { column, aggregate } = told
  return {
    ...told,
    label: labelOfOperand(aggregate, column, 'rows'),
    from: match.from,
    to: match.to,
    score: score * surenessOf(match),
    words: wordsOfMatch(chart, match),
  }
}

const isCountable = (column: SemanticColumn): boolean =>
  column.type === 'text' || column.role === 'id' || column.role === 'dimension'

/** `average fare`, `total sales`, `attrition rate`. */
function aggregated(chart: Chart, from: number): readonly Operand[] {
  const before = matches(chart, from, [step('aggregate'), maybe('of'), step('column')])
  const after = matches(chart, from, [step('column'), step('aggregate')])
  return [...before, ...after].flatMap((match) => {
    const aggregate = (at(match, 0, 'aggregate') ?? at(match, 1, 'aggregate'))?.meaning.aggregate
    const column = (at(match, 2, 'column') ?? at(match, 0, 'column'))?.meaning.column
    if (!aggregate || !column) return []
    const isRate = isFlag(column) && aggregate === 'mean'
    if (isRate || 'computedBy' in column || (isMeasure(column) && column.aggregates.includes(aggregate)))
      return [made(chart, match, { column, aggregate, isSaid: true })]
    return []
  })
}

function plain(chart: Chart, from: number): readonly Operand[] {
  return matches(chart, from, [step('column')]).flatMap((match) => {
    const column = at(match, 0, 'column')?.meaning.column
    if (!column || !isMeasure(column)) return []
    return [made(chart, match, { column, aggregate: usualAggregate(column), isSaid: false })]
  })
}

/** `number of orders`, `how many customers`: rows, or each different one of what repeats. */
function counted(chart: Chart, from: number): readonly Operand[] {
  return matches(chart, from, [
    step(['count', 'distinct']),
    maybe('of'),
    maybe('distinct'),
    step(['entity', 'column', 'unknown']),
  ]).flatMap((match) => countOf(chart, match, 3))
}

/** `more than one hospital`: what is counted stands in the singular. */
const isAfterOne = ({ words }: Chart, { to }: Match): boolean => /^(one|1|single)$/.test(words[to - 2]?.lower ?? '')

function countOfColumn(
  chart: Chart,
  match: Match,
  { column, isPlural }: MentionOf<'column'>['meaning'],
): readonly Operand[] {
  if (!isCountable(column) || !(isPlural || isAfterOne(chart, match))) return []
  const isRow = countsRows(column, chart.model)
  return [made(chart, match, { column: isRow ? null : column, aggregate: isRow ? 'count' : 'distinct', isSaid: true })]
}

/** Does it tell things apart; in few rows, by its name alone? */
export const isId = ({ role, label }: SemanticColumn): boolean => role === 'id' || /(?<=\S)\s+id$/i.test(label)

/** The id that a noun names too, where several rows are of one: `orders` of order lines. */
function idNamed(chart: Chart, { from, to }: Mention): MentionOf<'column'>['meaning'] | null {
  const named = (chart.starting[from] ?? []).find(
    (other): other is MentionOf<'column'> => other.to === to && isKind(other, 'column') && isId(other.meaning.column),
  )
  return named && !countsRows(named.meaning.column, chart.model) ? named.meaning : null
}

/** What a noun counts; nothing where it is no noun, or where the data calls its rows something else. */
export function countOf(chart: Chart, match: Match, place: number): readonly Operand[] {
  const column = at(match, place, 'column')
  if (column) return countOfColumn(chart, match, column.meaning)
  const entity = at(match, place, 'entity')
  const id = entity && idNamed(chart, entity)
  if (id) return countOfColumn(chart, match, { ...id, isPlural: true })
  const noun = at(match, place, 'unknown')
  const word = noun ? chart.words[noun.from] : undefined
  if (noun && (word === undefined || chart.model.entity !== 'row' || !isNounOfRows(word))) return []
  return [made(chart, match, { column: null, aggregate: 'count', isSaid: true }, noun ? 0.6 : 1)]
}

/** The figures that may start at a word. */
export const operandsAt = (chart: Chart, from: number): readonly Operand[] => [
  ...aggregated(chart, from),
  ...counted(chart, from),
  ...plain(chart, from),
]

/** How a figure is written: as its column, or as a plain number where it counts. */
export const formatOfOperand = ({ column, aggregate }: Figure): Format =>
  column === null || aggregate === 'count' || aggregate === 'distinct'
    ? 'number'
    : isFlag(column)
      ? 'percent'
      : column.format

/** A figure as a Query computes it, under a name. */
export function measureOfFormula(formula: string, as: string, format: Format): Measure {
  return { aggregate: 'formula', formula, as: as.slice(0, 200), ...(format === 'number' ? {} : { format }) }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
