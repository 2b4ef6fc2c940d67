import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Mention } from '../mention.ts'
import { matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

function bothEnds(chart: Chart, range: { readonly from: number; readonly to: number }, time: SemanticColumn): Mention {
  const words = wordsOfMatch(chart, range)
  const of = (aggregate: 'min' | 'max') => ({ column: time, aggregate, isSaid: true, words })
  const piece = { measures: [of('min'), of('max')] }
  return { ...range, score: 0.96, meaning: { kind: 'piece', rule: 'first and last', piece } }
}

/** `dates of the first and last order`. */
const named = (chart: Chart, from: number, time: SemanticColumn): readonly Mention[] =>
  matches(chart, from, [
    maybe('grain'),
    maybe('column', ({ meaning }) => meaning.column === time),
    maybe('of'),
    step('rank', ({ meaning }) => meaning.isTime),
    step('and'),
    step('rank', ({ meaning }) => meaning.isTime),
    maybe(['entity', 'column']),
  ]).map((match) => bothEnds(chart, match, time))

const spans =
  /^(?:date range|range of dates|time range|time span|time frame|timeframe|period covered|time period covered)\b/

/** `the date range of the data`. */
function spanned(chart: Chart, from: number, time: SemanticColumn): readonly Mention[] {
  const rest = chart.words.slice(from, from + 3).map(({ lower }) => lower)
  const [said] = spans.exec(rest.join(' ')) ?? []
  return said === undefined ? [] : [bothEnds(chart, { from, to: from + said.split(' ').length }, time)]
}

/** Both ends of the time. */
export const firstAndLastRule: Rule = {
  spec: 'K9',
  find: (chart, from) => {
    const time = chart.model.columns.find(({ name }) => name === chart.model.timeColumn)
    return time === undefined ? [] : [...named(chart, from, time), ...spanned(chart, from, time)]
  },
}
