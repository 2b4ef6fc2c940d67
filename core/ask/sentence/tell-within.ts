import { inSentence, labelOfDimension, labelOfMeasure } from '../../charts/labels.ts'
import { textAt, type ResultColumn } from '../../charts/result-columns.ts'
import type { Measure } from '../../query/measure.ts'
import { inFormat, listed, nameAt, nounOfLabel, numbered, type Result } from './result.ts'

const maxTold = 5

/** The measure that ranks rows within groups; undefined where none does. */
export const rankWithin = (measures: readonly Measure[]): Measure | undefined =>
  measures.find(({ over }) => over?.window === 'rank' && (over.within?.length ?? 0) > 0)

/** The first of each group: `First by total sales in each region: West: Lamp (725); East: Rug (312).` */
export function tellWithin(result: Result, measure: ResultColumn, rank: Measure): string {
  const { model, reading } = result
  const outer = reading.query.dimensions.slice(0, -1)
  const inner = { ...result, groups: result.groups.slice(-1) }
  const places = result.measures.find(({ part }) => part.label === labelOfMeasure(rank, model))
  const firsts = numbered(result, measure).filter(
    ({ row }) =>
      places === undefined || numbered(result, places).some((place) => place.row === row && place.value === 1),
  )
  const first = firsts.slice(0, maxTold).map(({ row, value }) => {
    const of = result.groups.slice(0, -1).map((group) => textAt(group, row))
    return `${of.join(', ')}: ${nameAt(inner, row)} (${inFormat(value, measure)})`
  })
  const more = firsts.length > maxTold ? ` and ${firsts.length - maxTold} more` : ''
  const end = rank.over?.window === 'rank' && rank.over.direction === 'ascending' ? 'Lowest' : 'Highest'
  const each = listed(outer.map((dimension) => nounOfLabel(labelOfDimension(dimension, model))))
  return `${end} ${inSentence(measure.part.label)} in each ${each}${result.where}: ${first.join('; ')}${more}.`
}
