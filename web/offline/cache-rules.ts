/** What the worker in front of the network does with a request. `leave`: nothing, the browser asks as ever. */
export type CacheRule = 'leave' | 'page' | 'file' | 'lasting'

type Asked = {
  readonly method: string
  readonly url: string
  /** `navigate` for an address that is opened. */
  readonly mode: string
}

/** Answers of the server, and pages of others: they are never kept. */
const foreign = /^\/(?:api|docs|openapi\.json|health|info|s|sample|vendor|service-worker\.js)(?:\/|$)/

const isLasting = (path: string): boolean => path.startsWith('/assets/')

/**
 * An opened address is asked of the network, and answered with the kept page where there is none. Files whose name
 * changes with their content are taken from what is kept; the few others of the shell only where the network is gone.
 */
export function cacheRule({ method, url, mode }: Asked, origin: string, kept: ReadonlySet<string>): CacheRule {
  const { origin: from, pathname } = new URL(url)
  if (method !== 'GET' || from !== origin || foreign.test(pathname)) return 'leave'
  if (mode === 'navigate') return 'page'
  if (!kept.has(pathname)) return 'leave'
  return isLasting(pathname) ? 'lasting' : 'file'
}
