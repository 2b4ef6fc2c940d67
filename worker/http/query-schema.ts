import { z } from 'zod'
import { query } from '#core/query/query.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const components = '#/components/schemas/'
const described = JSON.stringify(z.toJSONSchema(query, { io: 'input' })).replaceAll(
  '#/$defs/__schema',
  `${components}QueryPart`,
)
const {
  $schema: _,
  $defs = {},
  ...root
} = JSON.parse(described) as JsonSchema & { readonly $defs?: Record<string, JsonSchema> }

/** The Query as JSON Schema. Its filters contain filters, so it is written by zod itself. */
export const querySchema = root

/** What the Query's schema refers to, by the names it uses. */
export const queryParts: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  Object.entries($defs).map(([name, part]) => [name.replace('__schema', 'QueryPart'), part]),
)
