import { readdirSync } from 'node:fs'
import type { V4WorkerOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from 'wrangler'
import { at } from './paths.ts'
import type { WorkerOf } from './workers.ts'

/** A Worker as it was built, with all that its configuration binds to it, for miniflare. */
export function builtWorker({ name, config, built, code }: WorkerOf): V4WorkerOptions {
  const wasm = readdirSync(at(built)).filter((file) => file.endsWith('.wasm'))
  return {
    ...workerOptionsOf(at(config)).workerOptions,
    name,
    modulesRoot: at(built),
    modules: [
      { type: 'ESModule', path: at(built, code) },
      ...wasm.map((file) => ({ type: 'CompiledWasm' as const, path: at(built, file) })),
    ],
  }
}
