import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Understanding } from './reading.ts'

/** What a question means on this data: readings ranked by how likely each is, or why there is none. */
export function understand(question: string, model: SemanticModel): Understanding {
  return { status: 'refuse', reason: `“${question}” is not understood on ${model.name}.`, suggestions: [] }
}
