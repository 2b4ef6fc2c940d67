import type { Reading } from '#core/ask/reading.ts'
import { correlationOf } from '#core/ask/sentence/tell-rows.ts'
import { serves } from '#core/charts/intent.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { wordsOfName } from '#core/profile/name-words.ts'
import { cellAt, findColumn, type Cell, type Table } from '#core/table/table.ts'
import type { EvaluationQuestion } from './question.ts'

/** The names in an answer format: `@mean_fare[value]`. */
const namesIn = (format: string): readonly string[] =>
  [...format.matchAll(/@([A-Za-z0-9_]+)\[/g)].map(([, name]) => name ?? '')

type Place = { readonly words: ReadonlySet<string>; readonly value: Cell }

const aggregateWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    mean: ['mean', 'average', 'avg'],
    sum: ['sum', 'total'],
    count: ['count', 'number'],
    distinct: ['count', 'unique', 'distinct'],
    median: ['median'],
    min: ['min', 'minimum', 'lowest'],
    max: ['max', 'maximum', 'highest'],
  }),
)

/** How answer formats call the figures of statistics. */
const figureWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    p: ['p', 'value', 'pvalue'],
    'R²': ['r', 'squared', 'square', 'determination'],
    Correlation: ['coefficient', 'r'],
    'Rank correlation': ['coefficient', 'spearman'],
    t: ['t', 'statistic'],
    F: ['f', 'statistic'],
    'χ²': ['chi', 'square', 'squared', 'statistic'],
  }),
)

/** From here on down a distribution is not taken for normal. */
const significant = 0.05

/** What a test of normality comes to, as formats ask for it. */
function isNormal(table: Table): readonly Place[] {
  const p = findColumn(table, 'p')
  const value = p && table.rows > 0 ? cellAt(p, 0) : null
  if (typeof value !== 'number') return []
  return [
    { words: new Set(['is', 'normal', 'normality', 'test', 'result']), value: value >= significant ? 'True' : 'False' },
  ]
}

/** The figures of the first row of a statistic. */
const placesOfStatistic = (table: Table): readonly Place[] =>
  table.columns.map((column) => ({
    words: new Set([...wordsOfName(column.name), ...(figureWords.get(column.name) ?? [])]),
    value: table.rows > 0 ? cellAt(column, 0) : null,
  }))

/** Every figure of a result, with the words that identify it. */
function placesOf({ query }: Reading, table: Table): readonly Place[] {
  if (query.statistic !== undefined)
    return [...placesOfStatistic(table), ...(query.statistic === 'normality' ? isNormal(table) : [])]
  return query.measures.flatMap((measure) => {
    const column = findColumn(table, nameOfMeasure(measure))
    if (!column) return []
    const own = [...(aggregateWords.get(measure.aggregate) ?? []), ...wordsOfName(measure.column ?? '')]
    return Array.from({ length: table.rows }, (_, row) => {
      const group = table.columns
        .slice(0, query.dimensions.length)
        .flatMap((each) => wordsOfName(String(cellAt(each, row))))
      return { words: new Set([...own, ...group]), value: cellAt(column, row) }
    })
  })
}

function bestPlace(name: string, places: readonly Place[]): Cell | undefined {
  const words = wordsOfName(name.replace(/([a-z])(\d)/g, '$1_$2'))
  const ranked = places
    .map(({ words: own, value }) => ({ value, hits: words.filter((word) => own.has(word)).length }))
    .sort((a, b) => b.hits - a.hits)
  const [first, second] = ranked
  return first && first.hits > 0 && first.hits > (second?.hits ?? 0) ? first.value : undefined
}

/** The one value of an answer: a cell, a list of cells, or how two columns go together. */
function onlyValue(reading: Reading, table: Table): Cell {
  const [first, second] = table.columns
  if (first === undefined) return null
  if (second && serves(reading.chart?.type, 'relationship')) return correlationOf(first, second, table.rows)
  if (table.rows === 1) return cellAt(first, 0)
  return Array.from({ length: table.rows }, (_, row) => cellAt(first, row)).join(', ')
}

/** The values that an answer format names, as far as the result identifies them. */
export function namedValues(
  { answer_format: format }: EvaluationQuestion,
  reading: Reading,
  table: Table,
): Readonly<Record<string, Cell>> {
  const names = namesIn(format ?? '')
  const [only, ...others] = names
  if (only !== undefined && others.length === 0 && table.rows > 0 && reading.query.statistic !== 'normality')
    return { [only]: onlyValue(reading, table) }
  const places = placesOf(reading, table)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = bestPlace(name, places)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
