import { findPerson, findMeasured } from '../candidates/find-concepts.ts'
import { isMeasure } from '../compose/draft.ts'
import { isLexical } from '../lexicon.ts'
import { wordsOfName, singular } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { stem } from '../words.ts'
import { wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

/** What people do of whom such a noun speaks: `spend` of `spenders`; null for other words. */
function deedOf(word: string): string | null {
  const one = singular(word)
  const deed = /^(\p{L}{3,})(?:er|or)$/u.exec(one)?.[1] ?? null
  return deed === null || isLexical(one) ? null : deed
}

/** The figure that tells how much they do: `goals` of `goalscorers`, `amount` of `spenders`. */
function figureOf(deed: string, model: SemanticModel): SemanticColumn | null {
  const deeds = [deed, `${deed}e`, deed.replace(/(.)\1$/, '$1')]
  const named = model.columns.filter(
    (column) =>
      isMeasure(column) &&
      wordsOfName(column.label).some((word) => {
        const own = singular(word)
        return deeds.some((each) => stem(each) === stem(own) || (own.length > 3 && each.startsWith(own)))
      }),
  )
  const [only, ...others] = named
  if (only !== undefined) return others.length === 0 ? only : null
  return deeds.map((each) => findMeasured(each, model)).find((column) => column !== null) ?? null
}

/** Does something else already explain the word? */
const isExplained = ({ starting }: Chart, from: number): boolean =>
  (starting[from] ?? []).some(({ meaning, isGuess }) => !isGuess && meaning.kind !== 'unknown')

const score = 0.8

/** `top 5 spenders`, `biggest earners`: people by the figure of what they do. */
export const agentsRule: Rule = {
  spec: 'K33',
  find: (chart, from) => {
    const word = chart.words[from]
    const deed = word === undefined || word.isQuoted || isExplained(chart, from) ? null : deedOf(word.lower)
    const [figure, person] = deed === null ? [null, null] : [figureOf(deed, chart.model), findPerson(chart.model)]
    if (word === undefined || figure === null || person === null) return []
    const words = wordsOfMatch(chart, { from, to: from + 1 })
    const isPlural = singular(word.lower) !== word.lower
    const piece = {
      groups: [{ column: person, grain: null, bins: null, words, isSubject: true, isPlural }],
      measures: [{ column: figure, aggregate: figure.defaultAggregate, isSaid: false, words }],
    }
    return [{ from, to: from + 1, score, meaning: { kind: 'piece', rule: 'agents', piece } }]
  },
}
