import { decisionOf } from '#core/semantic/model/apply-document.ts'
import type { ColumnDecision, ModelDocument } from '#core/semantic/model/model-document.ts'
import type { Draft } from './draft.ts'

type Lists = 'groups' | 'calculations' | 'measures' | 'relationships' | 'rows'
type Item<List extends Lists> = ModelDocument[List][number]

/** Changes a decision on a column; undefined restores the generated value. */
export function decide(
  draft: Draft,
  column: string,
  said: { [Key in keyof ColumnDecision]: ColumnDecision[Key] | undefined },
): void {
  draft.change(`${column} ${Object.keys(said).join()}`, (document) => {
    const decided = { ...decisionOf(document, column), ...said }
    const entries = Object.entries(decided).filter(([, value]) => value !== undefined)
    const { [column]: _before, ...others } = document.columns
    return {
      ...document,
      columns: entries.length === 0 ? others : { ...others, [column]: Object.fromEntries(entries) },
    }
  })
}

/** Changes a list item; consecutive changes of the same field are one undo step. */
export function changeItem<List extends Lists>(
  draft: Draft,
  [list, at]: readonly [List, number],
  change: Partial<Item<List>>,
): void {
  draft.change(`${list} ${at} ${Object.keys(change).join()}`, (document) => {
    const items = document[list].map((each, place) => (place === at ? { ...each, ...change } : each))
    return { ...document, [list]: items }
  })
}

/** Appends a list item and returns its index. */
export function addItem<List extends Lists>(draft: Draft, list: List, item: Item<List>): number {
  const at = draft.document.value?.[list].length ?? 0
  draft.change(`${list} new ${at}`, (document) => ({ ...document, [list]: [...document[list], item] }))
  return at
}

export const removeItem = (draft: Draft, list: Lists, at: number): void =>
  draft.change(`${list} gone ${at}`, (document) => ({
    ...document,
    [list]: document[list].filter((_, place) => place !== at),
  }))
