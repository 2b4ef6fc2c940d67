import { specOf } from '../../charts/chart-spec.ts'
import { serves } from '../../charts/intent.ts'
import type { DraftGroup } from '../rules/piece.ts'
import { listable, ofRows } from '../askable.ts'
import { singular } from '../../profile/name-words.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import type { Sort } from '../../query/query.ts'
import { rankingMeasure } from '../compose/read-measures.ts'
import { isUnique, type Draft } from '../compose/draft.ts'
import { dimensionOf, labelColumns, type Plan } from './plan.ts'

const mostRows = 1000
const mostColumns = 12
const usualTop = 10

function rows(
  draft: Draft,
  columns: readonly string[],
  how: { readonly sort: readonly Sort[]; readonly limit: number; readonly factor: number },
): Plan {
  return {
    dimensions: [],
    measures: [],
    columns: [...new Set(columns)].slice(0, mostColumns),
    filters: draft.filters,
    ...how,
    chart: draft.chart && serves(draft.chart.type, 'rows') ? specOf(draft.chart.type) : null,
  }
}

/** Do the rows themselves rank, each being one of what is asked after? */
function ranksRows(draft: Draft): boolean {
  const [subject, ...others] = draft.groups
  if (draft.marks.has('list') && draft.groups.every(({ isLed, isSubject }) => !isLed && !isSubject)) return true
  if (subject === undefined) return draft.marks.has('list') || (draft.rank?.count ?? 1) > 1
  return others.length === 0 && isUnique(subject.column, draft.model) && !draft.marks.has('perEach')
}

/** `longest trips` are several, `longest trip` is one. */
function isManyAsked({ groups: [subject], noun }: Draft): boolean {
  if (subject !== undefined) return subject.isPlural
  return noun !== null && singular(noun.words) !== noun.words.toLowerCase()
}

/** The rows at one end: `the 5 oldest passengers`, `which country has the highest score` where each row is a country. */
function ranked(draft: Draft): Plan | null {
  const { rank } = draft
  const isOpen = draft.measures.length === 0 && draft.marks.has('list')
  const first = isOpen ? rankingMeasure(draft) : draft.measures[0]?.column
  const by = first ? ofRows(first)?.name : undefined
  if (rank === null || by === undefined || !ranksRows(draft)) return null
  return rows(draft, shownBy(draft, by), {
    sort: [{ by, direction: rank.direction }],
    limit: rank.count ?? (isManyAsked(draft) ? usualTop : 1),
    factor: isOpen ? 0.7 : 1,
  })
}

/** What names the rows, and what they are ranked by; all there is where nothing names them. */
function shownBy(draft: Draft, by: string): readonly string[] {
  if (draft.listed.length > 0) return [...draft.listed.map(({ name }) => name), by]
  const named = draft.groups.map(({ column }) => column.name)
  if (named.length > 0)
    return [...named, by, ...draft.measures.flatMap(({ column }) => (column ? (ofRows(column)?.name ?? []) : []))]
  const labels = labelColumns(draft).map(({ name }) => name)
  const measured = [by, ...draft.measures.flatMap(({ column }) => (column ? (ofRows(column)?.name ?? []) : []))]
  return labels.length > 0
    ? [...labels, ...measured]
    : [...measured, ...listable(draft.model.columns).map(({ name }) => name)]
}

/** `which regions have …`: each value once. */
function valuesOf(draft: Draft, groups: readonly DraftGroup[]): Plan {
  return {
    dimensions: groups.map(dimensionOf),
    measures: [],
    columns: [],
    filters: draft.filters,
    sort: groups
      .slice(0, 1)
      .map((group) => ({ by: nameOfDimension(dimensionOf(group)), direction: 'ascending' as const })),
    limit: null,
    chart: null,
    factor: draft.filters.length > 0 || draft.marks.has('list') ? 0.9 : 0.8,
  }
}

function sorted(draft: Draft): readonly Sort[] {
  const column =
    draft.sort?.by === 'measure' ? draft.measures[0]?.column : (draft.groups[0]?.column ?? draft.measures[0]?.column)
  return draft.sort && column ? [{ by: column.name, direction: draft.sort.direction }] : []
}

/** `budget, gross and type of comedies`: three columns or more side by side are read off the rows. */
const namesManyColumns = ({ measures, groups, filters, items }: Draft): boolean =>
  measures.length + groups.length > 2 &&
  measures.length > 0 &&
  filters.length > 0 &&
  !items.some(({ meaning }) => ['per', 'grain', 'trend', 'aggregate', 'contrast', 'versus'].includes(meaning.kind))

/** `employees making over 15k`: rows under conditions, not asked to be listed, are counted. */
const isCounted = ({ noun, groups, marks, words }: Draft): boolean =>
  noun !== null && groups.length === 0 && !marks.has('list') && !asksForRows(words)

const shows = new Set(['show', 'find', 'display', 'give', 'get', 'list', 'see'])

/** `show movies whose budget …`, `players who scored …`: rows are described, not counted. */
const asksForRows = ([first, ...others]: Draft['words']): boolean =>
  shows.has(first?.lower ?? '') || others.some(({ lower }) => lower === 'whose' || lower === 'who')

/** What was named of the rows: the columns listed, those named with what is kept, or all there are. */
function shownPlain(draft: Draft): readonly string[] {
  const named = [
    ...draft.groups.map(({ column }) => column.name),
    ...draft.measures.flatMap(({ column }) => (column ? (ofRows(column)?.name ?? []) : [])),
  ]
  if (draft.listed.length > 0) return [...named, ...draft.listed.map(({ name }) => name)]
  const filtered = draft.filters.map(({ column }) => column.name)
  if (draft.groups.length > 0 || draft.measures.length > 0) return [...named, ...filtered]
  const labels = labelColumns(draft).map(({ name }) => name)
  return [...labels, ...filtered, ...listable(draft.model.columns).map(({ name }) => name)]
}

/** Rows as they are: `list orders over 1000`, `cars from Japan`. */
function plain(draft: Draft): Plan | null {
  const isOfRows =
    draft.measures.length === 0 &&
    draft.filters.length > 0 &&
    !isCounted(draft) &&
    draft.groups.every(({ column }) => column.role === 'id' || isUnique(column, draft.model))
  const isAsked = draft.marks.has('list') || isOfRows || namesManyColumns(draft)
  if (!isAsked || draft.chart !== null) return null
  const factor = draft.marks.has('list') ? 0.92 : 0.75
  return rows(draft, shownPlain(draft), { sort: sorted(draft), limit: mostRows, factor })
}

/** Rows rather than figures, where a question asks which, or for a list. */
export function listing(draft: Draft): Plan | null {
  if (draft.measures.some(({ isSaid, column }) => isSaid || column === null)) return null
  if (draft.rank !== null) return ranked(draft)
  if (draft.listed.length > 0) return plain(draft)
  const subjects = draft.groups.filter(({ isSubject }) => isSubject)
  const [subject] = subjects
  if (subject && draft.measures.length === 0 && subjects.length === draft.groups.length && draft.chart === null) {
    if (!isUnique(subject.column, draft.model)) return valuesOf(draft, subjects)
    const columns = [...subjects.map(({ column }) => column.name), ...draft.filters.map(({ column }) => column.name)]
    return rows(draft, columns, { sort: sorted(draft), limit: mostRows, factor: 0.92 })
  }
  return plain(draft)
}
