import { z } from '@hono/zod-openapi'
import type { QueryInput } from '#core/query/query.ts'
import { askQuestion } from '../commands/queries/ask-question.ts'
import { runQuery } from '../commands/queries/run-query.ts'
import { runSql } from '../commands/queries/run-sql.ts'
import { stopSql } from '../commands/queries/stop-sql.ts'
import { engineIds } from '../engines/registry.ts'
import { perform } from '../http/perform.ts'
import { describedAnswer, querySchema } from '../http/json-schema.ts'
import { respond } from '../http/respond.ts'
import { body, commandRoute } from '../http/route.ts'
import { newRoutes } from '../http/routes.ts'
import { describedSqlResult, describedTable } from '../wire/table.ts'

const tag = 'Questions'

/** The OpenAPI description has the full schema; the command validates against the dataset's columns. */
const queryInput = z
  .custom<QueryInput & { readonly dataset: string }>(
    (value) => runQuery.input.safeParse(value).success,
    'Name a dataset',
  )
  .openapi({
    ...querySchema,
    properties: {
      ...Object(querySchema['properties']),
      engine: {
        type: 'string',
        enum: engineIds,
        description: 'Computes with another engine than the product would choose. Both give the same numbers.',
      },
    },
  })

const query = commandRoute(runQuery, {
  method: 'post',
  path: '/query',
  tag,
  request: { body: body(queryInput) },
  data: describedTable,
})
const ask = commandRoute(askQuestion, {
  method: 'post',
  path: '/ask',
  tag,
  request: { body: body(askQuestion.input) },
  data: describedAnswer,
})
const sql = commandRoute(runSql, {
  method: 'post',
  path: '/sql',
  tag,
  request: { body: body(runSql.input) },
  data: describedSqlResult,
})
const stop = commandRoute(stopSql, { method: 'delete', path: '/sql', tag, request: {}, data: z.null() })

/** Queries, questions and SQL. */
export const questionRoutes = newRoutes()
  .openapi(query, async (c) => respond(c, await perform(c, runQuery, { ...c.req.valid('json') })))
  .openapi(ask, async (c) => respond(c, await perform(c, askQuestion, c.req.valid('json'))))
  .openapi(sql, async (c) => respond(c, await perform(c, runSql, c.req.valid('json'))))
  .openapi(stop, async (c) => respond(c, await perform(c, stopSql, {})))
