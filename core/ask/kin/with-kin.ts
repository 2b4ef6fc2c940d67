import { onceFor } from '../../once-for.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import type { Kin } from '../../semantic/kin.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { askable, isNotion } from '../askable.ts'
import { headOfName, isVague } from '../candidates/find-columns.ts'
import { isFlag } from '../compose/draft.ts'
import { isLexical } from '../lexicon.ts'
import { stem } from '../words.ts'
import { kinOfWord, type KinWord } from './kin-of-word.ts'

/** A synonym is already one step from the name. */
const ofSynonym = 3
const leastNear = 1

/** Values are proposed in columns of few. */
const mostDistinct = 30
const shortestValue = 4

type Near = { readonly column: string; readonly value: string | null; readonly stem: string; readonly nearness: number }

const nearTo = (word: string, less: number, isKept: (kin: KinWord) => boolean = () => true) =>
  kinOfWord(word).flatMap((kin) => {
    const nearness = kin.nearness - less
    return nearness >= leastNear && isKept(kin) ? [{ stem: kin.stem, nearness }] : []
  })

/** What may be said for the name of a column: for the word of it that says what it is, and for its synonyms. */
function ofColumn(column: SemanticColumn): readonly Near[] {
  const { name, label, synonyms, role } = column
  if (role === 'id' || isFlag(column)) return []
  const head = headOfName(label)
  // The `rate` of a discount rate alone says nothing.
  const own = head !== null && isLexical(head) ? null : head
  const others = synonyms.filter((synonym) => !synonym.includes(' ')).map(stem)
  return [
    ...(own === null ? [] : nearTo(own, 0)),
    ...others.filter((other) => other !== own).flatMap((other) => nearTo(other, ofSynonym)),
  ].map((near) => ({ ...near, column: name, value: null }))
}

/** What may be said for a value of one word; a broader word would mean more than it. */
function ofValues({ name, role, type, distinct, values }: SemanticColumn): readonly Near[] {
  if (type !== 'text' || role !== 'dimension' || distinct > mostDistinct) return []
  return values.flatMap((value) => {
    const [word = '', ...others] = wordsOfName(value)
    if (others.length > 0 || word.length < shortestValue) return []
    return nearTo(stem(word), 0, ({ isBroader }) => !isBroader).map((near) => ({ ...near, column: name, value }))
  })
}

/** Every word that the names and values hold has a meaning of its own. */
const wordsIn = ({ columns }: SemanticModel): ReadonlySet<string> =>
  new Set(
    columns.flatMap(({ label, synonyms, values }) =>
      [label, ...synonyms, ...values].flatMap((text) => wordsOfName(text).map(stem)),
    ),
  )

/** Of what one word could mean, what it is nearest to. */
function nearest(all: readonly Near[]): readonly Near[] {
  const most = new Map<string, number>()
  for (const near of all) most.set(near.stem, Math.max(most.get(near.stem) ?? 0, near.nearness))
  return all.filter(({ stem: own, nearness }) => nearness === most.get(own))
}

function gathered(all: readonly Near[]): readonly Kin[] {
  const found = new Map<string, Kin>()
  for (const { column, value, stem: own, nearness } of all) {
    const key = JSON.stringify([column, value])
    const known = found.get(key)
    found.set(key, { column, value, words: { ...known?.words, [own]: nearness } })
  }
  return [...found.values()]
}

/** The model with the words that are near in meaning to its names and values: made once for each model. */
export const withKin = onceFor((model: SemanticModel): SemanticModel => {
  const columns = askable(model).columns.filter((column) => !isNotion(column))
  const known = wordsIn(askable(model))
  const all = columns.flatMap((column) => [...ofColumn(column), ...ofValues(column)])
  return { ...model, kin: [...gathered(nearest(all.filter(({ stem: own }) => !known.has(own) && !isVague(own))))] }
})
