import { z } from 'zod'
import { dictionary } from '../dictionary.ts'

/** Words that may be used for a column or a value, though nobody said so: each by its stem, with how near it is, 0 to 9. */
export const kin = z.object({
  /** Name of the column, or of the measure. */
  column: z.string(),
  /** The value of that column; null: the column itself. */
  value: z.string().nullable(),
  words: dictionary(z.number()),
})
export type Kin = z.infer<typeof kin>
