import { z } from 'zod'

const entriesOf = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.entries(given) : undefined

/**
 * An object whose keys are names that people chose. Where `z.record` drops a key called `__proto__` without a word,
 * this keeps it, as a key like any other.
 */
export const dictionary = <Value extends z.ZodType>(value: Value, longest = 300) =>
  z
    .preprocess(entriesOf, z.array(z.tuple([z.string().max(longest), value]), 'An object is expected'))
    .transform((entries): Record<string, z.output<Value>> => Object.fromEntries(entries))
    .meta({ type: 'object', additionalProperties: true })
