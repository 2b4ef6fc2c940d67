import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../../scripts/build.ts'
import { migrate } from '../../scripts/migrate.ts'
import { serve } from '../../scripts/serve.ts'
import { freePort } from '../browser/free-port.ts'

export type Place = {
  readonly url: string
  /** A folder for the time of the work. */
  readonly folder: string
}

/** The built product on a server with a database of its own, for the time of some work. */
export async function withServer<Value>(work: (place: Place) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
  await build()
  await migrate(folder)
  const server = await serve({ port: await freePort(), state: folder })
  try {
    return await work({ url: server.url, folder })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
