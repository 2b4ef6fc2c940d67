import { env } from 'cloudflare:workers'
import { rows, workspaceOf, type World } from './world.ts'

/** What must never be found, as a query of the rows that break it; `?1` is the workspace. */
const broken: Readonly<Record<string, string>> = {
  'a dashboard whose document has another version than its row': `
    SELECT id FROM dashboard WHERE workspace_id = ?1 AND version <> json_extract(document, '$.version')`,
  'a dashboard whose log goes on after its document, or ends before it': `
    SELECT dashboard.id FROM dashboard JOIN dashboard_edit ON dashboard_edit.dashboard_id = dashboard.id
    WHERE dashboard.workspace_id = ?1 GROUP BY dashboard.id HAVING max(dashboard_edit.version) <> dashboard.version`,
  'a log with a gap': `
    SELECT dashboard_id AS id FROM dashboard_edit WHERE workspace_id = ?1
    GROUP BY dashboard_id HAVING max(version) - min(version) + 1 <> count(*)`,
  'a dashboard without its deleted dataset': `
    SELECT dashboard.id FROM dashboard JOIN dataset ON dataset.id = dashboard.dataset_id
    WHERE dashboard.workspace_id = ?1 AND dashboard.deleted_at IS NULL AND dataset.deleted_at IS NOT NULL`,
  'a dataset whose current version is not one of its own': `
    SELECT id FROM dataset WHERE workspace_id = ?1
    AND current_version_id NOT IN (SELECT id FROM dataset_version WHERE dataset_version.dataset_id = dataset.id)`,
  'a dataset whose current version is not ready though another is': `
    SELECT dataset.id FROM dataset JOIN dataset_version ON dataset_version.id = dataset.current_version_id
    WHERE dataset.workspace_id = ?1 AND dataset_version.status <> 'ready' AND EXISTS (
      SELECT 1 FROM dataset_version other WHERE other.dataset_id = dataset.id AND other.status = 'ready')`,
  'a version that waits for a job that nobody will run': `
    SELECT id FROM dataset_version WHERE workspace_id = ?1 AND status IN ('pending', 'processing') AND NOT EXISTS (
      SELECT 1 FROM job WHERE json_extract(job.input, '$.version') = dataset_version.id AND job.status IN ('queued', 'running'))`,
  'a model whose versions have a gap': `
    SELECT dataset_id AS id FROM model_version WHERE workspace_id = ?1 GROUP BY dataset_id HAVING max(number) <> count(*)`,
  'more than the quota': `
    SELECT count(*) AS id FROM (
      SELECT id FROM dataset WHERE workspace_id = ?1 AND deleted_at IS NULL AND NOT is_sample
      UNION ALL SELECT id FROM upload WHERE workspace_id = ?1 AND status = 'open'
        AND dataset_id NOT IN (SELECT id FROM dataset)) HAVING count(*) > ?2`,
  'a completed upload that became nothing': `
    SELECT id FROM upload WHERE workspace_id = ?1 AND status = 'completed'
    AND NOT EXISTS (SELECT 1 FROM job WHERE json_extract(job.input, '$.version') = upload.version_id)
    AND EXISTS (SELECT 1 FROM dataset WHERE dataset.id = upload.dataset_id)`,
  'a member without a password, or a guest with one': `
    SELECT id FROM user WHERE (kind = 'member') <> (email IS NOT NULL) OR (kind = 'member') <> (password_hash IS NOT NULL)`,
  'a workspace without an owner': `
    SELECT id FROM workspace WHERE id = ?1 AND NOT EXISTS (
      SELECT 1 FROM membership WHERE workspace_id = workspace.id AND role = 'owner')`,
  'a row where none may be': 'SELECT held AS id FROM precondition',
}

/** The versions that are ready, or were read from a file, whose files are not there. */
async function withoutFiles(world: World): Promise<string[]> {
  const versions = await rows<{ id: string; folder: string; origin: string; status: string; name: string }>(
    world,
    'SELECT id, folder, origin, status, file_name AS name FROM dataset_version WHERE workspace_id = ?1',
  )
  const found = await env.FILES.list({ prefix: `${workspaceOf(world)}/` })
  const keys = new Set(found.objects.map(({ key }) => key))
  const needed = versions.flatMap(({ id, folder, origin, status }) => [
    ...(origin === 'upload' ? [{ id, key: `${folder}original.csv` }] : [{ id, key: `${folder}recipe.json` }]),
    ...(status === 'ready' ? ['data.parquet', 'profile.json'].map((file) => ({ id, key: folder + file })) : []),
  ])
  const missing = needed.filter(({ key }) => !keys.has(key))
  // A version may have been deleted, with its files, between the two questions.
  const still = new Set(
    (await rows<{ id: string }>(world, 'SELECT id FROM dataset_version WHERE workspace_id = ?1')).map(({ id }) => id),
  )
  return missing.filter(({ id }) => still.has(id)).map(({ key }) => key)
}

/** Every rule that the world breaks, with what breaks it. */
export async function problemsOf(world: World): Promise<string[]> {
  const workspace = workspaceOf(world)
  const { datasets } = world.deps.config.guest
  const asked = Object.entries(broken)
  const results = await env.DB.batch<{ id: string }>(
    asked.map(([, sql]) => {
      const statement = env.DB.prepare(sql)
      if (sql.includes('?2')) return statement.bind(workspace, datasets)
      return sql.includes('?1') ? statement.bind(workspace) : statement
    }),
  )
  const found = results.flatMap(({ results: ids }, at) => ids.map(({ id }) => `${asked[at]?.[0]}: ${id}`))
  const files = await withoutFiles(world)
  return [...found, ...files.map((key) => `a file that is gone: ${key}`)]
}
