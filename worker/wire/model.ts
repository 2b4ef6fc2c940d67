import { z } from '@hono/zod-openapi'
import type { ModelChange } from '#core/semantic/model/diff-documents.ts'
import type { ModelDocument } from '#core/semantic/model/model-document.ts'
import type { Related } from '#core/semantic/model/related.ts'
import type { ModelProblem } from '#core/semantic/model/checks/check.ts'
import { type SemanticModel, semanticModel } from '#core/semantic/semantic-model.ts'
import type { AuthoredModel } from '../db/models.ts'

const decided = z
  .custom<ModelDocument>()
  .openapi({ type: 'object', description: 'What people decided about a dataset: see POST …/model/validate.' })
const problems = z.array(
  z.custom<ModelProblem>().openapi({
    type: 'object',
    description: 'What is wrong, and where in the document; a stretch of a formula’s text.',
  }),
)
const changes = z.array(
  z.custom<ModelChange>().openapi({ type: 'object', description: 'One difference, in a sentence.' }),
)
const related = z.array(
  z.custom<Related>().openapi({ type: 'object', description: 'Another dataset, its columns and its keys.' }),
)

/** One saving of a model, as its history lists it. */
export const wireModelVersion = z
  .object({
    number: z.int(),
    /** Null where its author is gone. */
    author: z.string().nullable(),
    note: z.string(),
    savedAt: z.string(),
    /** What is different from the one before. */
    changes,
  })
  .openapi('ModelVersion')
export type WireModelVersion = z.infer<typeof wireModelVersion>

export const wireModelDocument = z.object({ version: z.int(), document: decided }).openapi('ModelDocument')

/** Everything that editing a model needs. */
export const wireModelState = z
  .object({
    /** 0 where nobody decided anything yet. */
    version: z.int(),
    document: decided,
    problems,
    /** What the data tells by itself. */
    generated: semanticModel,
    /** The other datasets that relationships may lead to. */
    related,
    /** Those that they lead to and that were deleted: they can be restored. */
    deleted: z.array(z.object({ dataset: z.string(), name: z.string() })),
  })
  .openapi('ModelState')
export type WireModelState = z.infer<typeof wireModelState>

/** What a document comes to: its problems, and the model for a picker of fields. */
export const wireChecked = z.object({ problems, model: semanticModel }).openapi('CheckedModel')
export type WireChecked = { problems: ModelProblem[]; model: SemanticModel }

export function toWireModelVersion(
  { number, author, note, createdAt }: AuthoredModel,
  changed: readonly ModelChange[],
): WireModelVersion {
  return { number, author, note, savedAt: createdAt.toISOString(), changes: [...changed] }
}
