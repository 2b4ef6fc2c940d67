import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { synonymsOfWord } from '../../semantic/synonyms.ts'
import type { Mention } from '../mention.ts'
import type { Word } from '../words.ts'

const anything = new Set(['row', 'record', 'entry', 'observation', 'instance', 'data point', 'line', 'item', 'case'])
const persons = new Set(['person', 'individual', 'passenger', 'respondent', 'participant', 'patient', 'people'])
const personal = new Set(['sex', 'gender', 'age', 'first name', 'last name', 'firstname', 'lastname'])

/** Words for what a row is: the entity, its synonyms, `rows`; people where the columns speak of people. The dataset's own name adds nothing. */
export function findEntity(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const last = model.entity.split(' ').at(-1) ?? model.entity
  const own = new Set([model.entity, last, ...synonymsOfWord(last)])
  const hasPersons = model.columns.some(({ label }) => personal.has(label.toLowerCase()))
  const named = new Set(
    wordsOfName(model.name.replace(/\.\w+$/, ''))
      .filter((word) => word.length > 3)
      .map(singular),
  )
  return words.flatMap(({ lower, isQuoted }, from): readonly Mention[] => {
    if (isQuoted) return []
    const one = singular(lower)
    const isOwn = model.entity !== 'row' && own.has(one)
    const isPerson = hasPersons && persons.has(one)
    const score = isOwn ? 0.99 : isPerson ? 0.93 : anything.has(one) ? 0.92 : 0
    if (score === 0 && named.has(one)) return [{ from, to: from + 1, meaning: { kind: 'filler' }, score: 0.9 }]
    return score === 0 ? [] : [{ from, to: from + 1, meaning: { kind: 'entity' }, score }]
  })
}
