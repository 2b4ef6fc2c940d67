import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/build.ts'
import { findChromium } from '../../scripts/chromium.ts'
import { migrate } from '../../scripts/migrate.ts'
import { serve } from '../../scripts/serve.ts'
import { freePort } from './free-port.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the product runs for these tests; empty where there is no Chromium to drive it. */
    readonly url: string
    readonly chromium: string
  }
}

/** One real server with a database of its own for all browser tests. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = findChromium()
  if (!chromium) {
    project.provide('url', '')
    project.provide('chromium', '')
    return undefined
  }
  const state = mkdtempSync(join(tmpdir(), 'edgewise-browser-'))
  await build()
  await migrate(state)
  const server = await serve({ port: await freePort(), state })
  project.provide('url', server.url)
  project.provide('chromium', chromium)
  return async () => {
    await server.stop()
    rmSync(state, { recursive: true, force: true })
  }
}
