import { spawn } from 'node:child_process'
import { build } from './build.ts'
import { migrate } from './migrate.ts'
import { at, offlineEnvironment, root } from './paths.ts'
import { serve } from './serve.ts'

const port = Number(process.env['PORT'] ?? 8787)
const webPort = port + 1
const state = '.wrangler/state'

await build()
await migrate(state)
const server = await serve({ port, state, watch: true, onLine: (line) => console.log(line) })
const vite = spawn(
  at('node_modules/.bin/vite'),
  ['--port', String(webPort), '--strictPort', '--clearScreen', 'false'],
  {
    cwd: root,
    env: { ...offlineEnvironment, EDGEWISE_API: server.url },
    stdio: 'inherit',
  },
)
console.log(`Edgewise ready on http://localhost:${webPort} (reloads on change; the API alone is on ${server.url})`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => vite.kill() && void server.stop())
await server.ended
