import { z } from 'zod'

/** What an owner may decide about a link. Without a decision small groups are withheld. */
export const shareRule = {
  /** Groups of any size may be told, where nothing personal is found. */
  isOpen: z.boolean().default(false),
  /** The smallest number of rows that anything is told of, else. */
  least: z.int().min(5).max(1000).default(5),
}
