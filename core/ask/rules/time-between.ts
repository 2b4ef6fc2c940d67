import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { isMoment } from '../compose/draft.ts'
import type { Mention, MentionOf } from '../mention.ts'
import { at, matches, maybe, step, wordsOfMatch, type Chart } from './chart.ts'
import { capital, measureOfFormula } from './operand.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { stem } from '../words.ts'
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

/** Verbs and nouns of what takes time, with the words of the columns of its beginning and of its end. */
const processes: readonly (readonly [said: RegExp, start: RegExp, end: RegExp])[] = [
  [
    /^(deliver|delivered|delivery|arrive|transit|shipping|ship)$/,
    /^(ship|shipped|order|ordered|dispatched|sent|pickup|purchase|placed)$/,
    /^(deliver|delivered|delivery|arrival|arrived|received)$/,
  ],
  [
    /^(resolve|resolved|resolution|close|closed|fix|solve|handle|handling|turnaround|processing|process)$/,
    /^(open|opened|created|reported|submitted|received|start)$/,
    /^(resolve|resolved|closed|close|solved|completed|processed|finished|end)$/,
  ],
  [
    /^(complete|completed|completion|finish|project|lead|cycle)$/,
    /^(start|started|begin|opened|created|ordered|order)$/,
    /^(complete|completed|completion|finish|finished|end|closed|delivered|done)$/,
  ],
  [
    /^(hire|fill|recruit|hiring)$/,
    /^(posted|opened|applied|application|created|open)$/,
    /^(hired|hire|filled|closed|accepted|start)$/,
  ],
  [
    /^(pay|payment|settle|collect)$/,
    /^(invoice|invoiced|issued|billed|due|order)$/,
    /^(paid|payment|settled|received)$/,
  ],
]

const nouns =
  /^(?:(?:the|our) )?(?<what>[a-z]+) (?:time|times|duration|turnaround|days)(?: in (?<unit>hours|days|weeks|months))?(?= |$)/

/** The only two moments that a process begins and ends with. */
function endsOf({ model }: Chart, what: string): Length['ends'] | null {
  const moments = model.columns.filter(isMoment)
  const named = (pattern: RegExp): readonly SemanticColumn[] =>
    moments.filter(({ name }) => wordsOfName(name).some((word) => pattern.test(word)))
  for (const [said, start, end] of processes) {
    if (!said.test(what)) continue
    const [first, last] = [named(start), named(end)]
    const [from, to] = [first.filter((column) => !last.includes(column)), last]
    if (from.length === 1 && to.length === 1 && from[0] && to[0]) return [from[0], to[0]]
  }
  return null
}

/** Is a column of its length named so? Then it is meant, and not the moments. */
const isLengthNamed = ({ model }: Chart, what: string): boolean =>
  model.columns.some(
    ({ role, name, synonyms }) =>
      role === 'measure' &&
      [name, ...synonyms].some((each) => wordsOfName(each).some((word) => stem(word) === stem(what))),
  )

/** `longest`, `slowest`: one end of all that time. */
const endOf = (rank: MentionOf<'rank'> | null): Aggregate => {
  const isSlow = rank?.meaning.of.includes('speed') === true
  const isMost = rank?.meaning.direction === 'descending'
  return isMost === isSlow ? 'min' : 'max'
}

/** `average delivery time in days`, `shipping time by carrier`: of what a process begins and ends with. */
function ofProcess(chart: Chart, from: number): readonly Mention[] {
  const starts = matches(chart, from, [step(['aggregate', 'rank']), maybe('of')]).map((match) => ({
    aggregate: at(match, 0, 'aggregate')?.meaning.aggregate ?? endOf(at(match, 0, 'rank')),
    to: match.to,
  }))
  return [{ aggregate: 'mean' as const, to: from }, ...starts].flatMap(({ aggregate, to }) => {
    const rest = chart.words
      .slice(to, to + 5)
      .map(({ lower }) => lower)
      .join(' ')
    const said = nouns.exec(rest)
    const ends =
      said && !isLengthNamed(chart, said.groups?.['what'] ?? '') ? endsOf(chart, said.groups?.['what'] ?? '') : null
    if (said === null || ends === null || !computed.includes(aggregate)) return []
    return [
      piece(chart, { from, to: to + said[0].split(' ').length, aggregate, unit: unitOf(said.groups?.['unit']), ends }),
    ]
  })
}

/** `average length in days from start to end`, `days between order date and ship date`. */
export const timeBetweenRule: Rule = {
  spec: 'O2',
  find: (chart, from) => [...fromTo(chart, from), ...ofProcess(chart, from)],
}

/** `days between order date and ship date`. */
function fromTo(chart: Chart, from: number): readonly Mention[] {
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
}
