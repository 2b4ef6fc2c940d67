import type { AgainstFilter } from '../../query/filter.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { columnOfHints } from '../compose/read-comparisons.ts'
import { isMeasure } from '../compose/draft.ts'
import { wordsOfFilter } from '../filter-words.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match, type Step } from './chart.ts'
import { groupsWith, pieceOfHaving, startOf, type Subject } from './having.ts'
import { countOf, usualAggregate } from './operand.ts'
import type { DraftGroup, DraftMeasure, Piece, Standard } from './piece.ts'
import type { Rule } from './rule.ts'
import { columnOfVerb } from './verbs.ts'

const isOp = (comparison: string): comparison is AgainstFilter['is'] =>
  ['less', 'lessOrEqual', 'greater', 'greaterOrEqual'].includes(comparison)

const measured = step('column', ({ meaning }) => isMeasure(meaning.column))
const compare = step('compare', ({ meaning }) => isOp(meaning.comparison))
const aggregate = step('aggregate', ({ meaning }) => ['mean', 'median', 'min', 'max'].includes(meaning.aggregate))
/** `twice the average`. */
const multiple = maybe('beyond')
/** `the midfielder average`, `the department average`. */
const whose = maybe(['value', 'column'], ({ meaning }) => meaning.kind === 'value' || !isMeasure(meaning.column))
/** `the average customer`, `the average of their department`. */
const tail: readonly Step[] = [
  maybe(['of', 'in']),
  maybe(['entity', 'column'], ({ meaning }) => meaning.kind === 'entity' || !isMeasure(meaning.column)),
]

/** A comparison with an aggregate: what is compared, and by which steps of the pattern. */
type Found = {
  readonly match: Match
  readonly from: number
  readonly measure: DraftMeasure
  readonly is: AgainstFilter['is']
}

const measureOf = (column: SemanticColumn, words: string): DraftMeasure => ({
  column,
  aggregate: usualAggregate(column),
  isSaid: false,
  words,
})

const comparisonIn = ({ mentions }: Match): AgainstFilter['is'] | null => {
  const found = mentions.find((mention): mention is MentionOf<'compare'> => mention?.meaning.kind === 'compare')
  return found && isOp(found.meaning.comparison) ? found.meaning.comparison : null
}

function foundIn(match: Match, measure: DraftMeasure, from = match.from): readonly Found[] {
  const is = comparisonIn(match)
  return is === null ? [] : [{ match, from, measure, is }]
}

/** Does the same column follow, so that a longer match says it whole? */
const namesNext = (chart: Chart, { to }: Match, column: SemanticColumn): boolean =>
  (chart.starting[to] ?? []).some(({ meaning }) => meaning.kind === 'column' && meaning.column === column)

const compared: readonly Step[] = [compare, multiple, whose, aggregate]

/** `salary above average`, `paid more than the average fare`: what follows says it more surely than what leads. */
function besideColumn(chart: Chart, from: number): readonly Found[] {
  const led = [measured, maybe(['is', 'has'])]
  const followed = [maybe('of'), measured]
  const patterns = [
    [...led, ...compared, ...tail],
    [...led, ...compared, ...followed],
    [...compared, ...followed, ...tail],
  ]
  return patterns
    .flatMap((pattern) => matches(chart, from, pattern))
    .flatMap((match) => {
      const columns = match.mentions.flatMap((mention) =>
        mention?.meaning.kind === 'column' && isMeasure(mention.meaning.column) ? [mention.meaning.column] : [],
      )
      const [column, ...others] = columns
      if (!column || others.some((other) => other !== column) || namesNext(chart, match, column)) return []
      return foundIn(match, measureOf(column, wordsOfMatch(chart, match)))
    })
}

/** `total sales above average`: of groups, for rows have no totals. */
const besideFigure = (chart: Chart, from: number): readonly Found[] =>
  matches(chart, from, [
    step('aggregate'),
    maybe('of'),
    measured,
    maybe(['is', 'has']),
    compare,
    whose,
    aggregate,
    ...tail,
  ]).flatMap((match) => {
    const [said, column] = [at(match, 0, 'aggregate')?.meaning.aggregate, at(match, 2, 'column')?.meaning.column]
    if (said === undefined || !column?.aggregates.includes(said)) return []
    return foundIn(match, { column, aggregate: said, isSaid: true, words: wordsOfMatch(chart, match) })
  })

/** `paid above average`, `spent more than the average customer`. */
function besideVerb(chart: Chart, from: number): readonly Found[] {
  const column = columnOfVerb(chart, from)
  if (column === null) return []
  return matches(chart, from + 1, [...compared, ...tail]).flatMap((match) =>
    foundIn(match, measureOf(column, wordsOfMatch(chart, { from, to: match.to })), from),
  )
}

/** `older than average`: what is compared is in the comparison itself. */
const byHint = (chart: Chart, from: number): readonly Found[] =>
  matches(chart, from, [...compared, ...tail]).flatMap((match) => {
    const column = columnOfHints(chart.model, at(match, 0, 'compare')?.meaning.of ?? [])
    return column ? foundIn(match, measureOf(column, wordsOfMatch(chart, match))) : []
  })

const amounts: Readonly<Record<string, AgainstFilter['is']>> = { more: 'greater', fewer: 'less', less: 'less' }

/** `more trips than average`, `fewer orders than the average store`. */
function aroundNoun(chart: Chart, from: number): readonly Found[] {
  const is = amounts[chart.words[from]?.lower ?? '']
  if (is === undefined) return []
  return matches(chart, from + 1, [step(['column', 'entity']), step('than'), multiple, aggregate, ...tail]).flatMap(
    (match) => {
      const column = at(match, 0, 'column')?.meaning.column
      const words = wordsOfMatch(chart, { from, to: match.to })
      const [count] = column && isMeasure(column) ? [] : countOf(chart, match, 0)
      const measure = column && isMeasure(column) ? measureOf(column, words) : (count ?? null)
      return measure === null ? [] : [{ match, from, measure: { ...measure, words }, is }]
    },
  )
}

/** Is the value named elsewhere, so that the rows are those that have it? */
const isKeptTo = (chart: Chart, { from, meaning }: MentionOf<'value'>): boolean =>
  chart.starting
    .flat()
    .some(
      (other) =>
        other.from !== from &&
        other.meaning.kind === 'value' &&
        other.meaning.column === meaning.column &&
        JSON.stringify(other.meaning.values) === JSON.stringify(meaning.values),
    )

/** Does a word such as `their` say that each row is compared within its own? */
const isOwn = (chart: Chart, { from, to }: Mention): boolean =>
  chart.words.slice(Math.max(0, from - 1), to).some(({ lower }) => /^(their|its|his|her|own|each)$/.test(lower))

/** `of the department` alone does not say whether each has its own average. */
const saysWithin = (chart: Chart, { mentions }: Match, subject: SemanticColumn | null): boolean => {
  const end = mentions.findLastIndex((mention) => mention?.meaning.kind === 'aggregate')
  return mentions
    .slice(end + 1)
    .every(
      (mention) =>
        mention?.meaning.kind !== 'column' ||
        isMeasure(mention.meaning.column) ||
        mention.meaning.column === subject ||
        isOwn(chart, mention),
    )
}

const dimensionsIn = ({ mentions }: Match): readonly SemanticColumn[] =>
  mentions.flatMap((mention) =>
    mention?.meaning.kind === 'column' && !isMeasure(mention.meaning.column) ? [mention.meaning.column] : [],
  )

const often: Readonly<Record<string, number>> = { twice: 2, 'half of': 0.5 }

/** As often as said: `twice the average`; null where the words say something else. */
function timesIn(chart: Chart, { mentions }: Match): number | null {
  const said = mentions.find((mention) => mention?.meaning.kind === 'beyond')
  return said ? (often[wordsOfMatch(chart, said).toLowerCase()] ?? null) : 1
}

function standardIn(chart: Chart, match: Match, subject: SemanticColumn | null): Standard | null {
  const said = match.mentions.findLast(
    (mention): mention is MentionOf<'aggregate'> => mention?.meaning.kind === 'aggregate',
  )
  const kind = said?.meaning.aggregate
  if (kind !== 'mean' && kind !== 'median' && kind !== 'min' && kind !== 'max') return null
  const within = dimensionsIn(match)
    .filter((column) => column !== subject)
    .map(({ name }) => name)
  const times = timesIn(chart, match)
  if (times === null || !saysWithin(chart, match, subject)) return null
  return { aggregate: kind, ...(times === 1 ? {} : { times }), ...(within.length > 0 ? { within } : {}) }
}

/** What groups are compared within cuts them, too. */
const groupsWithin = (match: Match, { column: subject }: Subject): readonly DraftGroup[] =>
  dimensionsIn(match)
    .filter((column) => column !== subject)
    .map((column) => ({ column, grain: null, bins: null, words: '', isSubject: false, isPlural: false }))

const addsUp = ({ aggregate: one }: DraftMeasure): boolean => one === 'sum' || one === 'count' || one === 'distinct'

/** Is the figure one of groups: a total, a count, or whatever is said to be computed? */
const isOfGroups = (measure: DraftMeasure): boolean => measure.isSaid || addsUp(measure)

/** A condition on groups where the words before name some and the figure adds up, else on rows. */
function pieceOf(chart: Chart, { match, from, measure, is }: Found, subject: Subject | null): Piece | null {
  const words = wordsOfMatch(chart, { from, to: match.to })
  const standard = standardIn(chart, match, subject?.column ?? null)
  if (standard === null) return null
  if (subject) {
    const text = `${measure.column?.label ?? 'rows'} ${is === 'less' ? 'under' : 'over'} the average`
    const piece = pieceOfHaving(subject, { measure, op: is, value: standard, text, words })
    return { ...piece, groups: [...(piece.groups ?? []), ...groupsWithin(match, subject)] }
  }
  const { column, isSaid } = measure
  if (column === null || isSaid) return null
  const filter: AgainstFilter = { op: 'against', column: column.name, is, ...standard }
  return { filters: [{ filter, column, text: wordsOfFilter(filter, chart.model), words, isTime: false }] }
}

/** A value that the rows are not kept to has another average than they have. */
function mention(chart: Chart, found: Found): readonly Mention[] {
  const { match, from } = found
  const { to } = match
  const outOfReach = (what: string): readonly Mention[] => [
    { from, to, score: 0.97, meaning: { kind: 'beyond', what } },
  ]
  const value = match.mentions.find((each): each is MentionOf<'value'> => each?.meaning.kind === 'value')
  if (value && !isKeptTo(chart, value)) return outOfReach('comparing with the average of other rows')
  const subject = isOfGroups(found.measure) ? groupsWith(chart, from, found.measure) : null
  if (subject && !addsUp(found.measure)) return outOfReach('comparing averages of groups with the average of all')
  const piece = pieceOf(chart, found, subject)
  if (piece === null) return []
  const start = subject ? startOf(chart, subject, from) : from
  return [{ from: start, to, score: 0.96 * surenessOf(match), meaning: { kind: 'piece', rule: 'against', piece } }]
}

const ofOtherRows = ({ match, from }: Found): readonly Mention[] => [
  { from, to: match.to, score: 0.99, meaning: { kind: 'beyond', what: 'comparing with the average of other rows' } },
]

/** `females heavier than the overall average`: of all rows, though others are asked after. */
const isOfAll = ({ words, starting }: Chart): boolean =>
  words.some(
    ({ lower }, place) => lower === 'overall' && /^(average|mean|median)$/.test(words[place + 1]?.lower ?? ''),
  ) && starting.some((mentions) => mentions.some(({ meaning, score }) => meaning.kind === 'value' && score >= 0.75))

/** Values against an aggregate of them: `paid above average`, `customers who spent more than the average customer`. */
export const againstRule: Rule = {
  spec: 'K31',
  find: (chart, from) =>
    [besideColumn, besideFigure, besideVerb, byHint, aroundNoun].flatMap((find) =>
      find(chart, from).flatMap((found) => (isOfAll(chart) ? ofOtherRows(found) : mention(chart, found))),
    ),
}
