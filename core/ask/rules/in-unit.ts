import { conversionTo, type Conversion } from '../candidates/units.ts'
import type { Mention } from '../mention.ts'
import { wordsOfMatch, type Chart } from './chart.ts'
import { capital, formulaOf, measureOfFormula, operandsAt, type Operand } from './operand.ts'
import type { Rule } from './rule.ts'

/** A total of what does not start at zero, as degrees do, cannot be moved to another scale. */
const canMove = ({ aggregate }: Operand): boolean => ['mean', 'median', 'min', 'max'].includes(aggregate)

function converted(formula: string, { times, less }: Conversion): string {
  return less === 0 ? `${formula} * ${times}` : `(${formula} - ${less}) * ${times}`
}

function inUnit(chart: Chart, from: number, operand: Operand): readonly Mention[] {
  const { column, to } = operand
  const [link, unit] = chart.words.slice(to, to + 2).map(({ lower }) => lower)
  const figure = operand.isSaid || column === null ? operand : { ...operand, aggregate: 'mean' as const }
  if (link !== 'in' || unit === undefined || column === null) return []
  const [conversion, formula] = [conversionTo(unit, column), formulaOf(figure)]
  if (conversion === null || formula === null || (conversion.less !== 0 && !canMove(figure))) return []
  const range = { from, to: to + 2 }
  const words = wordsOfMatch(chart, range)
  const as = `${capital(operand.isSaid ? operand.label : `average ${column.label.toLowerCase()}`)} in ${unit}`
  const asked = measureOfFormula(converted(formula, conversion), as, 'number')
  const measure = { column: null, aggregate: 'mean' as const, isSaid: true, words, asked }
  return [
    {
      ...range,
      score: 0.97 * operand.score,
      meaning: { kind: 'piece', rule: 'in unit', piece: { measures: [measure] } },
    },
  ]
}

/** `average temperature in celsius`, `total distance in km`: a figure in another unit than its column is in. */
export const inUnitRule: Rule = {
  spec: 'O4',
  find: (chart, from) => operandsAt(chart, from).flatMap((operand) => inUnit(chart, from, operand)),
}
