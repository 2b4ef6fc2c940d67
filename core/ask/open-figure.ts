import { nameOfMeasure, type Measure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { computedOf } from './askable.ts'
import { changeReading } from './change/change-reading.ts'
import { isMeasure, type OpenFigure } from './compose/draft.ts'
import type { Reading } from './reading.ts'

const mostFigures = 4

const sameAggregate = (column: SemanticColumn, { aggregate }: Measure, lead: OpenFigure['lead']): Measure | null => {
  if (lead === 'by') return computedOf(column, column.defaultAggregate)
  return aggregate !== 'formula' && column.aggregates.includes(aggregate) ? computedOf(column, aggregate) : null
}

/** The reading with each figure that may be meant, its own first. */
export function figuresFor(reading: Reading, { lead }: OpenFigure, model: SemanticModel): readonly Reading[] {
  const [own] = reading.query.measures
  if (own === undefined) return [reading]
  const measures = [own, ...model.columns.filter(isMeasure).flatMap((column) => sameAggregate(column, own, lead) ?? [])]
  const distinct = new Map(measures.map((measure) => [nameOfMeasure(measure), measure]))
  return [...distinct.values()]
    .slice(0, mostFigures)
    .map((measure) => (measure === own ? reading : changeReading(reading, { query: { measures: [measure] } }, model)))
}

export const questionFor = ({ words, lead }: OpenFigure): string => `“${words}” ${lead} which figure?`
