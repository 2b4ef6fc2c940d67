import { isNotion } from '../askable.ts'
import { isLexical } from '../lexicon.ts'
import { lightVerbs } from '../fillers.ts'
import type { Draft } from '../compose/draft.ts'
import { unknownWords, unreadAmounts } from '../score.ts'
import type { Plan } from '../shapes/plan.ts'

/** What is said of a reading by numbers, from which the chance is told that it is what was meant. */
export type Features = Readonly<Record<string, number>>

const log = (score: number): number => Math.log(Math.max(score, 0.001))

/** How surely the words name what they were taken for. */
function matchFeatures({ items }: Draft): Features {
  const scores = items.flatMap(({ meaning, score }) =>
    meaning.kind === 'column' || meaning.kind === 'value' || meaning.kind === 'piece' ? [score] : [],
  )
  return {
    matches: Math.min(scores.length, 6),
    guesses: scores.filter((score) => score < 0.8).length,
    parts: scores.filter((score) => score >= 0.8 && score < 0.95).length,
    weakest: log(Math.min(1, ...scores)),
  }
}

/** Words that say nothing in any question; others that were passed over may have meant something. */
const empty = new Set(
  'the a an me my our we us you i it its they them their please can could would will should show give tell list find see want need did does do was were been there here that this these those some any all also just only each then so'.split(
    ' ',
  ),
)

const isDropped = (word: string): boolean => word.length > 2 && !empty.has(word)

/** What of the words was left without a use, or passed over. */
function wordFeatures(draft: Draft): Features {
  const isRead = (at: number): boolean => draft.items.some(({ from, to }) => from <= at && at < to)
  const unused = draft.items.filter((_, at) => !draft.used.has(at))
  const left = unused.filter(
    ({ meaning }) => !['of', 'is', 'in', 'and', 'has', 'asks', 'unknown', 'entity'].includes(meaning.kind),
  )
  return {
    unknown: unknownWords(draft).length,
    amounts: unreadAmounts(draft).length,
    left: left.length,
    dropped: draft.words.filter((word, at) => isDropped(word.lower) && !isRead(at)).length,
    light: draft.words.filter(({ lower }) => lightVerbs.has(lower)).length,
    length: draft.words.length / 10,
    long: draft.words.length > 14 ? 1 : 0,
    capitals: draft.words.filter(({ text, lower }, at) => at > 0 && text !== lower && !isLexical(lower)).length,
  }
}

const flag = (isTrue: boolean): number => (isTrue ? 1 : 0)

/** What figure is asked for, and how much of that was said. */
function measureFeatures({ measures, noun }: Draft, plan: Plan): Features {
  const [measure] = measures
  const column = measure?.column ?? null
  return {
    implied: flag(measures.length === 0 && plan.measures.length > 0),
    unsaid: flag(column !== null && measure?.isSaid === false),
    notion: flag(column !== null && isNotion(column)),
    noun: flag(noun?.isAssumed === true),
    measures: plan.measures.length,
  }
}

/** What kind of question it was read as. */
function shapeFeatures(draft: Draft, plan: Plan): Features {
  const rules = draft.items.flatMap(({ meaning }) => (meaning.kind === 'piece' ? [`rule ${meaning.rule}`] : []))
  return {
    [`shape ${plan.shape ?? 'grouping'}`]: 1,
    ...Object.fromEntries(rules.map((rule) => [rule, 1])),
    second: plan.factor < 1 ? log(plan.factor) : 0,
    chart: flag(draft.chart !== null),
    filters: Math.min(plan.filters.length, 4),
    groups: plan.dimensions.length,
    'no group': flag(plan.dimensions.length === 0 && plan.columns.length === 0),
    beyond: flag(draft.beyond !== null),
  }
}

/** The features of one reading; `score` is the product of what its words are worth by hand. */
export const featuresOf = (draft: Draft, plan: Plan, score: number): Features => ({
  bias: 1,
  score: log(score),
  rows: Math.min(5, Math.log10(Math.max(1, draft.model.rows))),
  small: draft.model.rows < 120 ? 1 : 0,
  'small score': draft.model.rows < 120 ? log(score) : 0,
  'chart score': draft.chart === null ? 0 : log(score),
  ...matchFeatures(draft),
  ...wordFeatures(draft),
  ...measureFeatures(draft, plan),
  ...shapeFeatures(draft, plan),
})

/** What is only known beside the other readings of the question: how far before or behind the best of them it is. */
export function besideOthers(all: readonly Features[]): readonly Features[] {
  return all.map((features, at) => {
    const others = all.filter((_, place) => place !== at).map(({ score = 0 }) => score)
    const best = others.length > 0 ? Math.max(...others) : -3
    const lead = (features['score'] ?? 0) - best
    return { ...features, lead: Math.max(-2, Math.min(2, lead)), behind: Math.min(0, lead) }
  })
}
