import { env } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { ready } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

type Event = {
  number: number
  command: string
  dataset: string | null
  rows: number | null
  after: unknown
  hash: string
}

const events = (visitor: Visitor, query = ''): Promise<Event[]> => visitor.get<Event[]>(`audit${query}`)
const verified = (visitor: Visitor) => visitor.get<{ events: number; brokenAt: number | null }>('audit/verify')

/** Somebody whose log has a reading, a change, and what came before. */
async function busy(): Promise<{ visitor: Visitor; dataset: string; workspace: string }> {
  const visitor = await guest()
  const dataset = await ready(visitor)
  await visitor.post('query', {
    dataset: dataset.id,
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'count' }],
  })
  await visitor.post('groups', { name: 'North' })
  await vi.waitFor(async () => {
    const told = (await events(visitor)).map(({ command }) => command)
    expect(told).toEqual(expect.arrayContaining(['run-query', 'create-group', 'start-upload']))
  })
  const row = await env.DB.prepare('SELECT workspace_id FROM dataset WHERE id = ?')
    .bind(dataset.id)
    .first('workspace_id')
  return { visitor, dataset: dataset.id, workspace: String(row) }
}

test('[A17] tells every access to data and every change: who, what, how many rows', async () => {
  const { visitor, dataset } = await busy()
  const all = await events(visitor)
  expect(all.find(({ command }) => command === 'run-query')).toMatchObject({ dataset, rows: 4 })
  expect(all.find(({ command }) => command === 'create-group')?.after).toEqual({ name: 'North', members: [] })
  expect((await events(visitor, '?q=create-group')).map(({ command }) => command)).toEqual(['create-group'])
  const csv = await (await visitor.send('GET', '/api/v1/audit/export?format=csv&q=run-query')).text()
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  const lines = await (await visitor.send('GET', '/api/v1/audit/export?format=ndjson')).text()
  expect(
    lines
      .trim()
      .split('\n')
      .every((line) => typeof JSON.parse(line) === 'object'),
  ).toBe(true)
})

test('[A18] is a chain that shows what was changed or taken away, and cannot be changed by a statement', async () => {
  const { visitor, workspace } = await busy()
  expect((await verified(visitor)).brokenAt).toBeNull()
  await expect(env.DB.prepare('UPDATE audit_event SET rows = 0').run()).rejects.toThrow('append-only')
  await env.DB.prepare('DELETE FROM audit_event WHERE workspace_id = ? AND number = 2').bind(workspace).run()
  expect((await verified(visitor)).brokenAt).toBe(2)
})

test('[A18] keeps events in one order, however many requests come at once', async () => {
  const { visitor } = await busy()
  await Promise.all(Array.from({ length: 12 }, (_, at) => visitor.post('groups', { name: `Group ${at}` })))
  await vi.waitFor(async () => expect(await events(visitor, '?q=create-group')).toHaveLength(13))
  expect((await verified(visitor)).brokenAt).toBeNull()
})
