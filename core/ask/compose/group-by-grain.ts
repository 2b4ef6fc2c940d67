import type { Grain } from '../../semantic/vocabulary.ts'
import { addGroup } from './add-group.ts'
import { beyondKinds, free, isMoment, use, wordsAt, type Draft } from './draft.ts'

/** Cuts the moments by a grain: those named beside it, else the dataset's own. Dates have no hours. */
export function groupByGrain(draft: Draft, at: number, grain: Grain): boolean {
  const places = [beyondKinds(draft, at, 1, ['of', 'in']), beyondKinds(draft, at, -1, ['per', 'in'])]
  const place = places.find((each) => free(draft, each, 'column')?.meaning.column.role === 'time')
  const named = place === undefined ? undefined : free(draft, place, 'column')?.meaning.column
  const column = named ?? draft.model.columns.find(({ name }) => name === draft.model.timeColumn)
  if (column === undefined || (!isMoment(column) && grain !== 'year')) return false
  if (grain === 'hour' && column.type === 'date') return false
  use(draft, at, ...(place === undefined ? [] : [place]))
  const isSubject = draft.items[at - 1]?.meaning.kind === 'asks'
  const isEach = /^(each|every|per)\b/i.test(wordsAt(draft, at))
  addGroup(draft, column, { words: wordsAt(draft, at), grain, isSubject, isEach })
  return true
}
