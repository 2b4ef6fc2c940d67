import { onceFor } from '../../once-for.ts'
import type { Kin } from '../../semantic/kin.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { singular } from '../../profile/name-words.ts'
import type { Meaning, Mention } from '../mention.ts'
import type { Word } from '../words.ts'

/** How surely a word means what it is hardly near to; and how much each step of nearness adds. */
const least = 0.62
const step = 0.015
/** Of several that are as near, each is less likely. */
const ofRivals = 0.85

type Meant = { readonly kin: Kin; readonly nearness: number }

/** What each stem may mean. */
const meantBy = onceFor(({ kin = [] }: SemanticModel): ReadonlyMap<string, readonly Meant[]> => {
  const found = new Map<string, Meant[]>()
  for (const one of kin)
    for (const [stem, nearness] of Object.entries(one.words))
      found.set(stem, [...(found.get(stem) ?? []), { kin: one, nearness }])
  return found
})

function meaningOf({ column: name, value }: Kin, word: Word, { columns }: SemanticModel): Meaning | null {
  const column = columns.find((each) => each.name === name)
  if (column === undefined) return null
  if (value !== null) return { kind: 'value', column, values: [value] }
  return { kind: 'column', column, isPlural: singular(word.lower) !== word.lower }
}

/** A number, quoted words and a name mean themselves. */
const isPlain = ({ text, lower, isQuoted }: Word, at: number): boolean =>
  !isQuoted && /^\p{L}{3,}$/u.test(text) && (at === 0 || text === lower)

/** What words that nothing else explains may mean, told by words near to them: a guess. */
export const findKin = (
  words: readonly Word[],
  model: SemanticModel,
  isOpen: (at: number) => boolean,
): readonly Mention[] =>
  words.flatMap((word, from) => {
    if (!isPlain(word, from) || !isOpen(from)) return []
    const meant = meantBy(model).get(word.stem) ?? []
    return meant.flatMap(({ kin, nearness }): readonly Mention[] => {
      const meaning = meaningOf(kin, word, model)
      const score = (least + step * nearness) * (meant.length > 1 ? ofRivals : 1)
      return meaning === null ? [] : [{ from, to: from + 1, meaning, score, isGuess: true }]
    })
  })
