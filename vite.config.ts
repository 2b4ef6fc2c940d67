import { preact } from '@preact/preset-vite'
import { defineConfig } from 'vite'

const api = process.env['EDGEWISE_API'] ?? 'http://localhost:8787'

/** The browser's half. The Worker is bundled by wrangler; in development it answers behind the proxy. */
export default defineConfig({
  root: 'web',
  publicDir: 'public',
  plugins: [preact()],
  worker: { format: 'es' },
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, manifest: true },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/docs', '/openapi.json', '/health', '/info'].map((path) => [path, { target: api, ws: true }]),
    ),
  },
})
