import type { Filter } from '../../query/filter.ts'
import { isMeasure } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, surenessOf, wordsOfMatch, type Chart, type Match, type Step } from './chart.ts'
import { capital, formulaOf, measureOfFormula } from './operand.ts'
import type { Rule } from './rule.ts'

const isLink =
  (chart: Chart, pattern: RegExp) =>
  (mention: Mention): boolean =>
    pattern.test(wordsOfMatch(chart, mention).toLowerCase())

const filterOf = ({ meaning: { column, values } }: MentionOf<'value'>): Filter => ({
  op: 'in',
  column: column.name,
  values: [...values],
})

/** The rows that have the one value over those that have the other. */
function ratio(chart: Chart, match: Match, places: readonly [number, number]): readonly Mention[] {
  const [one, other] = places.map((place) => at(match, place, 'value'))
  if (
    !one ||
    !other ||
    one.meaning.column !== other.meaning.column ||
    one.meaning.values.join() === other.meaning.values.join()
  )
    return []
  const [top, bottom] = [one, other].map((value) => formulaOf({ column: null, aggregate: 'count' }, filterOf(value)))
  if (!top || !bottom) return []
  const as = capital(`${String(one.meaning.values[0])} per ${String(other.meaning.values[0])}`)
  const asked = measureOfFormula(`${top} / ${bottom}`, as, 'number')
  const measure = { column: null, aggregate: 'mean' as const, isSaid: true, words: wordsOfMatch(chart, match), asked }
  return [
    {
      from: match.from,
      to: match.to,
      score: 0.98 * surenessOf(match),
      meaning: { kind: 'piece', rule: 'ratio of values', piece: { measures: [measure] } },
    },
  ]
}

/** `cost` after a value is what is divided, and no noun for the rows. */
const noun = maybe(['entity', 'column'], ({ meaning }) => meaning.kind !== 'column' || !isMeasure(meaning.column))
const value = step('value')

/** What follows the second value: `employees`, `one`, `ratio`. */
function withTail(chart: Chart, match: Match): Match {
  const next = chart.words[match.to]?.lower ?? ''
  return next === 'one' || next === 'ones' ? { ...match, to: match.to + 1 } : match
}

/** `cancelled orders for every delivered one`, `ratio of men to women`, `male to female ratio`. */
export const ratioOfValuesRule: Rule = {
  spec: 'K43',
  find: (chart, from) => {
    const every = step('per', isLink(chart, /^(for every|for each|per|to every|to each)$/))
    const to: Step = step(['unknown', 'filler', 'in', 'and', 'versus'], isLink(chart, /^(to|and|vs|versus)$/))
    const after = matches(chart, from, [value, noun, every, value, noun]).flatMap((match) =>
      ratio(chart, withTail(chart, match), [0, 3]),
    )
    const led = matches(chart, from, [step('ratio'), maybe('of'), value, noun, to, value, noun]).flatMap((match) =>
      ratio(chart, match, [2, 5]),
    )
    const closed = matches(chart, from, [value, to, value, noun, step('ratio')]).flatMap((match) =>
      ratio(chart, match, [0, 2]),
    )
    return [...after, ...led, ...closed]
  },
}
