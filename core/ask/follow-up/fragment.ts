import { plural } from '../../charts/labels.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { readQuestion } from '../read-question.ts'
import type { Reading } from '../reading.ts'

/** A part of a question, read as the end of one that is surely understood: its groups and conditions are what it says. */
export function readEnd(fragment: string, model: SemanticModel): Reading | null {
  return understood(`how many ${plural(model.entity)} ${fragment}`, model)
}

/** A part of a question that stands alone: a figure. */
export const readAlone = (fragment: string, model: SemanticModel): Reading | null => understood(fragment, model)

/** The likeliest reading, if every word of it has a meaning. One over groups is a question of its own. */
function understood(question: string, model: SemanticModel): Reading | null {
  const { readings, beyond, unknown, unread } = readQuestion(question, model)
  const isClear = beyond === null && unknown.length === 0 && unread.length === 0
  const [first] = readings
  return isClear && first && !first.query.groups ? first : null
}
