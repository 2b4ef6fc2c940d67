import type { Reading } from '#core/ask/reading.ts'
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

/** Every figure of a result, with the words that identify it. */
function placesOf({ query }: Reading, table: Table): readonly Place[] {
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

/** The values that an answer format names, as far as the result identifies them. */
export function namedValues(
  { answer_format: format }: EvaluationQuestion,
  reading: Reading,
  table: Table,
): Readonly<Record<string, Cell>> {
  const names = namesIn(format ?? '')
  const [first] = table.columns
  if (names.length === 1 && table.rows >= 1 && first) {
    const only =
      table.rows === 1
        ? cellAt(first, 0)
        : Array.from({ length: table.rows }, (_, row) => cellAt(first, row)).join(', ')
    return { [names[0] ?? '']: only }
  }
  const places = placesOf(reading, table)
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = bestPlace(name, places)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}
