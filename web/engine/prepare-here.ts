import { fail } from '#core/errors.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import type { Query } from '#core/query/query.ts'
import { withModelNames } from '#core/query/with-model-names.ts'
import type { Result } from '#core/result.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'

/** Reads, resolves and validates a Query for the page's engine; says what it cannot do without the server. */
export function prepareHere(asked: Query, model: SemanticModel, now: number): Result<Query> {
  const written = withModelNames(asked, model)
  const [join] = written.joins
  if (join) return fail('join/not-here', { name: join.name })
  return prepareQuery(written, { model, fields: [...model.columns, ...model.hidden], now })
}
