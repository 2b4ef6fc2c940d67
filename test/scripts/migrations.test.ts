import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { accessOf } from '#core/semantic/model/access-of.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'

const files = readdirSync('migrations')
  .filter((name) => name.endsWith('.sql'))
  .toSorted()

const apply = (database: DatabaseSync, names: readonly string[]): void => {
  for (const name of names) {
    // D1 runs each migration as one transaction, with foreign keys enforced.
    database.exec(`BEGIN; ${readFileSync(`migrations/${name}`, 'utf8')}; COMMIT`)
  }
}

/** The database as it was before a migration, with these rows, after it. */
function migrated(migration: string, rows: string): DatabaseSync {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true })
  const at = files.findIndex((name) => name.includes(migration))
  apply(database, files.slice(0, at))
  database.exec(rows)
  apply(database, files.slice(at, at + 1))
  return database
}

const all = (database: DatabaseSync, sql: string) =>
  database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }))

const people = `
  INSERT INTO workspace VALUES ('w1', 1, 1), ('w2', 1, 1);
  INSERT INTO user (id, workspace_id, kind, email, name, password_hash, preferences, last_sign_in_at, created_at)
    VALUES ('ada', 'w1', 'member', 'ada@example.org', 'Ada', 'hash', '{}', 7, 5), ('g', 'w2', 'guest', NULL, 'Guest', NULL, '{}', NULL, 6);
  INSERT INTO session VALUES ('s1', 'w1', 'ada', 7, 99, NULL), ('s2', 'w2', 'g', 6, 99, 8);
  INSERT INTO refresh_token (hash, workspace_id, session_id, created_at, used_at, uses)
    VALUES ('h1', 'w1', 's1', 7, NULL, 0), ('h2', 'w2', 's2', 6, 7, 1);`

test('memberships: everybody stays the owner of their workspace, with sessions and tokens', () => {
  const database = migrated('memberships', people)
  expect(all(database, 'SELECT * FROM membership ORDER BY user_id')).toEqual([
    { user_id: 'ada', workspace_id: 'w1', role: 'owner', created_at: 5, last_used_at: 7 },
    { user_id: 'g', workspace_id: 'w2', role: 'owner', created_at: 6, last_used_at: 6 },
  ])
  expect(all(database, 'SELECT id, email, password_hash, last_sign_in_at FROM user ORDER BY id')).toEqual([
    { id: 'ada', email: 'ada@example.org', password_hash: 'hash', last_sign_in_at: 7 },
    { id: 'g', email: null, password_hash: null, last_sign_in_at: null },
  ])
  expect(all(database, 'SELECT id, workspace_id, user_id, revoked_at FROM session ORDER BY id')).toEqual([
    { id: 's1', workspace_id: 'w1', user_id: 'ada', revoked_at: null },
    { id: 's2', workspace_id: 'w2', user_id: 'g', revoked_at: 8 },
  ])
  expect(all(database, 'SELECT hash, session_id, uses FROM refresh_token ORDER BY hash')).toEqual([
    { hash: 'h1', session_id: 's1', uses: 0 },
    { hash: 'h2', session_id: 's2', uses: 1 },
  ])
  expect(all(database, 'PRAGMA foreign_key_check')).toEqual([])
  expect(all(database, "SELECT name FROM sqlite_master WHERE name LIKE '\\_\\_%' ESCAPE '\\'")).toEqual([])
})

test('memberships: what belonged to a person still goes with them', () => {
  const database = migrated('memberships', people)
  database.exec("DELETE FROM user WHERE id = 'ada'")
  expect(all(database, 'SELECT id FROM session')).toEqual([{ id: 's2' }])
  expect(all(database, 'SELECT user_id FROM membership')).toEqual([{ user_id: 'g' }])
  database.exec("DELETE FROM workspace WHERE id = 'w2'")
  expect(all(database, 'SELECT user_id FROM membership')).toEqual([])
})

test('jobs of any kind: every job is kept, with what its version knew', () => {
  const version = (id: string, number: number, rest: string) =>
    `INSERT INTO dataset_version (id, workspace_id, dataset_id, number, folder, file_name, bytes, status, progress, failure, created_at)
     VALUES ('${id}', 'w', 'd', ${number}, 'f/', 'a.csv', 1, ${rest}, 1);`
  const job = (id: string, of: string, status: string) =>
    `INSERT INTO job (id, workspace_id, kind, dataset_id, version_id, status, attempts, enqueued_at, created_at)
     VALUES ('${id}', 'w', 'ingest-dataset', 'd', '${of}', '${status}', 2, 1, 1);`
  const database = migrated(
    'jobs_of_any_kind',
    `INSERT INTO workspace VALUES ('w', 1, 1);
     INSERT INTO dataset (id, workspace_id, name, current_version_id, created_at, updated_at) VALUES ('d', 'w', 'D', 'v1', 1, 1);
     ${version('v1', 1, "'ready', 1, NULL")} ${version('v2', 2, `'failed', 0.4, '{"code":"x"}'`)} ${version('v3', 3, "'processing', 0.25, NULL")}
     ${job('j1', 'v1', 'done')} ${job('j2', 'v2', 'failed')} ${job('j3', 'v3', 'running')} ${job('j4', 'gone', 'queued')}`,
  )
  const common = { workspace_id: 'w', schedule_id: null, kind: 'ingest-dataset', attempts: 2 }
  const input = (of: string) => JSON.stringify({ dataset: 'd', version: of })
  expect(
    all(
      database,
      'SELECT id, workspace_id, schedule_id, kind, input, status, progress, failure, attempts FROM job ORDER BY id',
    ),
  ).toEqual([
    { ...common, id: 'j1', input: input('v1'), status: 'done', progress: 1, failure: null },
    { ...common, id: 'j2', input: input('v2'), status: 'failed', progress: 0.4, failure: '{"code":"x"}' },
    { ...common, id: 'j3', input: input('v3'), status: 'running', progress: 0.25, failure: null },
    { ...common, id: 'j4', input: input('gone'), status: 'queued', progress: 0, failure: null },
  ])
})

test('people and rights: every row is kept, editors become analysts, and nothing is restricted', () => {
  const database = migrated(
    'people_and_rights',
    `
    INSERT INTO workspace VALUES ('w', 1, 2);
    INSERT INTO user (id, kind, email, name, password_hash, preferences, created_at)
      VALUES ('ada', 'member', 'ada@example.org', 'Ada', 'hash', '{}', 5), ('bo', 'member', 'bo@example.org', 'Bo', 'hash', '{}', 6);
    INSERT INTO membership VALUES ('ada', 'w', 'owner', 5, 7), ('bo', 'w', 'editor', 6, 8);
    INSERT INTO dataset (id, workspace_id, name, current_version_id, is_sample, created_at, updated_at)
      VALUES ('d', 'w', 'Orders', 'v', 0, 1, 1);
    INSERT INTO dashboard (id, workspace_id, dataset_id, document, version, created_at, updated_at)
      VALUES ('b', 'w', 'd', '{}', 3, 1, 1);
    INSERT INTO model_version (workspace_id, dataset_id, number, document, user_id, created_at)
      VALUES ('w', 'd', 1, '{"rows":[{"role":"editor","conditions":[]}]}', 'ada', 1);
    INSERT INTO upload (id, workspace_id, dataset_id, version_id, multipart_id, file_name, bytes, status, created_at)
      VALUES ('u', 'w', 'd', 'v', 'm', 'a.csv', 1, 'open', 1);`,
  )
  expect(all(database, 'SELECT user_id, role, attributes, last_used_at FROM membership ORDER BY user_id')).toEqual([
    { user_id: 'ada', role: 'owner', attributes: '{}', last_used_at: 7 },
    { user_id: 'bo', role: 'analyst', attributes: '{}', last_used_at: 8 },
  ])
  expect(all(database, 'SELECT id, name, project_id, is_restricted FROM dataset')).toEqual([
    { id: 'd', name: 'Orders', project_id: null, is_restricted: 0 },
  ])
  expect(all(database, 'SELECT id, name, organisation_id, last_active_at FROM workspace')).toEqual([
    { id: 'w', name: 'My workspace', organisation_id: null, last_active_at: 2 },
  ])
  for (const table of ['dashboard', 'model_version', 'upload', 'user'])
    expect(all(database, `SELECT count(*) AS rows FROM ${table}`), table).toEqual([{ rows: table === 'user' ? 2 : 1 }])
  expect(all(database, 'PRAGMA foreign_key_check')).toEqual([])
  database.exec("DELETE FROM workspace WHERE id = 'w'")
  expect(all(database, 'SELECT id FROM dataset')).toEqual([])
})

test('people and rights: a document saved before editors were renamed restricts analysts', () => {
  const before = {
    rows: [{ role: 'editor', conditions: [{ op: 'in', column: 'Region', values: ['North'] }] }],
    columns: { Pay: { visibility: { editor: 'hidden' } } },
  }
  const read = modelDocument.parse(before)
  expect(accessOf(read)).toEqual({
    rows: [{ ...before.rows[0], role: 'analyst' }],
    columns: [{ column: 'Pay', role: 'analyst', visibility: 'hidden' }],
  })
})

test('accounts: people and sessions stay; nobody is asked for a code that they did not want', () => {
  const database = migrated(
    'people_accounts',
    `INSERT INTO workspace (id, created_at, last_active_at) VALUES ('w1', 1, 1);
     INSERT INTO user (id, kind, email, name, password_hash, preferences, created_at)
       VALUES ('ada', 'member', 'ada@example.org', 'Ada', 'hash', '{}', 5);
     INSERT INTO session (id, workspace_id, user_id, created_at, expires_at) VALUES ('s1', 'w1', 'ada', 7, 99);`,
  )
  expect(all(database, 'SELECT id, account_type, email_verified_at, wants_code, delete_at FROM user')).toEqual([
    { id: 'ada', account_type: 'individual', email_verified_at: null, wants_code: 0, delete_at: null },
  ])
  expect(all(database, 'SELECT id, device, place, last_used_at FROM session')).toEqual([
    { id: 's1', device: null, place: null, last_used_at: null },
  ])
  expect(all(database, 'PRAGMA foreign_key_check')).toEqual([])
})
