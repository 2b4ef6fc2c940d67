import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { formulaOf, labelOfOperand, capital, measureOfFormula } from '../rules/operand.ts'
import type { DraftMeasure } from '../rules/piece.ts'
import { nameOfScale } from '../scale-words.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { assume, free, use, wordsAt, type Draft } from './draft.ts'

const sizesOfNames = new Map(
  Object.entries({
    thousand: 1e3,
    thousands: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    mn: 1e6,
    billion: 1e9,
    billions: 1e9,
    bn: 1e9,
  }),
)

/** How many one of a column is: a billion where its name says so. */
const sizeOf = ({ name }: SemanticColumn): number =>
  sizesOfNames.get(wordsOfName(name).find((word) => sizesOfNames.has(word)) ?? '') ?? 1

/** A figure told in thousands, millions or billions; null where it cannot be told so. */
function scaled(measure: DraftMeasure, size: number): DraftMeasure | null {
  const { column, aggregate } = measure
  const formula = measure.asked || column === null || column.format === 'percent' ? null : formulaOf(measure)
  if (formula === null || column === null) return null
  const times = size / sizeOf(column)
  const told = times >= 1 ? `${formula} / ${times}` : `${formula} * ${1 / times}`
  const label = labelOfOperand(aggregate, column, 'rows').replace(/ in (thousand|million|billion)s?$/, '')
  return {
    ...measure,
    column: null,
    asked: measureOfFormula(told, capital(`${label} in ${nameOfScale(size)}`), 'number'),
  }
}

/** `highest market cap in millions`: an end that is asked for alone is a figure like others. */
function takeEnd(draft: Draft): void {
  const [measure, ...others] = draft.measures
  const isAlone = draft.rank !== null && draft.rank.count === null && draft.groups.length === 0
  if (!isAlone || draft.rank === null || measure === undefined || others.length > 0) return
  const aggregate = draft.rank.direction === 'descending' ? 'max' : 'min'
  if (measure.isSaid && measure.aggregate !== aggregate) return
  draft.measures[0] = { ...measure, aggregate, isSaid: true }
  draft.rank = null
}

/** Takes `in millions`: the figures are told so. */
export function readScale(draft: Draft): void {
  const at = draft.items.findIndex((_, place) => free(draft, place, 'scale') !== null)
  const size = free(draft, at, 'scale')?.meaning.size
  if (size === undefined) return
  takeEnd(draft)
  const told = draft.measures.map((measure) => scaled(measure, size))
  if (told.length === 0 || told.some((measure) => measure === null)) {
    draft.unplaced.push(wordsAt(draft, at))
    return assume(draft, 0.35)
  }
  use(draft, at)
  draft.measures.splice(0, draft.measures.length, ...told.filter((measure) => measure !== null))
}
