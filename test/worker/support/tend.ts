import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { commands } from '#worker/commands/registry.ts'
import { file } from './moves.ts'
import { newPerson, rows, workspaceOf, type World } from './world.ts'

type Row = { readonly id: string; readonly deleted_at: number | null }
type DashboardRow = Row & { readonly version: number; readonly orphan: number }

/** So much a world holds; what is beyond it goes for good, so that each race meets others. */
const most = { datasets: 5, dashboards: 4, uploads: 2, shares: 3 }

async function trim(world: World): Promise<void> {
  for (const [table, count] of Object.entries(most)) {
    const name = table.slice(0, -1)
    const rule = name === 'upload' ? `AND status = 'completed'` : ''
    await rows(
      world,
      `DELETE FROM ${name} WHERE workspace_id = ?1 AND id IN (
         SELECT id FROM ${name} WHERE workspace_id = ?1 ${rule} ORDER BY created_at DESC LIMIT -1 OFFSET ${count})`,
    )
  }
}

/** An upload of which all parts are there. */
async function addUpload({ deps }: World, dataset?: string): Promise<string | null> {
  const bytes = file(20)
  const begun = await commands['start-upload'].run(deps, {
    name: 'orders-20.csv',
    size: bytes.byteLength,
    sha256: null,
    dataset,
  })
  if (!begun.ok) return null
  const { id } = begun.value
  expect(await commands['put-part'].run(deps, { id, number: 1, bytes })).toMatchObject({ ok: true })
  return id
}

async function settled(world: World): Promise<void> {
  await expect
    .poll(
      () =>
        rows(
          world,
          `SELECT id FROM dataset_version WHERE workspace_id = ?1 AND status IN ('pending', 'processing')`,
        ).then(({ length }) => length),
      { timeout: 20_000, interval: 20 },
    )
    .toBe(0)
}

/** A dataset that is ready, with a dashboard, where the world has none. */
async function found(world: World): Promise<void> {
  const { deps } = world
  const [known] = await rows(world, 'SELECT id FROM dataset WHERE workspace_id = ?1 AND deleted_at IS NULL')
  if (known) return
  const upload = await addUpload(world)
  const dataset = upload === null ? null : await commands['complete-upload'].run(deps, { id: upload })
  if (!dataset?.ok) return
  await settled(world)
  expect(await commands['create-dashboard'].run(deps, { dataset: dataset.value.id })).toMatchObject({ ok: true })
}

/** What was deleted comes back: a dataset if there is room, a dashboard with its dataset or after it. */
async function restoreAll(world: World): Promise<void> {
  const { deps } = world
  const kept = Date.now() - deps.config.retention.deleted + 1000
  const gone = (table: string) =>
    rows<Row>(
      world,
      `SELECT id, deleted_at FROM ${table} WHERE workspace_id = ?1 AND deleted_at > ?2 ORDER BY deleted_at DESC`,
      kept,
    )
  for (const { id } of await gone('dataset')) {
    const restored = await commands['restore-dataset'].run(deps, { id })
    if (!restored.ok) expect(restored.error.code, `dataset ${id}`).toBe('quota/datasets')
  }
  for (const { id } of await gone('dashboard')) {
    const restored = await commands['restore-dashboard'].run(deps, { id })
    if (!restored.ok) expect(restored.error.code, `dashboard ${id}`).toBe('dashboard/without-dataset')
  }
}

/** Whatever is there can be edited. */
async function editAll(world: World): Promise<void> {
  const { deps } = world
  const dashboards = await rows<DashboardRow>(
    world,
    'SELECT id, version FROM dashboard WHERE workspace_id = ?1 AND deleted_at IS NULL',
  )
  for (const { id, version } of dashboards) {
    const edits = [{ type: 'rename-dashboard', payload: { title: `Tended ${version}` } }]
    expect(await commands['edit-dashboard'].run(deps, { id, version, edits })).toMatchObject({ ok: true })
  }
  const datasets = await rows<Row>(world, 'SELECT id FROM dataset WHERE workspace_id = ?1 AND deleted_at IS NULL')
  for (const { id } of datasets)
    expect(await commands['describe-dataset'].run(deps, { id, name: 'Tended' })).toMatchObject({ ok: true })
}

/** People whom the last race has changed are followed by others. */
async function replacePeople(world: World): Promise<void> {
  const { people, system } = world
  const held = await system.sessions.holder(people.newcomer.caller.session, new Date())
  if (held?.kind !== 'guest') people.newcomer = await newPerson(system)
}

/** Shows that all can go on after a race, and prepares the next: there is something to race about. */
export async function tend(world: World): Promise<void> {
  await restoreAll(world)
  await editAll(world)
  await trim(world)
  await found(world)
  await replacePeople(world)
  const open = await env.DB.prepare(`SELECT count(*) AS n FROM upload WHERE workspace_id = ? AND status = 'open'`)
    .bind(workspaceOf(world))
    .first<number>('n')
  if (open === 0) await addUpload(world)
}
