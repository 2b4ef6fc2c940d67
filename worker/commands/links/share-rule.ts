import { z } from 'zod'

/** An owner's disclosure settings of a link. By default small groups are withheld. */
export const shareRule = {
  /** Shows groups of any size, unless personal data is found. */
  isOpen: z.boolean().default(false),
  /** Otherwise, the minimum rows of a shown group. */
  least: z.int().min(5).max(1000).default(5),
}
