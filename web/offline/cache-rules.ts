/** How the service worker handles a request. `leave`: the browser handles it. */
export type CacheRule = 'leave' | 'page' | 'file' | 'lasting'

type Asked = {
  readonly method: string
  readonly url: string
  /** `navigate` for a page load. */
  readonly mode: string
}

/** Server responses and other pages, which are never cached. */
const foreign = /^\/(?:api|docs|openapi\.json|health|info|s|sample|vendor|service-worker\.js)(?:\/|$)/

const isLasting = (path: string): boolean => path.startsWith('/assets/')

/**
 * Page loads use the network, and the cached page while offline. Files with hashed names use the cache; the few
 * others use the network first.
 */
export function cacheRule({ method, url, mode }: Asked, origin: string, kept: ReadonlySet<string>): CacheRule {
  const { origin: from, pathname } = new URL(url)
  if (method !== 'GET' || from !== origin || foreign.test(pathname)) return 'leave'
  if (mode === 'navigate') return 'page'
  if (!kept.has(pathname)) return 'leave'
  return isLasting(pathname) ? 'lasting' : 'file'
}
