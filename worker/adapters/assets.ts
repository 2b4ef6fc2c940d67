const hashed = /^\/assets\//
const fileName = /\.[a-z0-9]+$/i
const year = 365 * 24 * 60 * 60

const missing = (): Response => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

/** The platform serves the application's page for a missing file; a request for a script must get 404 instead. */
const isStandIn = (path: string, response: Response): boolean =>
  (hashed.test(path) || fileName.test(path)) &&
  !path.endsWith('.html') &&
  (response.headers.get('content-type') ?? '').startsWith('text/html')

/** The built application: its page for every screen, and its files with their cache headers. */
export const assetsIn = (binding: Fetcher) => ({
  async serve(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname
    const response = await binding.fetch(request)
    if (isStandIn(path, response)) return missing()
    const served = new Response(response.body, response)
    const lasting = response.ok && hashed.test(path)
    served.headers.set('cache-control', lasting ? `public, max-age=${year}, immutable` : 'no-cache')
    return served
  },

  /** A built file; null if missing. */
  async read(path: string): Promise<Response | null> {
    const response = await binding.fetch(new Request(`https://assets.invalid${path}`))
    return response.ok && !isStandIn(path, response) ? response : null
  },
})
export type Assets = ReturnType<typeof assetsIn>
