import type { Measure } from '../query/measure.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { figuresFor, questionFor } from './open-figure.ts'
import { readQuestion, wordsAtFault, type Read } from './read-question.ts'
import type { Reading, Understanding } from './reading.ts'
import { plausible, sure } from './score.ts'
import { suggestQuestions } from './suggest.ts'

const quoted = (words: readonly string[]): string => {
  const each = [...new Set(words)].slice(0, 4).map((word) => `“${word}”`)
  return each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`
}

/** Why there is no answer, in a sentence. */
function reasonFor(read: Read, model: SemanticModel): string {
  const { beyond, unread } = read
  const unknown = wordsAtFault(read)
  if (beyond !== null) return `This asks for ${beyond}, which Edgewise cannot work out from a question yet.`
  if (unknown.length > 0)
    return `${quoted(unknown)} ${new Set(unknown).size === 1 ? 'does' : 'do'} not match any column or value of ${model.name}.`
  if (unread.length > 0)
    return `It is not clear what ${unread.join(' and ')} ${unread.some((each) => each.startsWith('“')) ? 'asks for here' : 'counts or measures'}.`
  return `The question does not say enough about ${model.name} to be sure what is meant.`
}

/** The same in one order, whatever order they were said in. */
const inAnyOrder = (parts: readonly object[]): readonly object[] =>
  [...parts].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** A reading with columns that hold the same by other names put under one: twins, and columns with the same synonyms. */
function canonical({ query }: Reading, { columns }: SemanticModel): string {
  const nameOf = (name: string): string => {
    const column = columns.find((one) => one.name === name)
    const twin = columns.find((one) => one.name === column?.twinOf || (one !== column && one.twinOf === name))
    const alike = columns.find(
      (one) => one !== column && one.synonyms.length > 0 && one.synonyms.join() === column?.synonyms.join(),
    )
    return [name, twin?.name, alike?.name].filter((one) => one !== undefined).sort()[0] ?? name
  }
  const { filters, dimensions, measures } = query
  const text = JSON.stringify({ filters: inAnyOrder(filters), dimensions: inAnyOrder(dimensions), measures })
  return columns
    .reduce((all, { name }) => all.replaceAll(`"column":"${name}"`, `"column":"${nameOf(name)}"`), text)
    .replaceAll(/"values":\[[^\]]*\]|"formula":"[^"]*"|"as":"[^"]*"/g, '')
}

/** A Query without the columns that it is of. */
const shapeOf = ({ query }: Reading): string =>
  JSON.stringify([query.dimensions, query.measures.map(withoutNames), query.filters, query.columns.length]).replaceAll(
    /"(column|as)":"[^"]*"/g,
    '',
  )

/** A measure without the columns that its formula is of. */
function withoutNames({ as, formula, ...measure }: Measure): Measure {
  return formula === undefined
    ? { ...measure, ...(as && { as }) }
    : { ...measure, formula: formula.replaceAll(/\[[^\]]*\]/g, '') }
}

const formulasOf = ({ query }: Reading): string => query.measures.map(({ formula }) => formula ?? '').join()

/** Do the words say as much for one column as for another: `temperature` of the highest, the mean and the lowest? */
function areTied({ closeness, readings: [first, second] }: Read, model: SemanticModel): boolean {
  if (Math.abs(closeness - 1) > 0.005 || !first || !second || first.score < plausible) return false
  const areOther = canonical(first, model) !== canonical(second, model) || formulasOf(first) !== formulasOf(second)
  return areOther && shapeOf(first) === shapeOf(second)
}

/** Where the words say less than this part of the first for the second, the first is meant. */
const leastRival = 0.8

/** Two readings that are about as likely, where neither is likely enough. */
function rivals({ closeness, readings: [first, second] }: Read, model: SemanticModel): boolean {
  if (closeness < leastRival) return false
  if (first && second && canonical(first, model) === canonical(second, model)) return false
  return (
    first !== undefined &&
    second !== undefined &&
    first.score < sure &&
    second.score >= first.score * 0.9 &&
    second.score >= plausible * 0.8
  )
}

/** What is asked back: by which figure, or which of several readings; null where the first is meant. */
function askedBack(read: Read, model: SemanticModel): Understanding | null {
  const { openFigure, readings } = read
  const [first] = readings
  if (!first) return null
  if (openFigure)
    return { status: 'clarify', question: questionFor(openFigure), readings: figuresFor(first, openFigure, model) }
  if (!rivals(read, model) && !areTied(read, model)) return null
  const close = readings.filter(({ score }) => score >= first.score * 0.8).slice(0, 4)
  const names = close.map(({ title }) => title).join('; or ')
  return { status: 'clarify', question: `Which do you mean: ${names}?`, readings: close }
}

/** What came of reading a question: an answer, a question back, or why not. */
export function judge(read: Read, model: SemanticModel): Understanding {
  const [first, ...others] = read.readings
  const isReachable = read.beyond === null && read.unused.length === 0
  const back = isReachable ? askedBack(read, model) : null
  if (back) return back
  if (first && isReachable && first.score >= plausible) return { status: 'answer', readings: [first, ...others] }
  return { status: 'refuse', reason: reasonFor(read, model), suggestions: suggestQuestions(model).slice(0, 3) }
}

/** What a question means on this data: readings ranked by how likely each is, or why there is none. */
export const understand = (question: string, model: SemanticModel): Understanding =>
  judge(readQuestion(question, model), model)
