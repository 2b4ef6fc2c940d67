import { nameIn } from '../charts/chart-spec.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import { chipsOf } from './chips.ts'
import { spokenModel, type Chip, type Reading } from './reading.ts'
import { titleOf, titleOfPair } from './title.ts'

/** What a reading is made of; the rest follows from it. */
export type ReadingParts = Omit<Reading, 'chips' | 'title'>

const isOfFilter = ({ piece }: Chip): boolean => piece.startsWith('filter ')

function titleFor({ query, chart }: ReadingParts, chips: readonly Chip[], model: SemanticModel): string {
  const notes = chips.filter(isOfFilter).map(({ text }) => text)
  const [x, y] = chart ? [nameIn(chart, 'x'), nameIn(chart, 'y')] : [null, null]
  const isPair = query.columns.length > 0 && x !== null && y !== null
  if (!isPair) return titleOf(query, model, notes)
  return `${titleOfPair(y, x, model)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}

/** The one place where a reading is made: its chips and its title follow from its Query, the model and the evidence. */
export function makeReading(parts: ReadingParts, known: SemanticModel): Reading {
  const model = spokenModel(known, parts.noun)
  const chips = chipsOf(parts, model)
  return { ...parts, chips, title: titleFor(parts, chips, model) }
}
