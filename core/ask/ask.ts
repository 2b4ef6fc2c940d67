import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Source } from '../table/source.ts'
import type { Answer } from './answer.ts'
import { understand } from './understand.ts'

/** Answers a question about one dataset: text, numbers, chart, and how it was understood. */
export async function ask(
  question: string,
  context: { readonly model: SemanticModel; readonly source: Source },
): Promise<Answer> {
  const understood = understand(question, context.model)
  if (understood.status === 'answer') return { status: 'refuse', reason: '', suggestions: [] }
  return understood
}
