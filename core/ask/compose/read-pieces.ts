import type { DraftGroup, Piece } from '../rules/piece.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { free, use, wordsAt, type Draft } from './draft.ts'

function addGroups(draft: Draft, groups: readonly DraftGroup[]): void {
  for (const group of groups) {
    const isKnown = draft.groups.some(({ column, part }) => column === group.column && part === group.part)
    if (!isKnown) draft.groups.push(group)
  }
}

/** Of what a question can have once, the first that was said counts. */
function addOnce(draft: Draft, { along, over, sides, width, rank }: Piece): void {
  draft.rank ??= rank ?? null
  draft.over ??= over ?? null
  draft.along ??= along ?? null
  draft.sides ??= sides ?? null
  draft.width ??= width ?? null
}

function listColumns(draft: Draft, columns: readonly SemanticColumn[]): void {
  draft.marks.add('list')
  draft.listed = columns
}

function addAll(draft: Draft, { calculations, filters, measures, havings, groups }: Piece): void {
  draft.calculations.push(...(calculations ?? []))
  draft.filters.push(...(filters ?? []))
  draft.measures.push(...(measures ?? []))
  draft.havings.push(...(havings ?? []))
  addGroups(draft, groups ?? [])
}

/** Takes what rules made whole of several words. */
export function readPieces(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'piece')
    if (!item) continue
    use(draft, at)
    const { piece } = item.meaning
    addAll(draft, piece)
    addOnce(draft, piece)
    if (piece.countsGroups) draft.countsGroups = true
    if (piece.width !== undefined) draft.markWords.set('width', wordsAt(draft, at))
    if (piece.listed) listColumns(draft, piece.listed)
    if (piece.correlates) draft.marks.add('correlate')
    if (piece.outliers) draft.outliers = { ...draft.outliers, ...piece.outliers }
  }
}
