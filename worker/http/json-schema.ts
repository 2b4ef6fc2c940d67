import { z } from '@hono/zod-openapi'
import { query } from '#core/query/query.ts'
import { wireAnswer, type WireAnswer } from '#core/wire/answer.ts'

type JsonSchema = Readonly<Record<string, unknown>>

const components = '#/components/schemas/'

/** A schema that contains itself, as filters do, written by zod: the root, and what it refers to by names of its own. */
function written(schema: z.ZodType, io: 'input' | 'output', name: string): { root: JsonSchema; parts: JsonSchema } {
  const text = JSON.stringify(z.toJSONSchema(schema, { io })).replaceAll('#/$defs/__schema', `${components}${name}Part`)
  const {
    $schema: _,
    $defs = {},
    ...root
  } = JSON.parse(text) as JsonSchema & { readonly $defs?: Record<string, JsonSchema> }
  const named = Object.entries($defs).map(([key, part]) => [key.replace('__schema', `${name}Part`), part])
  return { root, parts: Object.fromEntries(named) as JsonSchema }
}

const ofQuery = written(query, 'input', 'Query')
const ofAnswer = written(wireAnswer, 'output', 'Answer')

/** The Query as JSON Schema. */
export const querySchema = ofQuery.root

/** What came of a question; what the product wrote itself is not checked again on its way out. */
export const describedAnswer = z.custom<WireAnswer>().openapi('Answer', { type: 'object', ...ofAnswer.root })

/** What these schemas refer to, by the names they use. */
export const schemaParts: JsonSchema = { ...ofQuery.parts, ...ofAnswer.parts }
