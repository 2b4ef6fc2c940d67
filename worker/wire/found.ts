import { z } from '@hono/zod-openapi'
import { places } from '#core/catalog/search-catalog.ts'

/** A search hit and its reason. */
export const wireHit = z
  .object({ dataset: z.string(), name: z.string(), place: z.enum(places), met: z.array(z.string()) })
  .openapi('SearchHit')

/** A similar dataset and the reason. */
export const wireSimilar = z
  .object({
    dataset: z.string(),
    name: z.string(),
    shared: z.array(z.string()),
    keys: z.array(z.string()),
    text: z.string(),
  })
  .openapi('SimilarDataset')
