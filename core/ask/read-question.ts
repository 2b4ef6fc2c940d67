import { shownBy } from '../charts/intent.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { mostOf, query, type Query } from '../query/query.ts'
import { bracketed } from '../semantic/formula/print.ts'
import { validateQuery } from '../query/validate-query.ts'
import { nameOfMeasure } from '../query/measure.ts'
import { askable } from './askable.ts'
import { compose } from './compose/compose.ts'
import { nounOf, type Draft, type OpenFigure } from './compose/draft.ts'
import { coversOf, type Cover } from './cover.ts'
import { evidenceOf } from './draft-evidence.ts'
import { makeReading } from './make-reading.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './reading.ts'
import { wantsOf } from './wants.ts'
import { faint, leastOfGuess, mostOfGuess, plausible, scoreOf, unknownWords, unreadAmounts } from './score.ts'
import { havingsOf, type Plan } from './shapes/plan.ts'
import { plansOf } from './shapes/shapes.ts'
import { chanceOf } from './rank/chance.ts'
import { besideOthers, featuresOf, type Features } from './rank/features.ts'
import { wordsOf } from './words.ts'

/** The readings of a question, likeliest first, and what stood in the way. */
export type Read = {
  readonly readings: readonly Reading[]
  /** What the question asks for that cannot be computed here, in words. */
  readonly beyond: string | null
  /** Numbers of the question that the likeliest reading has no use for. */
  readonly unread: readonly string[]
  /** Words without a meaning in this data, in the likeliest reading. */
  readonly unknown: readonly string[]
  /** Those of them that the reading has no use for: no answer passes over them. */
  readonly unused: readonly string[]
  /** The column whose spread has to be known before the likeliest reading is one. */
  readonly wants: string | null
  /** How much the words say for the second reading, of what they say for the first: 1 where as much. */
  readonly closeness: number
  /** What the likeliest reading computes or ranks by is not said. */
  readonly openFigure: OpenFigure | null
}

/** The words that stand in the way: a noun that was taken for the rows has a use, and is at fault only where all others have. */
export const wordsAtFault = ({ unused, unknown }: Read): readonly string[] => (unused.length > 0 ? unused : unknown)

const mostCovers = 24
const mostReadings = 6
/** Reading takes longer with every word; nobody asks one thing in more. */
const mostWords = 100

/** The Query of a plan, with the conditions on groups and the measures that these are of. */
function queryOf(plan: Plan, draft: Draft): Query {
  const { model } = draft
  const isApart = plan.columns.length > 0 || plan.groups !== undefined
  const { having, measures } = isApart ? { having: [], measures: [] } : havingsOf(draft)
  const known = new Set(plan.measures.map(nameOfMeasure))
  return query.parse({
    dataset: model.dataset,
    calculations: draft.calculations,
    dimensions: plan.dimensions,
    measures: [...plan.measures, ...measures.filter((measure) => !known.has(nameOfMeasure(measure)))],
    having: [...(plan.having ?? []), ...having],
    ...(plan.compare ? { compare: plan.compare } : {}),
    ...(plan.groups ? { groups: plan.groups } : {}),
    ...(plan.statistic === undefined ? {} : { statistic: plan.statistic }),
    columns: plan.columns,
    filters: plan.filters.map(({ filter }) => filter),
    sort: plan.sort,
    ...(plan.limit === null ? {} : { limit: plan.limit }),
  })
}

/** What of a plan one Query cannot ask for at once, in words; null where it can. */
function tooMuchIn(plan: Plan): string | null {
  if (plan.dimensions.length > mostOf.dimensions) return `grouping by more than ${mostOf.dimensions} columns at once`
  if (plan.measures.length > mostOf.measures) return `more than ${mostOf.measures} figures at once`
  if (plan.filters.length > mostOf.filters) return `more than ${mostOf.filters} conditions at once`
  return plan.columns.length > mostOf.columns ? `more than ${mostOf.columns} columns at once` : null
}

function readingOf(draft: Draft, plan: Plan, likely: number): Reading {
  const wants = wantsOf(draft)
  const { query: asked, chart } = shownBy(plan.chart, queryOf(plan, draft), draft.model)
  return makeReading(
    {
      query: asked,
      chart,
      evidence: evidenceOf(draft, plan, asked),
      score: Math.min(1, scoreOf(draft, plan.factor) * likely),
      ...(wants.length > 0 ? { wants } : {}),
      ...(plan.asksOne ? { asksOne: true } : {}),
      ...(nounOf(draft) === draft.model.entity ? {} : { noun: nounOf(draft) }),
    },
    draft.model,
  )
}

/** A noun that was taken for the rows is a word without a meaning in the data, too. */
const assumedNoun = ({ noun }: Draft): readonly string[] => (noun?.isAssumed ? [noun.words] : [])

/** Words that no part of a draft is made of; a noun too, where the data calls its rows something else. */
const unusedIn = (draft: Draft): readonly string[] => [
  ...(draft.model.entity === 'row' ? [] : assumedNoun(draft)),
  ...unknownWords(draft).map(({ text }) => text),
]

/** `byWords` is how much the words alone say for a reading. */
type Candidate = {
  readonly reading: Reading
  readonly draft: Draft
  readonly features: Features
  readonly byWords: number
}

const closenessOf = ([first, second]: readonly Candidate[]): number =>
  first !== undefined && second !== undefined && first.byWords > 0 ? second.byWords / first.byWords : 0

/** Of readings that ask the same, the likeliest. */
function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = JSON.stringify(candidate.reading.query)
    const known = best.get(key)
    if (known === undefined || candidate.reading.score > known.reading.score) best.set(key, candidate)
  }
  return [...best.values()].sort((a, b) => b.reading.score - a.reading.score)
}

/** Can every engine run it on the columns of the data? Names of the model's measures are checked when they are put in. */
function isValid(asked: Query, { columns, calculations, measures, hidden }: SemanticModel): boolean {
  const fields = [...columns, ...calculations, ...hidden].map(({ name, type }) => ({ name, type }))
  const isNamed = asked.measures.some(({ formula }) => measures.some(({ name }) => formula?.includes(bracketed(name))))
  return isNamed || validateQuery(asked, fields).ok
}

/** Words that were taken for what they are near to. */
const guessesIn = ({ items, words }: Draft): readonly string[] =>
  items.flatMap(({ isGuess, from }) => (isGuess ? [words[from]?.text ?? ''] : []))

/** A guess is said by a chip, and is the only thing that a reading assumes. */
function isHonest({ draft, reading }: Candidate): boolean {
  const guesses = guessesIn(draft)
  if (guesses.length === 0) return true
  return guesses.length === 1 && isGuessed(reading) && reading.score >= leastOfGuess && draft.noun?.isAssumed !== true
}

type Planned = { readonly draft: Draft; readonly plan: Plan; readonly likely: number }

/** Every plan that a question's words allow, those of the likeliest cover first. */
function plansFor(covers: readonly Cover[], words: Draft['words'], model: SemanticModel): readonly Planned[] {
  const heaviest = covers[0]?.weight ?? 0
  return covers.flatMap(({ mentions, weight }) => {
    const draft = compose(model, words, mentions)
    const likely = Math.exp((weight - heaviest) * 0.6)
    return plansOf(draft).map((plan) => ({ draft, plan, likely }))
  })
}

/** What the likeliest words ask for that is out of reach: no other way to read them gets past it. */
function beyondIn(mentions: readonly Mention[]): string | null {
  const what = mentions.flatMap(({ meaning }) => (meaning.kind === 'beyond' ? [meaning.what] : []))[0]
  // `How much bigger is the average of A than the average of B` compares no row with an average.
  return what === undefined || mentions.some(({ meaning }) => meaning.kind === 'difference') ? null : what
}

const beyondOf = (covers: readonly Cover[], draft: Draft | null): string | null =>
  beyondIn(covers[0]?.mentions ?? []) ?? draft?.beyond ?? null

const nothingBut = (beyond: string): Read => ({
  readings: [],
  beyond,
  unread: [],
  unknown: [],
  unused: [],
  wants: null,
  closeness: 0,
  openFigure: null,
})

const mostRanked = 12

/** From here on every word is used, and surely. */
const complete = 0.65

/** A word that means nothing is not made up for by what else is likely; a reading that uses every word surely is shown. */
function chanceBy(features: Features, score: number): number {
  const chance = chanceOf(features)
  if (score < plausible) return Math.min(chance, score)
  return score >= complete ? Math.max(chance, plausible) : chance
}

const isGuessed = ({ chips }: Reading): boolean => chips.some(({ means }) => means?.isGuess === true)

/** A reading with a guess is never sure, be it of a word or of what the rows are. */
function ceilingOf({ reading, draft }: Candidate): number {
  if (isGuessed(reading)) return Math.min(reading.score, mostOfGuess)
  return draft.noun?.isAssumed ? mostOfGuess : 1
}

/**
 * Candidates, likeliest first, with the chance of each that their features tell; none is likelier than one before it.
 * What a guess takes from the first it takes from all, so that they stay as far apart.
 */
function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  const known = candidates.slice(0, mostRanked)
  const features = besideOthers(known.map((each) => each.features))
  let [most, scale] = [1, 1]
  return known.map((candidate, at) => {
    const own = features[at] ?? candidate.features
    const chance = chanceBy(own, candidate.reading.score)
    if (at === 0) scale = Math.min(1, ceilingOf(candidate) / Math.max(chance, 0.001))
    most = Math.min(most, chance * scale, ceilingOf(candidate))
    return { ...candidate, features: own, reading: { ...candidate.reading, score: most } }
  })
}

/** The readings of a question with their features, from which the weights are learned. */
export function candidatesOf(question: string, known: SemanticModel): readonly Candidate[] {
  const words = wordsOf(question).slice(0, mostWords)
  const model = askable(known)
  return candidatesIn(plansFor(coversOf(words, model, mostCovers), words, model), known)
}

function candidatesIn(planned: readonly Planned[], known: SemanticModel): readonly Candidate[] {
  const candidates = planned
    .filter(({ plan }) => tooMuchIn(plan) === null)
    .map(({ draft, plan, likely }) => {
      const reading = readingOf(draft, plan, likely)
      return { draft, reading, byWords: reading.score, features: featuresOf(draft, plan, reading.score) }
    })
    .filter(({ reading }) => isValid(reading.query, known))
  return ranked(distinct(candidates.filter(isHonest)))
}

/** The column whose spread a draft cannot do without. */
const wantedBy = (draft: Draft | null): string | null => draft?.wants?.name ?? null

/** Reads a question in every way its words allow. */
export function readQuestion(question: string, known: SemanticModel): Read {
  const model = askable(known)
  const words = wordsOf(question)
  if (words.length > mostWords) return nothingBut(`more than ${mostWords} words at once`)
  const covers = coversOf(words, model, mostCovers)
  const planned = plansFor(covers, words, model)
  // A smaller plan than the likeliest would drop words.
  const tooMuch = planned[0] ? tooMuchIn(planned[0].plan) : null
  if (tooMuch !== null) return nothingBut(tooMuch)
  const candidates = candidatesIn(planned, known)
  const [best] = candidates
  const draft = best?.draft ?? (covers[0] ? compose(model, words, covers[0].mentions) : null)
  return {
    readings: candidates
      .map(({ reading }) => reading)
      .filter(({ score }) => score >= Math.max(faint, (best?.reading.score ?? 0) * 0.35))
      .slice(0, mostReadings),
    beyond: beyondOf(covers, draft),
    unread: draft ? [...unreadAmounts(draft), ...draft.unplaced.map((words) => `“${words}”`)] : [],
    unused: draft ? unusedIn(draft) : [],
    wants: wantedBy(draft),
    closeness: closenessOf(candidates),
    openFigure: best?.draft.openFigure ?? null,
    unknown: draft ? [...assumedNoun(draft), ...unknownWords(draft).map(({ text }) => text), ...guessesIn(draft)] : [],
  }
}
