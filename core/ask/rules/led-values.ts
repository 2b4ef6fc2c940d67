import { isFlag } from '../compose/draft.ts'
import type { Mention } from '../mention.ts'
import type { Chart } from './chart.ts'
import type { Rule } from './rule.ts'
import { valuesAlong } from './ways.ts'

/**
 * Verbs of living, going, using and calling, which say no more than the value that they lead to. A verb that says in
 * which state something is (`returned`, `delivered`, `cancelled`) is none of them.
 */
const verbs = new Set(
  'work works working worked live lives living lived reside resides residing resided based located situated housed board boarded boarding embark embarked depart departed departing depart originate originating originated travel travels travelling traveling travelled traveled fly flies flying flew ride rides riding rode drive drives driving drove go going went come comes coming came use uses using used pay pays paying paid study studies studying studied majored majoring play plays playing played speak speaks speaking spoke stay stays staying stayed sit belong belonging enrolled employed assigned tagged labelled labeled classified categorized categorised rated graded marked flagged named called titled made bought buy buying sold filed registered tracked listed train trains trained training coached taught attend attends attended sat sits came arrive arrived bank shop shops shopped buys joined'.split(
    ' ',
  ),
)

const prepositions = new Set([
  'in',
  'at',
  'from',
  'by',
  'with',
  'to',
  'as',
  'on',
  'for',
  'of',
  'through',
  'via',
  'the',
  'a',
  'an',
])
const mostBetween = 2
const surely = 0.75

/** Where the words that may stand between a verb and its value end: each place is one more of them. */
function placesAfter({ words }: Chart, from: number): readonly number[] {
  const places = [from]
  while (places.length <= mostBetween && prepositions.has(words[from + places.length - 1]?.lower ?? ''))
    places.push(from + places.length)
  return places
}

const isLed = ({ meaning, score }: Mention): boolean =>
  (meaning.kind === 'value' && score >= surely) ||
  (meaning.kind === 'column' && isFlag(meaning.column) && score >= surely)

/** `boarded at Southampton`, `paid in cash`, `work overtime`: the verb belongs to the value. */
export const ledValuesRule: Rule = {
  spec: 'K16',
  find: (chart, from) => {
    const word = chart.words[from]
    if (word === undefined || word.isQuoted || !verbs.has(word.lower)) return []
    return placesAfter(chart, from + 1).flatMap((place) => {
      const along = valuesAlong(chart, place - 1)
      if (along.length > 0) return along.map((mention) => ({ ...mention, from, score: 0.98 }))
      const led = (chart.starting[place] ?? []).filter(isLed)
      return led.map((mention) => ({ ...mention, from, score: mention.score * 0.97 }))
    })
  },
}
