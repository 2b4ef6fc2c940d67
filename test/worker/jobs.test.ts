import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import worker from '#worker/index.ts'
import type { jobKinds } from '#worker/jobs/registry.ts'
import type { WireDataset } from '#worker/wire/dataset.ts'
import { everyMinute, housekeeping } from './support/housekeeping.ts'
import { ready, settled } from './support/upload.ts'
import { guest, type Visitor } from './support/visitor.ts'

type JobRow = { readonly id: string; readonly workspace_id: string; readonly status: string; readonly attempts: number }

const jobOf = async (dataset: string): Promise<JobRow> => {
  const row = await env.DB.prepare(`SELECT * FROM job WHERE input ->> 'dataset' = ? ORDER BY created_at DESC`)
    .bind(dataset)
    .first<JobRow>()
  if (!row) throw new Error('no job')
  return row
}

const set = (id: string, columns: Readonly<Record<string, unknown>>) =>
  env.DB.prepare(
    `UPDATE job SET ${Object.keys(columns)
      .map((name) => `${name} = ?`)
      .join(', ')} WHERE id = ?`,
  )
    .bind(...Object.values(columns), id)
    .run()

const setVersion = (dataset: string, status: string) =>
  env.DB.prepare('UPDATE dataset_version SET status = ?, progress = 0.4, failure = NULL WHERE dataset_id = ?')
    .bind(status, dataset)
    .run()

async function deliver(queue: string, body: unknown) {
  const batch = createMessageBatch(queue, [{ id: '1', timestamp: new Date(), attempts: 1, body }])
  const context = createExecutionContext()
  await worker.queue(batch, env, context)
  return getQueueResult(batch, context)
}

/** A dataset whose server was killed while it read the file. */
async function killed(
  visitor: Visitor,
  columns: Readonly<Record<string, unknown>>,
): Promise<{ dataset: WireDataset; job: JobRow }> {
  const dataset = await ready(visitor)
  await expect.poll(async () => (await jobOf(dataset.id)).status).toBe('done')
  const job = await jobOf(dataset.id)
  await setVersion(dataset.id, 'processing')
  await set(job.id, { status: 'running', finished_at: null, ...columns })
  return { dataset, job }
}

describe('a job whose server was killed', () => {
  test('is done by the next, once its lease has ended', async () => {
    const visitor = await guest()
    const { dataset, job } = await killed(visitor, { lease_ends_at: Date.now() - 1 })
    await everyMinute()
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'ready', rows: 400 })
    await expect.poll(async () => (await jobOf(dataset.id)).status).toBe('done')
    expect((await jobOf(dataset.id)).attempts).toBe(job.attempts + 1)
  })

  test('is left alone while its runner still answers', async () => {
    const visitor = await guest()
    const { dataset } = await killed(visitor, { lease_ends_at: Date.now() + 60_000 })
    await everyMinute()
    expect((await visitor.get<WireDataset>(`datasets/${dataset.id}`)).status).toBe('processing')
    expect((await jobOf(dataset.id)).status).toBe('running')
  })

  test('fails plainly after its last attempt, and can be tried again by hand', async () => {
    const visitor = await guest()
    const { dataset } = await killed(visitor, { lease_ends_at: Date.now() - 1, attempts: 3 })
    await everyMinute()
    const failed = await visitor.get<WireDataset>(`datasets/${dataset.id}`)
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'job/gave-up' } })
    expect(failed.failure?.message).toContain('3 attempts')
    await visitor.post(`datasets/${dataset.id}/retry`)
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'ready', failure: null })
    expect((await visitor.refused('POST', `datasets/${dataset.id}/retry`)).code).toBe('dataset/not-failed')
  })

  test('is sent again when its message was lost', async () => {
    const visitor = await guest()
    const { dataset } = await killed(visitor, {
      status: 'queued',
      lease_ends_at: null,
      enqueued_at: Date.now() - 120_000,
    })
    await everyMinute()
    expect(await settled(visitor, dataset.id)).toMatchObject({ status: 'ready' })
  })
})

describe('a job that throws', () => {
  beforeEach(() => {
    const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    return () => shown.mockRestore()
  })

  test('is tried again later, and given up in words after the third time', async () => {
    const visitor = await guest()
    const { dataset, job } = await killed(visitor, { status: 'queued', lease_ends_at: null, attempts: 0 })
    const version = await env.DB.prepare('SELECT folder FROM dataset_version WHERE dataset_id = ?')
      .bind(dataset.id)
      .first<{ folder: string }>()
    // A disk that has lost the file; asked under another name, so that what is remembered of it does not help.
    await env.DB.prepare("UPDATE dataset_version SET folder = 'nowhere/' WHERE dataset_id = ?").bind(dataset.id).run()
    const message = { job: job.id, workspace: job.workspace_id }
    for (const attempts of [1, 2]) {
      expect((await deliver('edgewise-jobs', message)).retryMessages).toHaveLength(1)
      expect(await jobOf(dataset.id)).toMatchObject({ status: 'queued', attempts })
    }
    expect((await deliver('edgewise-jobs', message)).explicitAcks).toEqual(['1'])
    expect(await visitor.get<WireDataset>(`datasets/${dataset.id}`)).toMatchObject({
      status: 'failed',
      failure: { code: 'job/gave-up' },
    })
    expect(version?.folder).toContain(dataset.id)
  })

  test('that the platform stops delivering is failed from the dead letters', async () => {
    const visitor = await guest()
    const { dataset, job } = await killed(visitor, { status: 'queued', lease_ends_at: null, attempts: 2 })
    const { explicitAcks } = await deliver('edgewise-jobs-dead', { job: job.id, workspace: job.workspace_id })
    expect(explicitAcks).toEqual(['1'])
    expect(await visitor.get<WireDataset>(`datasets/${dataset.id}`)).toMatchObject({
      status: 'failed',
      failure: { code: 'job/gave-up' },
    })
  })

  test('and a message that cannot be read is dropped', async () => {
    expect((await deliver('edgewise-jobs', { nonsense: true })).explicitAcks).toEqual(['1'])
  })
})

/** A dataset that a job of each kind of version has made, as the product has it made. */
const madeBy = {
  'ingest-dataset': (visitor: Visitor) => ready(visitor),
  'clean-dataset': async (visitor: Visitor) => {
    const { id } = await ready(visitor)
    const recipe = { schema: 1, steps: [{ step: 'trim', settings: {} }] }
    await visitor.post(`datasets/${id}/cleaning`, { recipe })
    return vi.waitFor(
      async () => {
        const dataset = await visitor.get<WireDataset>(`datasets/${id}`)
        expect(dataset).toMatchObject({ status: 'ready', next: null, version: { number: 2 } })
        return dataset
      },
      { timeout: 20_000, interval: 50 },
    )
  },
} satisfies Partial<Record<keyof typeof jobKinds, (visitor: Visitor) => Promise<WireDataset>>>

describe.each(Object.keys(madeBy) as (keyof typeof madeBy)[])('the job %s', { timeout: 30_000 }, (kind) => {
  test('run twice does no harm', async () => {
    const visitor = await guest()
    const dataset = await madeBy[kind](visitor)
    const job = await jobOf(dataset.id)
    const before = await visitor.get(`datasets/${dataset.id}/profile`)
    await set(job.id, { status: 'queued' })
    await deliver('edgewise-jobs', { job: job.id, workspace: job.workspace_id })
    expect(await visitor.get(`datasets/${dataset.id}`)).toMatchObject({ status: 'ready', rows: 400 })
    expect(await visitor.get(`datasets/${dataset.id}/profile`)).toEqual(before)
  })

  test('delivered twice at once is run once', async () => {
    const visitor = await guest()
    const dataset = await madeBy[kind](visitor)
    const job = await jobOf(dataset.id)
    await set(job.id, { status: 'queued', attempts: 0 })
    const message = { job: job.id, workspace: job.workspace_id }
    await Promise.all([deliver('edgewise-jobs', message), deliver('edgewise-jobs', message)])
    expect((await jobOf(dataset.id)).attempts).toBe(1)
  })
})

describe('housekeeping', () => {
  const age = (table: string, column: string, where: string, value: string) =>
    env.DB.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where} = ?`)
      .bind(Date.now() - 8 * 86_400_000, value)
      .run()

  test('guests who stay away for a week are forgotten with all they had; others are not', async () => {
    const [away, here] = [await guest(), await guest()]
    const dataset = await ready(away)
    await ready(here)
    const { workspace_id: workspace } = await jobOf(dataset.id)
    await age('workspace', 'last_active_at', 'id', workspace)
    await housekeeping()
    expect((await away.refused('GET', 'me')).status).toBe(401)
    expect((await env.FILES.list({ prefix: workspace })).objects).toEqual([])
    for (const table of ['membership', 'session', 'dataset', 'dataset_version', 'job', 'dashboard']) {
      const rows = await env.DB.prepare(`SELECT * FROM ${table} WHERE workspace_id = ?`).bind(workspace).all()
      expect(rows.results, table).toEqual([])
    }
    expect(await here.get<WireDataset[]>('datasets')).not.toEqual([])
  })

  test('a member who stays away is not', async () => {
    const visitor = await guest()
    const account = await visitor.post<{ id: string }>('auth/sign-up', {
      email: 'away@example.com',
      password: 'long enough',
      name: 'A',
    })
    const user = await env.DB.prepare('SELECT workspace_id FROM membership WHERE user_id = ?')
      .bind(account.id)
      .first<{ workspace_id: string }>()
    await age('workspace', 'last_active_at', 'id', user?.workspace_id ?? '')
    await housekeeping()
    expect((await visitor.get<{ id: string }>('me')).id).toBe(account.id)
  })

  test('a deleted dataset leaves R2 after the retention, the shared sample never', async () => {
    const visitor = await guest()
    const dataset = await ready(visitor)
    const { workspace_id: workspace } = await jobOf(dataset.id)
    for (const { id } of await visitor.get<WireDataset[]>('datasets')) {
      await visitor.send('DELETE', `/api/v1/datasets/${id}`)
      expect((await visitor.refused('GET', `datasets/${id}`)).code).toBe('dataset/not-found')
    }
    await housekeeping()
    expect((await env.FILES.list({ prefix: workspace })).objects.length).toBeGreaterThan(0)
    await age('dataset', 'deleted_at', 'workspace_id', workspace)
    const shared = (await env.FILES.list({ prefix: 'sample/' })).objects.length
    await housekeeping()
    expect((await env.FILES.list({ prefix: workspace })).objects).toEqual([])
    expect((await env.FILES.list({ prefix: 'sample/' })).objects).toHaveLength(shared)
  })

  test('an upload that nobody finishes is given up after a day', async () => {
    const visitor = await guest()
    const begun = await visitor.post<{ id: string }>('uploads', { name: 'a.csv', size: 10, sha256: null })
    await housekeeping()
    expect((await visitor.refused('POST', `uploads/${begun.id}/complete`)).code).toBe('upload/incomplete')
    await age('upload', 'created_at', 'id', begun.id)
    await housekeeping()
    expect((await visitor.refused('POST', `uploads/${begun.id}/complete`)).code).toBe('upload/not-found')
  })
})
