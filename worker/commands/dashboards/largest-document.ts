import type { Dashboard } from '#core/dashboard/dashboard.ts'

/** Documents and their log are rows, of 2 MB at most: developers.cloudflare.com/d1/platform/limits */
const mostBytes = 500_000

export const isTooLarge = (document: Dashboard): boolean =>
  new TextEncoder().encode(JSON.stringify(document)).length > mostBytes
