import { runSteps } from '#core/engine/steps/run-steps.ts'
import { fail } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { writeQuery } from '#core/sql/compile-query.ts'
import { dialects } from '#core/sql/dialects/registry.ts'
import type { SqlTables } from '#core/sql/table.ts'
import { viewOf } from '#core/sql/view.ts'
import type { Field } from '#core/table/table.ts'
import type { WrittenSql } from '../features/explore/sql-dialog.tsx'
import type { Outcome, Problem } from '../transport.ts'
import { queryDataset } from './questions.ts'
import type { Services } from './services.ts'
import { tableNames } from './table-names.ts'

type DialectId = keyof typeof dialects

/** The datasets as SQL tables by name; the queried one with its columns. */
const tablesFor = ({ workspace }: Services, dataset: string, fields: readonly Field[]): SqlTables =>
  Object.fromEntries(
    (tableNames(workspace).value ?? []).map(({ id, table }) => [id, viewOf(table, id === dataset ? fields : [])]),
  )

/** The statements that answer a resolved Query, in order, in every dialect. */
export async function sqlOf(
  services: Services,
  query: Query,
  fields: readonly Field[],
): Promise<Outcome<readonly WrittenSql[]>> {
  const tables = tablesFor(services, query.dataset, fields)
  const asked: Query[] = []
  let problem: Problem | null = null
  const answered = await runSteps(query, async (plain) => {
    asked.push(plain)
    const found = await queryDataset(services)(plain)
    if (found.ok) return found
    problem = found.error
    return fail('query/cancelled')
  })
  if (!answered.ok) return { ok: false, error: problem ?? answered.error }
  const ids = Object.keys(dialects) as DialectId[]
  return {
    ok: true,
    value: ids.map((id) => ({
      id,
      title: dialects[id].title,
      statements: asked.map((plain) => writeQuery(plain, tables, dialects[id])),
      main: asked.length - (query.compare ? 2 : 1),
    })),
  }
}
