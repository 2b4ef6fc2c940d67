import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { isMoment } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import { capital, measureOfFormula } from './operand.ts'
import type { Rule } from './rule.ts'

const units = { hour: 'hours', day: 'days', week: 'weeks', month: 'months', year: 'years' } as const
type Unit = keyof typeof units

const lead =
  /^(?:(?:the|number of|total) )*(?:(?:length|duration|time|how long|gap|lag|delay|lead time|turnaround time|turnaround|elapsed time|time span)(?: in (?<unit>hours|days|weeks|months|years))?|(?<plain>hours|days|weeks|months|years))(?: it takes| taken| elapsed| passed)? (?<link>from|between)\b/

const unitOf = (said: string | undefined): Unit =>
  said === 'hours'
    ? 'hour'
    : said === 'weeks'
      ? 'week'
      : said === 'months'
        ? 'month'
        : said === 'years'
          ? 'year'
          : 'day'

const mostWords = 9

const isTime = ({ meaning: { column } }: MentionOf<'column'>): boolean => isMoment(column)

/** What the lengths come to: one figure of all, the average where nothing else is said. */
const computed: readonly Aggregate[] = ['mean', 'median', 'min', 'max', 'sum', 'sd']
const told: Partial<Record<Aggregate, string>> = {
  mean: 'average',
  sum: 'total',
  min: 'shortest',
  max: 'longest',
  sd: 'standard deviation of',
}

type Length = {
  readonly from: number
  readonly to: number
  readonly aggregate: Aggregate
  readonly unit: Unit
  readonly ends: readonly [SemanticColumn, SemanticColumn]
}

function piece(chart: Chart, { from, to, aggregate, unit, ends: [start, end] }: Length): Mention {
  const formula = `${aggregate}(date_diff('${unit}', ${bracketed(start.name)}, ${bracketed(end.name)}))`
  const as = capital(
    `${told[aggregate] ?? aggregate} ${units[unit]} from ${start.label.toLowerCase()} to ${end.label.toLowerCase()}`,
  )
  const words = wordsOfMatch(chart, { from, to })
  const measure = {
    column: null,
    aggregate: 'mean' as const,
    isSaid: true,
    words,
    asked: measureOfFormula(formula, as, 'number'),
  }
  return { from, to, score: 0.95, meaning: { kind: 'piece', rule: 'time between', piece: { measures: [measure] } } }
}

const isTo = (chart: Chart, from: number, link: string | undefined): boolean => {
  const word = chart.words[from]?.lower ?? ''
  return link === 'between' ? word === 'and' : word === 'to' || word === 'until' || word === 'till'
}

/** The two moments that stand from a word on; each a column of its own. */
function endsFrom(
  chart: Chart,
  from: number,
  link: string | undefined,
): readonly { readonly ends: Length['ends']; readonly to: number }[] {
  return matches(chart, from, [step('column', isTime)]).flatMap((first) => {
    if (!isTo(chart, first.to, link)) return []
    return matches(chart, first.to + 1, [step('column', isTime)]).flatMap((second) => {
      const [start, end] = [at(first, 0, 'column')?.meaning.column, at(second, 0, 'column')?.meaning.column]
      return start && end && start !== end ? [{ ends: [start, end] as const, to: second.to }] : []
    })
  })
}

/** `average length in days from start to end`, `days between order date and ship date`. */
export const timeBetweenRule: Rule = {
  spec: 'O2',
  find: (chart, from) => {
    const starts = matches(chart, from, [maybe('aggregate')]).map((match) => ({ match, to: match.to }))
    return [{ match: null, to: from }, ...starts].flatMap(({ match, to }) => {
      const aggregate = (match && at(match, 0, 'aggregate')?.meaning.aggregate) ?? 'mean'
      const rest = chart.words
        .slice(to, to + mostWords)
        .map(({ lower }) => lower)
        .join(' ')
      const said = lead.exec(rest)
      if (said === null || !computed.includes(aggregate)) return []
      const { unit, plain, link } = said.groups ?? {}
      return endsFrom(chart, to + said[0].split(' ').length, link).map(({ ends, to: end }) =>
        piece(chart, { from, to: end, aggregate, unit: unitOf(unit ?? plain), ends }),
      )
    })
  },
}
