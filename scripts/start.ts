import { createServer } from 'node:net'
import { build } from './build.ts'
import { endLeftover } from './leftover.ts'
import { migrate } from './migrate.ts'
import { serve } from './serve.ts'

const port = Number(process.env['PORT'] ?? 8787)
const state = '.wrangler/state'

/** Fails early, in words, where another program already listens. */
function checkPort(): Promise<void> {
  return new Promise((free, taken) => {
    const probe = createServer()
    probe.once('error', () =>
      taken(new Error(`Port ${port} is in use. Stop what listens there, or choose another: PORT=8800 npm start`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()))
  })
}

async function start(): Promise<void> {
  await endLeftover(state)
  await checkPort()
  console.log('Building …')
  await build()
  await migrate(state)
  const showLogs = process.env['EDGEWISE_LOGS'] === '1'
  const server = await serve({
    port,
    state,
    onLine: (line) => (showLogs || /"level":"error"|\[ERROR\]|✘/.test(line)) && console.error(line),
  })
  console.log(`Edgewise ready on ${server.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.stop())
  process.exitCode = (await server.ended) ?? 0
}

await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
