import { readdirSync } from 'node:fs'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import { z } from 'zod'
import { builtWorker } from './build.ts'
import { at } from './paths.ts'

/** What `serve` asks of this program, as one argument of JSON. */
export type LocalSettings = {
  readonly port: number
  readonly state: string
  readonly variables: Readonly<Record<string, string>>
}

const settings = z.object({ port: z.int(), state: z.string(), variables: z.record(z.string(), z.string()) })

/** The Worker's files as built: its code, and the WebAssembly beside it. */
function modulesOf(folder: string): { type: 'ESModule' | 'CompiledWasm'; path: string }[] {
  const wasm = readdirSync(folder).filter((name) => name.endsWith('.wasm'))
  return [
    { type: 'ESModule', path: at(builtWorker) },
    ...wasm.map((name) => ({ type: 'CompiledWasm' as const, path: at(folder, name) })),
  ]
}

/**
 * Serves the built Worker with everything that wrangler.jsonc binds to it, on this machine. `wrangler dev` would put a
 * proxy and a bundler before it, which every request pays for: 24 ms in place of 4 for a file.
 */
async function serveBuilt({ port, state, variables }: LocalSettings): Promise<void> {
  const { workerOptions } = workerOptionsOf(at('wrangler.jsonc'))
  const folder = at(builtWorker, '..')
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      unsafeTriggerHandlers: true,
      // Where wrangler applies the migrations.
      resourcePersistencePath: at(state, 'v3'),
      workers: [
        {
          ...workerOptions,
          name: 'edgewise',
          bindings: Object.assign({}, workerOptions.bindings, variables),
          modulesRoot: folder,
          modules: modulesOf(folder),
        },
      ],
    }),
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void miniflare.dispose().finally(() => process.exit(0)))
  await miniflare.ready
}

await serveBuilt(settings.parse(JSON.parse(process.argv[2] ?? '')))
