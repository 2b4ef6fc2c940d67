import type { RowStatisticId } from '../../stats/rows/registry.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { columnsOfFilter } from '../../query/columns-of-query.ts'
import type { Mention } from '../mention.ts'
import type { StatisticWord } from '../statistic-words.ts'
import { isFlag, isMeasure, isNumeric, wordsAt, type Draft } from './draft.ts'

/** More different numbers than this are measured, and make no categories. */
const mostCategories = 20

const isCategory = (column: SemanticColumn): boolean =>
  isFlag(column) || column.type === 'text' || (column.role !== 'measure' && column.distinct <= mostCategories)

const canCompute = (column: SemanticColumn): boolean =>
  (isNumeric(column) || column.type === 'boolean') && column.role !== 'id' && !('computedBy' in column)

/** The columns whose values are set against each other: `between men and women`. */
function columnsCompared({ filters, sides, model }: Draft): readonly SemanticColumn[] {
  const several = filters.filter(({ filter }) => filter.op === 'in' && filter.values.length > 1)
  const names = (sides ?? []).flatMap(({ filter }) => columnsOfFilter(filter))
  return [...several.map(({ column }) => column), ...model.columns.filter(({ name }) => names.includes(name))]
}

const columnsOfItem = ({ meaning }: Mention): readonly SemanticColumn[] => {
  if (meaning.kind === 'column') return [meaning.column]
  return meaning.kind === 'piece' ? (meaning.piece.measures ?? []).flatMap(({ column }) => column ?? []) : []
}

/** The columns named in the order of the question, those of conditions left out. */
function columnsNamed(draft: Draft): readonly SemanticColumn[] {
  const compared = columnsCompared(draft)
  // Without its outliers a column is computed with, too.
  const fixed = new Set(draft.outliers ? [] : draft.filters.map(({ column }) => column))
  const named = draft.items.flatMap(columnsOfItem)
  return [...new Set([...named.filter((column) => !fixed.has(column) || compared.includes(column)), ...compared])]
}

/** How many groups a column makes under the conditions. */
function groupsIn(column: SemanticColumn, { filters, sides }: Draft): number {
  const chosen = filters.find((each) => each.column === column && each.filter.op === 'in')?.filter
  if (sides && sides.every(({ filter }) => columnsOfFilter(filter).includes(column.name))) return sides.length
  return chosen?.op === 'in' ? chosen.values.length : column.distinct
}

type Statistic = NonNullable<Draft['statistic']>

const none: readonly SemanticColumn[] = []

function ofGroups(columns: readonly SemanticColumn[], draft: Draft): Statistic | null {
  const [a, b, ...others] = columns
  if (a === undefined || b === undefined || others.length > 0) return null
  const number = [a, b].find((column) => canCompute(column) && !isCategory(column))
  const category = [b, a].find((column) => column !== number && isCategory(column))
  if (category === undefined) return null
  // A rate has no mean that a t-test is for: yes and no are counted.
  if (number === undefined) return isCategory(a) && isCategory(b) ? { id: 'independence', columns: [a, b] } : null
  return { id: groupsIn(category, draft) === 2 ? 'two-groups' : 'several-groups', columns: [number, category] }
}

/** A statistic that computes with so many columns of numbers, and no others. */
function ofNumbers(
  id: RowStatisticId,
  columns: readonly SemanticColumn[],
  [least, most]: readonly [number, number],
): Statistic | null {
  const isFitting = columns.length >= least && columns.length <= most && columns.every(canCompute)
  return isFitting ? { id, columns } : null
}

const ofOne =
  (id: RowStatisticId): Find =>
  (columns) =>
    ofNumbers(id, columns, [1, 1])

/** Finds the statistic that columns make; null where they do not make it. */
type Find = (columns: readonly SemanticColumn[], draft: Draft) => Statistic | null

/** What each word asks for. */
const finders: Readonly<Record<StatisticWord, Find>> = {
  skewness: ofOne('skewness'),
  kurtosis: ofOne('kurtosis'),
  normality: ofOne('normality'),
  spearman: (columns) => ofNumbers('spearman', columns, [2, 2]),
  regression: (columns) => ofNumbers('regression', columns, [2, 6]),
  groups: ofGroups,
  independence: (columns) =>
    columns.length === 2 && columns.every(isCategory) ? { id: 'independence', columns } : null,
  association: (columns, draft) => ofNumbers('pearson', columns, [2, 2]) ?? ofGroups(columns, draft),
  significance: (columns, draft) => ofGroups(columns, draft) ?? ofNumbers('pearson', columns, [2, 2]),
}

/** Another figure beside a statistic; groups are compared by their means, whether that is said or not. */
const hasFigure = ({ measures, asked }: Draft): boolean =>
  measures.some(({ isSaid, aggregate }) => isSaid && (aggregate !== 'mean' || !comparesMeans.has(asked?.statistic)))

const comparesMeans: ReadonlySet<StatisticWord | undefined> = new Set(['groups', 'significance', 'association'])

/** `Spearman and Pearson correlation` are two statistics. */
const asksPearsonToo = (draft: Draft): boolean =>
  draft.asked?.statistic === 'spearman' &&
  draft.items.some(({ meaning }, at) => meaning.kind === 'correlate' && /pearson/i.test(wordsAt(draft, at)))

/** A statistic is one table: nothing else is asked for beside it. */
const isAlone = (draft: Draft): boolean => {
  const { rank, along, havings, sort, chart } = draft
  const isPlain = rank === null && along === null && havings.length === 0 && sort === null && chart === null
  return isPlain && !hasFigure(draft) && !asksPearsonToo(draft)
}

/** Two columns that no dots show are correlated by what they hold: groups are compared, categories counted. */
function correlatesOthers(draft: Draft): boolean {
  if (draft.asked !== null || !draft.marks.has('correlate') || !isAlone(draft)) return false
  const columns = columnsNamed(draft)
  return columns.length === 2 && columns.some((column) => !isMeasure(column) || isFlag(column))
}

/** Nothing goes together with itself. */
function refuseCorrelationOfOne(draft: Draft): void {
  if (draft.marks.has('correlate') && draft.chart === null && columnsNamed(draft).length < 2)
    draft.beyond ??= 'a correlation of less than two columns'
}

/** Works out which statistic is asked for, of which columns. */
export function readStatistic(draft: Draft): void {
  if (correlatesOthers(draft)) draft.asked = { statistic: 'association', words: draft.markWords.get('correlate') ?? '' }
  if (draft.asked === null) return refuseCorrelationOfOne(draft)
  const columns = isAlone(draft) ? columnsNamed(draft) : none
  draft.statistic = finders[draft.asked.statistic](columns, draft)
  if (draft.statistic === null) draft.beyond ??= `“${draft.asked.words}” of these columns`
}
