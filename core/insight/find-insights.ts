import { query as querySchema } from '../query/query.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { falseDiscoveryRates } from '../stats/false-discovery.ts'
import type { Finding, Insight, InsightKind, RunQuery } from './insight.ts'
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

export type Insights = {
  /** Clearest first. */
  readonly insights: readonly Insight[]
  /** Tests that were made, each of which could have been called a finding by chance. */
  readonly looked: number
}

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

/** Findings that are more than chance among all that were made, and large enough to matter. */
function chosen(findings: readonly Finding[]): readonly Insight[] {
  const rates = falseDiscoveryRates(findings.map(({ pValue }) => pValue))
  const insights = findings
    .map((finding, at): Insight => ({ ...finding, q: rates[at] ?? 1 }))
    .filter(({ q, effect, kind }) => q <= budget && effect >= leastEffect[kind])
  return withoutRepeats(insights.toSorted((a, b) => b.effect - a.effect))
}

/**
 * Looks at a dataset from every side that its model offers, and tells what is more than chance. Queries run one after
 * the other; one that fails is left out.
 */
export async function findInsights(model: SemanticModel, run: RunQuery): Promise<Insights> {
  const subject = subjectOf(model)
  const findings: Finding[] = []
  for (const look of looks.flatMap((each) => each(subject)).slice(0, mostQueries)) {
    const table = await run(querySchema.parse(look.query))
    if (table) findings.push(...look.judge(table).filter(({ pValue }) => Number.isFinite(pValue)))
  }
  return { insights: chosen(findings), looked: findings.length }
}
