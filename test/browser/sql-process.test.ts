import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createClient } from '../support/api.ts'
import { hasChromium, url } from './browser.ts'

/** Six thousand million rows: it ends at the deadline of 20 seconds, or because it is ended. */
const slow = "SELECT count(*) FROM generate_series(TIMESTAMP '1900-01-01', TIMESTAMP '2100-01-01', INTERVAL 1 SECOND)"
const early = 15_000

async function guest() {
  const client = createClient(url)
  await client.startGuest()
  // Starts the caller's process, so that what is measured is the query.
  await client.call('POST', 'sql', { sql: 'SELECT 1' })
  return client
}

/** Sends a query over a line of its own, which is cut after so long. */
async function cutOff(cookie: string, sql: string, after: number): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const body = JSON.stringify({ sql })
  const head = [
    'POST /api/v1/sql HTTP/1.1',
    `host: ${host}`,
    `origin: ${url}`,
    `cookie: ${cookie}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]
  const line = connect({ host: hostname, port: Number(port) })
  line.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  await sleep(after)
  line.resetAndDestroy()
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

// The server of these tests runs where there is a Chromium.
describe.skipIf(!hasChromium)('a SQL process of the local server', () => {
  test('ends when its caller has gone', async () => {
    const client = await guest()
    await cutOff(client.cookie(), slow, 1000)
    expect(await timeOf(() => client.call('POST', 'sql', { sql: 'SELECT 2' }))).toBeLessThan(early)
  })

  test('ends when its caller says so, who is told', async () => {
    const client = await guest()
    const refused = client.call('POST', 'sql', { sql: slow }).catch(String)
    await sleep(1000)
    expect(await timeOf(() => client.call('DELETE', 'sql'))).toBeLessThan(early)
    expect(await refused).toContain('sql/stopped')
    expect(await client.call('POST', 'sql', { sql: 'SELECT 3 AS n' })).toMatchObject({ rows: [[3]] })
  })

  test('keeps nobody else waiting', async () => {
    const [client, other] = [await guest(), await guest()]
    const refused = client.call('POST', 'sql', { sql: slow }).catch(String)
    await sleep(500)
    expect(await timeOf(() => other.call('GET', 'me'))).toBeLessThan(early)
    expect(await timeOf(() => other.call('POST', 'sql', { sql: 'SELECT 4' }))).toBeLessThan(early)
    expect(await refused).toMatch(/sql\/too-(slow|much-work)/)
  })
})
