import type { Dashboard } from '#core/dashboard/dashboard.ts'

/** Documents and edit logs are D1 rows of at most 2 MB: developers.cloudflare.com/d1/platform/limits */
const mostBytes = 500_000

export const isTooLarge = (document: Dashboard): boolean =>
  new TextEncoder().encode(JSON.stringify(document)).length > mostBytes
