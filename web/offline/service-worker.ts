import { cacheRule } from './cache-rules.ts'

/** The files of this build, inserted at build time; each build has its own worker and cache. */
declare const shellFiles: { readonly version: string; readonly files: readonly string[] }

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }

const prefix = 'edgewise-shell-'
const { version, files } = shellFiles
const name = `${prefix}${version}`
const page = '/'
const kept: ReadonlySet<string> = new Set([page, ...files])

/** Files with hashed names may come from the browser's cache; the others are fetched. */
async function install(): Promise<void> {
  const cache = await caches.open(name)
  const fresh = [...kept].filter((path) => !path.startsWith('/assets/'))
  await cache.addAll(fresh.map((path) => new Request(path, { cache: 'reload' })))
  await cache.addAll(files.filter((path) => path.startsWith('/assets/')))
}

/** Claims pages opened before the worker; they fetch files of other builds from the network. */
async function takeUp(): Promise<void> {
  await tidy()
  const { clients } = self as unknown as { readonly clients: { claim(): Promise<void> } }
  await clients.claim()
}

async function tidy(): Promise<void> {
  const old = (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== name)
  await Promise.all(old.map((each) => caches.delete(each)))
}

async function fromCache(path: string): Promise<Response | undefined> {
  const cache = await caches.open(name)
  return cache.match(path)
}

async function networkFirst(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const known = await fromCache(path)
    if (known) return known
    throw error
  }
}

async function cacheFirst(request: Request, path: string): Promise<Response> {
  return (await fromCache(path)) ?? fetch(request)
}

function answer(event: Fetching): void {
  const { request } = event
  const path = new URL(request.url).pathname
  const rule = cacheRule(request, location.origin, kept)
  if (rule === 'page') event.respondWith(networkFirst(request, page))
  if (rule === 'file') event.respondWith(networkFirst(request, path))
  if (rule === 'lasting') event.respondWith(cacheFirst(request, path))
}

// A new build's worker waits until the old build's pages are closed, because a page needs the files of its build.
addEventListener('install', (event) => (event as Extendable).waitUntil(install()))
addEventListener('activate', (event) => (event as Extendable).waitUntil(takeUp()))
addEventListener('fetch', (event) => answer(event as Fetching))
