import { firstLookId } from '#core/wire/first-look.ts'

const hashed = /^\/assets\//
const fileName = /\.[a-z0-9]+$/i
const year = 365 * 24 * 60 * 60

const firstLook = '/sample/first-look.json'

const missing = (): Response => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })

/** The platform serves the application's page for a missing file; a request for a script must get 404 instead. */
const isStandIn = (path: string, response: Response): boolean =>
  (hashed.test(path) || fileName.test(path)) &&
  !path.endsWith('.html') &&
  (response.headers.get('content-type') ?? '').startsWith('text/html')

/** Markup within JSON would end the element that holds it. */
const inElement = (json: string): string => json.replaceAll('<', '\\u003c')

/** Adds the sample's first look to the first page, which shows it before anything else is loaded. */
async function withFirstLook(page: Response, look: Response): Promise<Response> {
  const element = `<script type="application/json" id="${firstLookId}">${inElement(await look.text())}</script>`
  const served = new Response(
    (await page.text()).replace('</body>', () => `${element}</body>`),
    page,
  )
  served.headers.delete('content-length')
  return served
}

/** The built application: its page for every screen, and its files with their cache headers. */
export function assetsIn(binding: Fetcher) {
  /** A built file; null if missing. */
  async function read(path: string): Promise<Response | null> {
    const response = await binding.fetch(new Request(`https://assets.invalid${path}`))
    return response.ok && !isStandIn(path, response) ? response : null
  }

  return {
    read,

    async serve(request: Request): Promise<Response> {
      const path = new URL(request.url).pathname
      const response = await binding.fetch(request)
      if (isStandIn(path, response)) return missing()
      const look = path === '/' && response.status === 200 ? await read(firstLook) : null
      const served = look ? await withFirstLook(response, look) : new Response(response.body, response)
      const lasting = response.ok && hashed.test(path)
      served.headers.set('cache-control', lasting ? `public, max-age=${year}, immutable` : 'no-cache')
      return served
    },
  }
}
export type Assets = ReturnType<typeof assetsIn>
