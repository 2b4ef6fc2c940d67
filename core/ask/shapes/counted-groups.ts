import { plural } from '../../charts/labels.ts'
import { modelOver, nounOfGroups } from '../../charts/model-over.ts'
import { type Dimension, nameOfDimension } from '../../query/dimension.ts'
import type { Filter } from '../../query/filter.ts'
import type { Groups } from '../../query/groups.ts'
import type { Measure } from '../../query/measure.ts'
import { singular } from '../../profile/name-words.ts'
import type { DraftGroup, DraftMeasure } from '../rules/piece.ts'
import { wordsOfFilter } from '../filter-words.ts'
import type { Draft } from '../compose/draft.ts'
import { chartOfGroups, countNamed, dimensionOf, havingsOf, nameOfShare, type Plan, sortOf } from './plan.ts'

/** A value that is not known is no group that people count. */
function knownOnly({ column, grain }: DraftGroup): readonly Filter[] {
  const name = nameOfDimension(dimensionOf({ column, grain, bins: null, words: '', isSubject: true, isPlural: true }))
  return column.nulls > 0 ? [{ op: 'not', filter: { op: 'isNull', column: name } }] : []
}

/** Groups of a subject within those that the answer is cut by. */
export function groupsOf(subject: DraftGroup, others: readonly DraftGroup[], draft: Draft): Groups {
  const own = dimensionOf(subject)
  const isNoun = subject.grain === null && /^\p{Ll}+$/u.test(subject.words)
  const called = isNoun
    ? singular(subject.words)
    : nounOfGroups({ dimensions: [own], measures: [], having: [] }, draft.model)
  return { dimensions: [own, ...others.map(dimensionOf)], measures: [], having: [...knownOnly(subject)], called }
}

/** What the answer is cut by, as a column of the groups. */
export const dimensionsOver = (others: readonly DraftGroup[]): readonly Dimension[] =>
  others.map((group) => ({ column: nameOfDimension(dimensionOf(group)) }))

const isOf = ({ column, aggregate }: DraftMeasure, subject: DraftGroup): boolean =>
  column === null || (column === subject.column && (aggregate === 'distinct' || aggregate === 'count'))

const asksOfGroups = ({ havings, countsGroups, marks }: Draft): boolean =>
  havings.length > 0 && (countsGroups || marks.has('share'))

/** How many groups meet conditions, or which part of them: `how many customers have more than 3 orders`. */
export function countedGroups(draft: Draft): Plan | null {
  if (!asksOfGroups(draft)) return null
  const subject = draft.groups.find(({ isSubject }) => isSubject)
  const isAlone = subject !== undefined && draft.measures.every((measure) => isOf(measure, subject))
  if (!isAlone || draft.rank !== null) {
    draft.beyond ??= 'a count of groups beside other figures'
    return null
  }
  const others = draft.groups.filter((group) => group !== subject && group.column !== subject.column)
  const { having, measures } = havingsOf(draft, countNamed)
  const groups = { ...groupsOf(subject, others, draft), measures: once(measures) }
  const isShare = draft.marks.has('share')
  const counted = isShare
    ? shareOf(draft, groups, { having, isCut: others.length > 0 })
    : { aggregate: 'count' as const }
  return {
    dimensions: dimensionsOver(others),
    measures: [counted],
    columns: [],
    groups: isShare ? groups : { ...groups, having: [...groups.having, ...having] },
    filters: draft.filters,
    sort: sortOf(draft, [], [counted]),
    limit: null,
    chart: chartOfGroups(draft, [], [counted]),
    factor: 1,
  }
}

type Parting = { readonly having: readonly Filter[]; readonly isCut: boolean }

function shareOf({ model }: Draft, groups: Groups, { having, isCut }: Parting): Measure {
  const [only, ...more] = having
  const filter: Filter = only && more.length === 0 ? only : { op: 'and', filters: [...having] }
  const says = wordsOfFilter(filter, modelOver({ groups }, model))
  const whole = plural(nounOfGroups(groups, model))
  return { aggregate: 'count', filter, share: isCut ? 'group' : true, as: nameOfShare(whole, says) }
}

const once = (measures: readonly Measure[]): Measure[] => {
  const keys = measures.map((measure) => JSON.stringify(measure))
  return measures.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}
