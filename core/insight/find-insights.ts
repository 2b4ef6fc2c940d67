import { query as querySchema } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { falseDiscoveryRates } from '../stats/false-discovery.ts'
import { type Finding, type Insight, type InsightKind, keyOf, type RunQuery } from './insight.ts'
import { looks } from './looks/registry.ts'
import { subjectOf } from './subject.ts'

/** The share of false findings that is allowed among those that are shown. */
const budget = 0.05
/** Smaller effects are no news, however sure. */
const leastEffect: Readonly<Record<InsightKind, number>> = {
  difference: 0.15,
  concentration: 0.3,
  association: 0.15,
  relation: 0.2,
  trend: 0.3,
}
const mostQueries = 250
/** The chance below which a finding outside the budget is told as one that is not sure. */
const worthTelling = 0.05
const mostDoubtful = 10

export type Insights = {
  /** Clearest first, those that are true by definition last. */
  readonly insights: readonly Insight[]
  /** What looks like something, and may be chance among all that was looked at. */
  readonly doubtful: readonly Insight[]
  /** Tests that were made, each of which could have been called a finding by chance. */
  readonly looked: number
  /** Queries that were not answered: they failed, or the search was ended before. */
  readonly unanswered: number
}

/** Follows a search, and may end it; what was looked at until then is judged. */
export type Watch = {
  readonly onLook: (done: number, of: number) => void
  readonly isStopped: () => boolean
}
const unwatched: Watch = { onLook: () => {}, isStopped: () => false }

/** A relation or association at least this strong says that two columns are one. */
const oneAndTheSame = 0.98

/** The first of each set of columns that are one, by the name of each. */
function twinsIn(insights: readonly Insight[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  for (const { kind, effect, about } of insights) {
    const [a = '', b = ''] = about
    const isTwin = (kind === 'relation' || kind === 'association') && effect >= oneAndTheSame
    if (isTwin) first.set(b, first.get(a) ?? a)
  }
  return first
}

/** The strongest of those that say the same, also of columns that are one. */
function withoutRepeats(insights: readonly Insight[]): readonly Insight[] {
  const twins = twinsIn(insights)
  const said = new Set<string>()
  return insights.filter(({ kind, about }) => {
    const key = [kind, ...about.map((name) => twins.get(name) ?? name).toSorted()].join('\n')
    const isNew = !said.has(key)
    said.add(key)
    return isNew
  })
}

/** One column decides the other, such as a city its country: true by definition, and told after what could be otherwise. */
const isByDefinition = ({ kind, effect }: Insight): boolean => kind === 'association' && effect >= oneAndTheSame

/** Findings large enough to matter: those that are more than chance among all that were made, and those in doubt. */
function chosen(findings: readonly Finding[]): Pick<Insights, 'insights' | 'doubtful'> {
  const rates = falseDiscoveryRates(findings.map(({ pValue }) => pValue))
  const large = findings
    .map((finding, at): Insight => ({ ...finding, q: rates[at] ?? 1 }))
    .filter(({ effect, kind }) => effect >= leastEffect[kind])
    .toSorted((a, b) => b.effect - a.effect)
  const sure = withoutRepeats(large.filter(({ q }) => q <= budget))
  const insights = sure.toSorted((a, b) => Number(isByDefinition(a)) - Number(isByDefinition(b)))
  const said = new Set(insights.map(keyOf))
  const doubtful = withoutRepeats(large.filter(({ q, pValue }) => q > budget && pValue <= worthTelling))
  return { insights, doubtful: doubtful.filter((each) => !said.has(keyOf(each))).slice(0, mostDoubtful) }
}

/**
 * Looks at a dataset from every side that its model offers, and tells what is more than chance. Queries run one after
 * the other; one that fails is left out, and counted.
 */
export async function findInsights(model: SemanticModel, run: RunQuery, watch: Watch = unwatched): Promise<Insights> {
  const subject = subjectOf(model)
  const findings: Finding[] = []
  let answered = 0
  const asked = looks.flatMap((each) => each(subject)).slice(0, mostQueries)
  for (const [at, look] of asked.entries()) {
    if (watch.isStopped()) break
    const table = await run(querySchema.parse(look.query))
    if (table) {
      answered += 1
      findings.push(...look.judge(table).filter(({ pValue }) => Number.isFinite(pValue)))
    }
    watch.onLook(at + 1, asked.length)
  }
  return { ...chosen(findings), looked: findings.length, unanswered: asked.length - answered }
}
