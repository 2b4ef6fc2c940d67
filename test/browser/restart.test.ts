import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { build } from '../../scripts/build.ts'
import { migrate } from '../../scripts/migrate.ts'
import { serve } from '../../scripts/serve.ts'
import { createClient } from '../support/api.ts'
import { freePort } from './free-port.ts'

const rows = 300_000

function largeFile(): Uint8Array {
  const lines = ['id,region,amount']
  for (let row = 0; row < rows; row += 1) lines.push(`${row},${['North', 'South', 'East'][row % 3]},${(row % 977) / 7}`)
  return new TextEncoder().encode(lines.join('\n'))
}

test('a server killed while it reads a file finishes the file when it is started again', async () => {
  const state = mkdtempSync(join(tmpdir(), 'edgewise-restart-'))
  await build()
  await migrate(state)
  const port = await freePort()
  const first = await serve({ port, state })
  const client = createClient(first.url)
  await client.startGuest()
  const { id } = await client.upload('large.csv', largeFile())
  await first.kill()
  const second = await serve({ port, state })
  try {
    const cut = await client.status(id)
    expect(cut.status).not.toBe('ready')
    let now = cut
    for (const deadline = Date.now() + 60_000; now.status !== 'ready' && Date.now() < deadline; await sleep(500))
      now = await client.status(id)
    expect(now).toMatchObject({ status: 'ready', failure: null, rows })
  } finally {
    await second.stop()
    rmSync(state, { recursive: true, force: true })
  }
})
