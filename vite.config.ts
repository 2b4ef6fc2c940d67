import { preact } from '@preact/preset-vite'
import { createHash } from 'node:crypto'
import { defineConfig, type Plugin } from 'vite'
import { readers } from './core/ingest/registry.ts'

const api = process.env['EDGEWISE_API'] ?? 'http://localhost:8787'

/** What the first page says of the readers, whose code it does not need. */
const kinds = Object.values(readers).map(({ title }) => title)

/** Files that a page without a network needs besides those that Vite names. */
const publicFiles = ['/favicon.svg', '/theme.js', '/first-visit.js']

/** Tells the service worker which files make up this build. */
const shellList = (): Plugin => ({
  name: 'edgewise-shell-list',
  generateBundle: {
    // After Vite has taken out chunks that hold styles alone: one file that is missing stops the service worker.
    order: 'post',
    handler(_, bundle) {
      const worker = bundle['service-worker.js']
      if (worker?.type !== 'chunk') return
      const files = Object.keys(bundle)
        .filter((file) => /^assets\/.*\.(?:js|css|woff2)$/.test(file))
        .map((file) => `/${file}`)
        .concat(publicFiles)
        .sort()
      const pages = Object.values(bundle).flatMap((each) =>
        each.fileName === 'index.html' && each.type === 'asset' ? [each.source] : [],
      )
      const version = createHash('sha256').update(files.join('\n')).update(pages.join('')).digest('hex').slice(0, 16)
      worker.code = `const shellFiles = ${JSON.stringify({ version, files })};\n${worker.code}`
    },
  },
})

/** The browser's half. The Worker is bundled by wrangler; in development it answers behind the proxy. */
export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [preact(), shellList()],
  define: { builtReaders: JSON.stringify(kinds) },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: {
      input: { index: 'web/index.html', 'service-worker': 'web/offline/service-worker.ts' },
      output: {
        // The scope of a service worker is the folder of its address, and its address may not change.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/docs', '/openapi.json', '/health', '/info'].map((path) => [path, { target: api, ws: true }]),
    ),
  },
})
