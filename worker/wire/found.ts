import { z } from '@hono/zod-openapi'
import { places } from '#core/catalog/search-catalog.ts'

/** A dataset that was found, and by what. */
export const wireHit = z
  .object({ dataset: z.string(), name: z.string(), place: z.enum(places), met: z.array(z.string()) })
  .openapi('SearchHit')

/** A dataset that is like another, and why. */
export const wireSimilar = z
  .object({
    dataset: z.string(),
    name: z.string(),
    shared: z.array(z.string()),
    keys: z.array(z.string()),
    text: z.string(),
  })
  .openapi('SimilarDataset')
