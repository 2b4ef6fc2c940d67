import { inSentence, plural } from '../charts/labels.ts'
import { wordsOfName } from '../semantic/name-words.ts'
import type { Query } from '../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { isMeasure } from './compose/draft.ts'
import { readQuestion } from './read-question.ts'
import { sure } from './score.ts'

/** A question with the Query it must be read as, as far as that can be told by its parts. */
export type Suggestion = {
  readonly question: string
  readonly measure: string | null
  readonly aggregate: string | null
  readonly groups: readonly string[]
}

const words: Partial<Record<SemanticColumn['defaultAggregate'], string>> = { sum: 'total', mean: 'average' }

const said = (column: SemanticColumn): string => inSentence(column.label)

const isGroup = ({ role, distinct, type }: SemanticColumn, rows: number): boolean =>
  role === 'dimension' && type === 'text' && distinct >= 2 && distinct <= Math.max(2, Math.min(60, rows / 2))

/** What adds up first, money before the rest, plain names before long ones. */
function byWeight(columns: readonly SemanticColumn[]): readonly SemanticColumn[] {
  const weight = ({ defaultAggregate, format }: SemanticColumn): number =>
    (defaultAggregate === 'sum' ? 2 : 0) + (format === 'currency' ? 1 : 0)
  return [...columns].sort((a, b) => weight(b) - weight(a) || wordsOfName(a.label).length - wordsOfName(b.label).length)
}

function ofMeasure(
  measure: SemanticColumn,
  groups: readonly SemanticColumn[],
  hasTime: boolean,
): readonly Suggestion[] {
  const { defaultAggregate: aggregate, name } = measure
  const figure = `${words[aggregate] ?? aggregate} ${said(measure)}`
  const about = { measure: name, aggregate }
  const [first, second] = groups
  const list: Suggestion[] = []
  if (first) list.push({ ...about, question: `Which ${said(first)} has the highest ${figure}?`, groups: [first.name] })
  if (hasTime) list.push({ ...about, question: `Show ${figure} over time`, groups: ['#time'] })
  if (second ?? first)
    list.push({
      ...about,
      question: `What is the ${figure} by ${said(second ?? first ?? measure)}?`,
      groups: [(second ?? first ?? measure).name],
    })
  list.push({ ...about, question: `What is the ${figure}?`, groups: [] })
  return list
}

/** Every question worth offering, the best first; none is checked yet. */
function drafted(model: SemanticModel): readonly Suggestion[] {
  const measures = byWeight(model.columns.filter(isMeasure))
  const groups = model.columns
    .filter((column) => isGroup(column, model.rows))
    .sort((a, b) => Number(a.distinct > 12) - Number(b.distinct > 12))
  const hasTime = model.timeColumn !== null
  const rows = plural(model.entity)
  const figures = measures.slice(0, 3).map((measure) => ofMeasure(measure, groups, hasTime))
  const count = { measure: null, aggregate: 'count' }
  const counted: Suggestion[] = [
    ...groups
      .slice(0, 3)
      .map((group) => ({ ...count, question: `How many ${rows} by ${said(group)}?`, groups: [group.name] })),
    ...measures
      .slice(0, 1)
      .map((measure) => ({ ...count, question: `Show the distribution of ${said(measure)}`, groups: [measure.name] })),
    { ...count, question: `How many ${rows} are there?`, groups: [] },
  ]
  const mixed = [0, 1, 2, 3].flatMap((at) => [
    ...figures.flatMap((list, place) => list[(at + place) % list.length] ?? []),
    ...counted.slice(at, at + 1),
  ])
  return [...mixed, ...counted.slice(4)]
}

/** Does a Query ask what the suggestion means? */
export function isMeant(
  { measure, aggregate, groups }: Suggestion,
  { dimensions, measures, columns }: Query,
  model: SemanticModel,
): boolean {
  const meant = groups.map((name) => (name === '#time' ? model.timeColumn : name))
  if (columns.length > 0) return [measure, ...meant].every((name) => name !== null && columns.includes(name))
  const [first, ...others] = measures
  const isMeasured =
    first !== undefined && others.length === 0 && (first.column ?? null) === measure && first.aggregate === aggregate
  return isMeasured && dimensions.length === meant.length && dimensions.every(({ column }, at) => column === meant[at])
}

/** Is the question sure to be read as it was meant? */
function isRead(suggestion: Suggestion, model: SemanticModel): boolean {
  const { readings, beyond, unknown } = readQuestion(suggestion.question, model)
  const [first, second] = readings
  if (!first || beyond !== null || unknown.length > 0 || first.score < sure) return false
  return (second === undefined || second.score <= first.score * 0.95) && isMeant(suggestion, first.query, model)
}

/** Questions worth offering, each with what it means, and each sure to be read so. */
export const suggestionsFor = (model: SemanticModel): readonly Suggestion[] =>
  drafted(model).filter((suggestion) => isRead(suggestion, model))

/** Questions about this data that are sure to be answered, best first. */
export const suggestQuestions = (model: SemanticModel): readonly string[] =>
  [...new Set(suggestionsFor(model).map(({ question }) => question))].slice(0, 8)
