import type { Query } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'
import { withModelNames } from '#core/query/with-model-names.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

/**
 * Resolves a valid Query for the page's engine; null for joins, which run on the server because the engine reads one
 * dataset at a time. The first page needs it, so it does without schemas.
 */
export function resolveHere(asked: Query, model: SemanticModel, now: number): Query | null {
  const written = withModelNames(asked, model)
  return written.joins.length > 0 ? null : resolveQuery(written, model, now)
}
