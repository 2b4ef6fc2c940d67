import { chartTypes } from '../charts/registry.ts'
import { plural } from '../charts/labels.ts'
import { nounOfGroups } from '../charts/model-over.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Filter } from '../query/filter.ts'
import type { Groups } from '../query/groups.ts'
import type { Measure } from '../query/measure.ts'
import type { Query } from '../query/query.ts'
import type { Draft } from './compose/draft.ts'
import { wordsOfFilter } from './filter-words.ts'
import type { DraftHaving } from './rules/piece.ts'
import { pieceOf, piecesOf, type Piece } from './pieces.ts'
import type { Evidence } from './reading.ts'
import type { Plan } from './shapes/plan.ts'

/** The words that a share and its part came from. */
function wordsOfShare(draft: Draft, { share, filter }: Measure): readonly string[] {
  if (!share) return []
  const key = JSON.stringify(filter)
  const parts = draft.filters.filter((each) => JSON.stringify(each.filter) === key).map(({ words }) => words)
  return [draft.markWords.get('share') ?? '', ...parts]
}

/** The words of the question that a measure came from; none where it was assumed. */
function wordsOfMeasure(draft: Draft, measure: Measure): string {
  const { column, aggregate } = measure
  if (draft.noun?.isAssumed && column === undefined) return ''
  const own = draft.measures.filter((each) => each.column?.name === column)
  const said = (own.find((each) => each.aggregate === aggregate) ?? own[0])?.words ?? ''
  const rows = column === undefined ? (draft.noun?.words ?? '') : ''
  const [mark = '', ...parts] = wordsOfShare(draft, measure)
  return [mark, said === '' ? rows : said, ...parts].filter((words) => words !== '').join(' … ')
}

function wordsOfDimension(draft: Draft, { column }: Dimension): string {
  const named = draft.groups.find((group) => group.column.name === column)
  const measured = draft.measures.find((measure) => measure.column?.name === column)
  return named?.words ?? measured?.words ?? ''
}

function wordsOfColumns(draft: Draft): string {
  const said = [draft.markWords.get('list'), draft.noun?.words, ...draft.groups.map(({ words }) => words)]
  const measured = draft.measures.map(({ words }) => words)
  return [...new Set([...said, ...measured])].filter((each) => each !== undefined && each !== '').join(' … ')
}

/** Where the question calls the rows otherwise than the data does, that is said. */
function saysOfMeasure({ noun, model }: Draft, { aggregate, column, share, as }: Measure): string | undefined {
  const isCount = aggregate === 'count' && column === undefined && !share && as === undefined
  return isCount && noun?.isAssumed ? `Count of ${plural(model.entity)}, taken for ${plural(noun.one)}` : undefined
}

type Known = { readonly words: string; readonly says?: string | undefined }

function ofFilter(draft: Draft, plan: Plan, filter: Query['filters'][number]): Known | null {
  const key = JSON.stringify(filter)
  const drafted = plan.filters.find((each) => JSON.stringify(each.filter) === key)
  if (drafted === undefined) return null
  const { words, text } = drafted
  return { words, says: text === wordsOfFilter(filter, draft.model) ? undefined : text }
}

/** Does a condition of the draft say this? */
function isSaidBy(having: Filter, { op, value }: DraftHaving): boolean {
  if (having.op === 'against') return typeof value !== 'number' && having.is === op
  if (having.op === 'in') return op === 'equal' && having.values[0] === value
  return 'value' in having && having.op === op && having.value === value
}

/** A condition on groups: that of a place asked for, else one that a rule made. */
function ofHaving({ havings, placeOf }: Draft, having: Filter): Known | null {
  if (placeOf && having.op === 'in') return { words: placeOf.words }
  const found = havings.find((condition) => isSaidBy(having, condition))
  return found ? { words: found.words } : null
}

/** Where nothing in the data says what its rows are, a noun that is counted in each group is taken for them. */
function saysOfGroups({ model }: Draft, groups: Groups): string | undefined {
  const [measure] = groups.measures
  const isTaken = model.entity === 'row' && measure?.aggregate === 'count' && measure.column === undefined
  if (!isTaken || measure.as === undefined) return undefined
  return `For each ${nounOfGroups(groups, model)}: count of rows, taken for ${measure.as.toLowerCase()}`
}

/** The words that name the groups and what is computed of each. */
const wordsOfGroups = ({ over, groups }: Draft): string =>
  over?.words ?? groups.find(({ isSubject }) => isSubject)?.words ?? ''

/** In which words an order and its end were asked for; null where they were not. */
function ofOrder({ rank, sort }: Draft, piece: Piece, plan: Plan): Known | null {
  const words = rank?.words ?? sort?.words
  if (piece.kind === 'sort') return words === undefined ? null : { words }
  if (piece.kind !== 'limit' || rank === null) return null
  return { words: plan.asksOne || piece.of === 1 || rank.count !== null ? rank.words : '' }
}

const wordsAsked = ({ asked }: Draft): Known => ({ words: asked?.words ?? '' })

/** What the draft knows of one piece; null where nothing was said of it. */
function knownOf(piece: Piece, draft: Draft, plan: Plan): Known | null {
  switch (piece.kind) {
    case 'measure':
      return { words: wordsOfMeasure(draft, piece.of), says: saysOfMeasure(draft, piece.of) }
    case 'statistic':
      return wordsAsked(draft)
    case 'columns':
      return { words: wordsOfColumns(draft) }
    case 'dimension':
      return { words: wordsOfDimension(draft, piece.of) }
    case 'filter':
      return ofFilter(draft, plan, piece.of)
    case 'having':
    case 'kept':
      return ofHaving(draft, piece.of)
    case 'groups':
      return { words: wordsOfGroups(draft), says: saysOfGroups(draft, piece.of) }
    case 'compare':
      return { words: draft.markWords.get('along') ?? '' }
    default:
      return ofOrder(draft, piece, plan)
  }
}

/** The chart that was asked for; said even where the result chooses. */
function ofChart({ chart }: Draft): readonly Evidence[] {
  if (chart === null) return []
  return [{ piece: 'chart', words: chart.words, says: chartTypes[chart.type].title }]
}

/** From which words each piece of a drafted Query came. */
export function evidenceOf(draft: Draft, plan: Plan, asked: Query): Evidence[] {
  const known = piecesOf(asked, null).flatMap((each): Evidence[] => {
    const { words, says } = knownOf(each, draft, plan) ?? {}
    if (words === undefined) return []
    return [{ piece: pieceOf(each), words, ...(says === undefined ? {} : { says }) }]
  })
  return [...known, ...ofChart(draft)]
}
