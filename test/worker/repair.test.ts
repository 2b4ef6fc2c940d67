import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test } from 'vitest'
import type { WireDashboard } from '#worker/wire/dashboard.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { ready, renewed, textFile } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

/** The part of the migration that repairs what earlier versions of the product have broken. */
async function repair(): Promise<void> {
  const { queries = [] } = env.TEST_MIGRATIONS.find(({ name }) => name.includes('conditional_writes')) ?? {}
  const repairs = queries.filter((query) => /^\s*(--[^\n]*\n\s*)*(UPDATE|DELETE)\b/.test(query))
  expect(repairs).toHaveLength(4)
  await env.DB.batch(repairs.map((query) => env.DB.prepare(query)))
}

const run = (sql: string, ...values: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()

let visitor: Visitor
let dataset: WireDataset
let dashboard: WireDashboard
beforeAll(async () => {
  visitor = await guest()
  dataset = await ready(visitor)
  dashboard = await visitor.post<WireDashboard>('dashboards', { dataset: dataset.id })
}, 60_000)

const rename = (title: string) => ({ type: 'rename-dashboard', payload: { title } })
const edit = async (title: string) => {
  const { version } = (await visitor.get<WireDashboard>(`dashboards/${dashboard.id}`)).document
  const body = { version, edits: [rename(title)] }
  return (await visitor.send('POST', `/api/v1/dashboards/${dashboard.id}/edits`, { body })).status
}

describe('the migration', () => {
  test('makes a dashboard editable again whose log went on without it, and keeps what was applied', async () => {
    expect(await edit('Before')).toBe(200)
    const { version } = (await visitor.get<WireDashboard>(`dashboards/${dashboard.id}`)).document
    const logged = `INSERT INTO dashboard_edit SELECT workspace_id, dashboard_id, ?, user_id, edit, inverse, created_at
      FROM dashboard_edit WHERE dashboard_id = ? AND version = ?`
    for (const ahead of [1, 2, 3]) await run(logged, version + ahead, dashboard.id, version)
    expect(await edit('Refused for good')).toBe(409)
    await repair()
    expect(await edit('After')).toBe(200)
    const log = await env.DB.prepare('SELECT version FROM dashboard_edit WHERE dashboard_id = ? ORDER BY version')
      .bind(dashboard.id)
      .all<{ version: number }>()
    expect(log.results.map((row) => row.version)).toEqual([version, version + 1])
  })

  test('shows a dataset again whose current version is gone, by the newest that is ready', async () => {
    const other = await ready(visitor, textFile('other.csv', 'a,b\n1,2\n3,4\n'))
    const { version } = await renewed(visitor, other.id, textFile('other.csv', 'a,b\n5,6\n7,8\n'))
    await run('UPDATE dataset SET current_version_id = ? WHERE id = ?', 'gone', other.id)
    expect((await visitor.refused('GET', `datasets/${other.id}`)).code).toBe('dataset/not-found')
    await repair()
    expect((await visitor.get<WireDataset>(`datasets/${other.id}`)).version.id).toBe(version.id)
  })

  test('hides a dashboard whose dataset is deleted, until that is restored', async () => {
    await visitor.send('DELETE', `/api/v1/datasets/${dataset.id}`)
    await run('UPDATE dashboard SET deleted_at = NULL WHERE id = ?', dashboard.id)
    await repair()
    const listed = async () => (await visitor.get<{ id: string }[]>('dashboards')).map(({ id }) => id)
    expect(await listed()).not.toContain(dashboard.id)
    await visitor.post(`datasets/${dataset.id}/restore`)
    expect(await listed()).toContain(dashboard.id)
  })
})
