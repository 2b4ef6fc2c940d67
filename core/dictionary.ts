import { z } from 'zod'

const entriesOf = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : undefined

/** An object with user-chosen keys. `z.record` silently drops the key `__proto__`; this schema keeps it. */
export const dictionary = <Value extends z.ZodType>(value: Value, longest = 300) =>
  z
    .preprocess(entriesOf, z.array(z.tuple([z.string().max(longest), value]), 'An object is expected'))
    .transform((entries): Record<string, z.output<Value>> => Object.fromEntries(entries))
    .meta({ type: 'object', additionalProperties: true })
