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

/** An entry in a model's history. */
export const wireModelVersion = z
  .object({
    number: z.int(),
    /** Null if the author was deleted. */
    author: z.string().nullable(),
    note: z.string(),
    savedAt: z.string(),
    /** Differences from the previous version. */
    changes,
  })
  .openapi('ModelVersion')
export type WireModelVersion = z.infer<typeof wireModelVersion>

export const wireModelDocument = z.object({ version: z.int(), document: decided }).openapi('ModelDocument')

/** Everything the model editor needs. */
export const wireModelState = z
  .object({
    /** 0 without a saved version. */
    version: z.int(),
    document: decided,
    problems,
    /** The model generated from the data. */
    generated: semanticModel,
    /** Other datasets available for relationships. */
    related,
    /** Deleted targets of relationships, which can be restored. */
    deleted: z.array(z.object({ dataset: z.string(), name: z.string() })),
  })
  .openapi('ModelState')
export type WireModelState = z.infer<typeof wireModelState>

/** A checked model document: its problems, and the resulting model. */
export const wireChecked = z.object({ problems, model: semanticModel }).openapi('CheckedModel')
export type WireChecked = { problems: ModelProblem[]; model: SemanticModel }

export function toWireModelVersion(
  { number, author, note, createdAt }: AuthoredModel,
  changed: readonly ModelChange[],
): WireModelVersion {
  return { number, author, note, savedAt: createdAt.toISOString(), changes: [...changed] }
}
