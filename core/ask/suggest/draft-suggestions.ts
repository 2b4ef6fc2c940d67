import { inSentence, isPhrase, plural } from '../../charts/labels.ts'
import { nameOfMeasure } from '../../query/measure.ts'
import type { Query } from '../../query/query.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { isLexical } from '../lexicon.ts'
import { flagOf } from '../compose/draft.ts'
import { chooseSubjects, type Subjects } from './choose-subjects.ts'

/** A question with the Query it must be read as, as far as that can be told by its parts. */
export type Suggestion = {
  readonly question: string
  readonly measure: string | null
  readonly aggregate: Aggregate
  /** Columns grouped by; `#time` for the dataset's own moments. */
  readonly groups: readonly string[]
  /** The value kept, or whose share is asked for. */
  readonly value?: { readonly column: string; readonly is: string | number | boolean }
  readonly isShare?: boolean
  readonly limit?: number
}

const words: Partial<Record<Aggregate, string>> = { sum: 'total', mean: 'average' }

/** A column as people say it: without the unit, and of names what they name. */
const said = ({ label }: SemanticColumn): string =>
  isPhrase(label)
    ? inSentence(label)
    : inSentence(label)
        .replace(/ \([^)]*\)$/, '')
        .replace(/(?<=\S) name$/, '')

const figure = (column: SemanticColumn, aggregate: Aggregate): string =>
  `${words[aggregate] ?? aggregate} ${said(column)}`

const about = (column: SemanticColumn, aggregate: Aggregate = column.defaultAggregate) => ({
  measure: column.name,
  aggregate,
})
const ofRows = { measure: null, aggregate: 'count' } as const

type Context = Subjects & { readonly model: SemanticModel; readonly rows: string }

const trends = ({ measures, model, rows }: Context): readonly Suggestion[] =>
  model.timeColumn === null
    ? []
    : [
        ...measures.slice(0, 3).map((column) => ({
          ...about(column),
          question: `How has ${figure(column, column.defaultAggregate)} changed over time?`,
          groups: ['#time'],
        })),
        { ...ofRows, question: `How many ${rows} over time?`, groups: ['#time'] },
      ]

const mostCommon = (group: SemanticColumn): Suggestion => ({
  ...ofRows,
  question: `Which ${said(group)} is the most common?`,
  groups: [group.name],
  limit: 10,
})

const usualMean = ({ aggregates, defaultAggregate }: SemanticColumn): Aggregate =>
  aggregates.includes('mean') ? 'mean' : defaultAggregate

const tops = ({ measures, rankable, groups }: Context): readonly Suggestion[] => [
  ...measures.slice(0, 2).flatMap((column) => [
    ...rankable.slice(0, 3).map((group) => ({
      ...about(column),
      question: `What are the top 5 ${plural(said(group))} by ${figure(column, column.defaultAggregate)}?`,
      groups: [group.name],
      limit: 5,
    })),
    ...groups.slice(0, 3).map((group) => ({
      ...about(column, usualMean(column)),
      question: `Which ${said(group)} has the highest ${figure(column, usualMean(column))}?`,
      groups: [group.name],
      limit: 10,
    })),
  ]),
  ...groups.slice(0, 2).map(mostCommon),
]

/** The best groups come last in a ranking of few, so that a comparison need not repeat it. */
const comparisons = ({ measures, groups, rankable }: Context): readonly Suggestion[] => {
  const isRanked = rankable.length > 0
  const [first, second] = groups
  const usual = isRanked ? groups : [...(second ? [second] : []), ...(first ? [first] : []), ...groups.slice(2)]
  return [...measures.slice(1, 3), ...measures.slice(0, 1)].flatMap((column) =>
    usual.slice(0, 3).map((group) => ({
      ...about(column, usualMean(column)),
      question: `What is the ${figure(column, usualMean(column))} by ${said(group)}?`,
      groups: [group.name],
    })),
  )
}

const isSayable = (value: string): boolean =>
  /^\p{L}[\p{L} '&-]{2,24}$/u.test(value) &&
  !value
    .toLowerCase()
    .split(/[ '&-]/)
    .some(isLexical)

function factShares({ facts, rows }: Context): readonly Suggestion[] {
  return facts.flatMap((column) => {
    const yes = flagOf(column)?.yes
    if (yes === undefined || !/^\p{L}+ed$/u.test(column.label)) return []
    return [
      {
        ...ofRows,
        question: `What percentage of ${rows} ${said(column)}?`,
        groups: [],
        value: { column: column.name, is: yes },
        isShare: true,
      },
    ]
  })
}

const valueShares = ({ measures, groups, rows }: Context): readonly Suggestion[] =>
  groups.slice(0, 4).flatMap((group) => {
    const value = group.values.find(isSayable)
    if (value === undefined) return []
    const [adding] = measures.filter(({ defaultAggregate }) => defaultAggregate === 'sum')
    const part = { groups: [], value: { column: group.name, is: value } }
    return [
      ...(adding
        ? [
            {
              ...about(adding),
              ...part,
              isShare: true,
              question: `What share of ${figure(adding, 'sum')} comes from ${value}?`,
            },
          ]
        : []),
      { ...ofRows, ...part, question: `How many ${rows} have ${said(group)} ${value}?` },
    ]
  })

/** Rows that have no name are not asked after by one. */
const counts = ({ groups, rankable, rows, model }: Context): readonly Suggestion[] =>
  [...groups.slice(0, 4), ...rankable.slice(0, 1)].map((group) =>
    model.entity === 'row'
      ? mostCommon(group)
      : { ...ofRows, question: `How many ${rows} per ${said(group)}?`, groups: [group.name] },
  )

const figures = ({ measures }: Context): readonly Suggestion[] =>
  measures.slice(0, 2).map((column) => ({
    ...about(column),
    question: `What is the ${figure(column, column.defaultAggregate)}?`,
    groups: [],
  }))

const spreads = ({ measures }: Context): readonly Suggestion[] =>
  [...measures.slice(1, 2), ...measures.slice(0, 1)].map((column) => ({
    ...ofRows,
    question: `What is the distribution of ${said(column)}?`,
    groups: [column.name],
  }))

const totals = ({ rows }: Context): readonly Suggestion[] => [
  { ...ofRows, question: `How many ${rows} are there?`, groups: [] },
]

const shares = (context: Context): readonly Suggestion[] => [...factShares(context), ...valueShares(context)]

/** The shapes of questions, in the order in which they are offered; each holds candidates, the best first. */
export function draftSuggestions(model: SemanticModel): readonly (readonly Suggestion[])[] {
  const context = { ...chooseSubjects(model), model, rows: plural(model.entity) }
  return [trends, tops, comparisons, shares, counts, figures, spreads, totals].map((draft) => draft(context))
}

type Measured = Query['measures'][number]

/** Does the Query keep, or take the share of, the value that is meant, and no other? */
function keepsValue({ value, isShare }: Suggestion, { filters }: Query, measure: Measured): boolean {
  const kept = isShare ? [measure.filter, ...filters] : filters
  const meant = value === undefined ? [] : [{ op: 'in', column: value.column, values: [value.is] }]
  return JSON.stringify(kept.filter((each) => each !== undefined)) === JSON.stringify(meant)
}

/** Does it compute what is meant: the same of the same, ranked where a ranking is meant? */
function measures({ measure, aggregate, isShare, limit }: Suggestion, asked: Query, first: Measured): boolean {
  const isRanked = limit === undefined || asked.sort[0]?.by === nameOfMeasure(first)
  return (
    (first.column ?? null) === measure &&
    first.aggregate === aggregate &&
    (first.share !== undefined) === (isShare === true) &&
    asked.limit === (limit ?? 10_000) &&
    isRanked
  )
}

/** Does a Query ask what the suggestion means? */
export function isMeant(suggestion: Suggestion, asked: Query, model: SemanticModel): boolean {
  const [first, ...others] = asked.measures
  if (first === undefined || others.length > 0 || asked.columns.length > 0) return false
  const meant = suggestion.groups.map((name) => (name === '#time' ? model.timeColumn : name))
  const isGrouped =
    asked.dimensions.length === meant.length && asked.dimensions.every(({ column }, at) => column === meant[at])
  return isGrouped && measures(suggestion, asked, first) && keepsValue(suggestion, asked, first)
}
