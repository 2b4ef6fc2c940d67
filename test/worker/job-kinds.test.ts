import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { asId, type Id } from '#core/ids.ts'
import { ok } from '#core/result.ts'
import { everything } from '#worker/db/standing.ts'
import { defineJob, type JobKind } from '#worker/jobs/job-kind.ts'
import { createLoop } from '#worker/jobs/loop.ts'
import { jobKinds } from '#worker/jobs/registry.ts'
import { createRunner } from '#worker/jobs/runner.ts'
import { startDue } from '#worker/jobs/schedules.ts'
import { type Service, serviceOf } from '#worker/service.ts'
import { newPerson } from './support/world.ts'

type Row = {
  readonly id: string
  readonly status: string
  readonly progress: number
  readonly failure: string | null
  readonly attempts: number
  readonly finished_at: number | null
}

/** Counts the words of a text; some texts make it do what jobs do when they go wrong. */
const countWords = defineJob({
  summary: 'Count the words of a text.',
  title: 'Counting words',
  scope: 'workspace',
  deadline: 100,
  input: z.object({ text: z.string(), version: z.string() }),
  work: ({ files, store, caller }, { text, version }) => ({
    async run({ progress, signal }) {
      progress(0.5)
      await scheduler.wait(5)
      if (text === 'forever') await new Promise(() => undefined)
      if (text === 'slow') await new Promise<void>((end) => signal.addEventListener('abort', () => end()))
      if (text === 'slow') return fail('service/unavailable')
      if (text === 'broken' || text === 'unwanted') throw new Error('A bug')
      if (text === '') return fail('dataset/not-found')
      expect(await store.datasets.all()).toHaveLength(1)
      await files.put(`${caller.workspace}/words`, String(text.split(' ').length))
      return ok(null)
    },
    showProgress: (fraction) => files.put(`${caller.workspace}/progress`, String(fraction)),
    failing: (failure, at) => [store.versions.failing(asId(version), failure, at)],
    announce: () => files.put(`${caller.workspace}/announced`, 'yes'),
    isWanted: async () => text !== 'unwanted',
  }),
})

const kinds: Readonly<Record<string, JobKind>> = { ...jobKinds, 'count-words': countWords }
const runner = createRunner(kinds)

let service: Service
let workspace: Id<'workspace'>
let sent: string[]
beforeEach(async () => {
  sent = []
  const real = serviceOf(env, { waitUntil: (work) => void work.catch(() => null) })
  service = {
    ...real,
    config: { ...real.config, job: { ...real.config.job, grace: 20 } },
    queue: { send: async ({ job }) => void sent.push(job) },
  }
  workspace = (await newPerson(service)).caller.workspace
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => quiet.mockRestore()
})

const dataset = (): Id<'dataset'> => asId(`dataset-${workspace}`)
const version = (): Id<'version'> => asId(`version-${workspace}`)

/** A dataset whose version is on its way: what the job is about. */
async function addVersion(): Promise<void> {
  const at = new Date()
  const [id, currentVersionId] = [dataset(), version()]
  await service.storeOf(workspace, everything).datasets.add({
    dataset: { id, name: 'Words', currentVersionId, createdAt: at, updatedAt: at },
    version: {
      id: currentVersionId,
      datasetId: id,
      number: 1,
      folder: `${workspace}/`,
      fileName: 'words.txt',
      bytes: 1,
      status: 'processing',
      createdAt: at,
    },
    work: null,
  })
}

const rowOf = (id: string) => env.DB.prepare('SELECT * FROM job WHERE id = ?').bind(id).first<Row>()
const versionStatus = () =>
  env.DB.prepare('SELECT status FROM dataset_version WHERE id = ?').bind(version()).first<string>('status')
const stored = async (name: string) => (await env.FILES.get(`${workspace}/${name}`))?.text() ?? null

/** A schedule by which the workspace counts these words, due now. */
async function schedule(input: unknown): Promise<string> {
  const id = service.newId<'schedule'>()
  await env.DB.prepare(
    'INSERT INTO schedule (id, workspace_id, kind, input, every_minutes, next_at, created_at) VALUES (?, ?, ?, ?, 5, 0, 0)',
  )
    .bind(id, workspace, 'count-words', JSON.stringify(input))
    .run()
  return id
}

/** The job that counts these words, added by a schedule, as yet unrun. */
async function add(text: unknown): Promise<string> {
  await addVersion()
  await schedule({ text, version: version() })
  await startDue(service, kinds)
  const id = await env.DB.prepare('SELECT id FROM job WHERE workspace_id = ?').bind(workspace).first<string>('id')
  if (id === null) throw new Error('no job')
  return id
}

async function deliver(job: string) {
  const batch = createMessageBatch('edgewise-jobs', [{ id: '1', timestamp: new Date(), attempts: 1, body: { job } }])
  await createLoop(runner).consume(batch, service)
  return getQueueResult(batch, createExecutionContext())
}

describe('a kind of job that is added here', () => {
  test('runs as the product’s own do: it reads its input, shows its progress, and ends', async () => {
    const id = await add('one two three')
    expect(await rowOf(id)).toMatchObject({ status: 'queued', progress: 0 })
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    expect(await rowOf(id)).toMatchObject({ status: 'done', progress: 1, failure: null, attempts: 1 })
    expect((await rowOf(id))?.finished_at).toBeGreaterThan(0)
    expect([await stored('words'), await stored('progress'), await stored('announced')]).toEqual(['3', '0.5', 'yes'])
  })

  test('says why it failed, and writes what follows from it, together', async () => {
    const id = await add('')
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    const row = await rowOf(id)
    expect(row).toMatchObject({ status: 'failed' })
    expect(JSON.parse(row?.failure ?? '')).toMatchObject({ code: 'dataset/not-found' })
    expect([await versionStatus(), await stored('announced')]).toEqual(['failed', 'yes'])
  })

  test.each(['slow', 'forever'])('ends at its deadline, whether it stops or not: %s', async (text) => {
    const id = await add(text)
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    const row = await rowOf(id)
    expect(row).toMatchObject({ status: 'failed' })
    expect(JSON.parse(row?.failure ?? '')).toMatchObject({ code: 'job/too-slow' })
    expect(JSON.parse(row?.failure ?? '').message).toContain('Counting words')
    expect(await versionStatus()).toBe('failed')
  })

  test('is tried three times when it throws, then ends in words', async () => {
    const id = await add('broken')
    for (const attempts of [1, 2]) {
      expect((await deliver(id)).retryMessages).toHaveLength(1)
      expect(await rowOf(id)).toMatchObject({ status: 'queued', attempts })
      expect(await versionStatus()).toBe('processing')
    }
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    const { code, message } = JSON.parse((await rowOf(id))?.failure ?? '') as Record<string, string>
    expect([code, message]).toEqual(['job/gave-up', 'Counting words did not succeed in 3 attempts; nothing was lost.'])
    expect(await versionStatus()).toBe('failed')
  })

  test('ends quietly when what it is about was deleted', async () => {
    const id = await add('unwanted')
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    expect(await rowOf(id)).toMatchObject({ status: 'done', failure: null })
    expect(await versionStatus()).toBe('processing')
  })

  test('ends when its input cannot be read', async () => {
    const id = await add(7)
    expect((await deliver(id)).explicitAcks).toEqual(['1'])
    expect(await rowOf(id)).toMatchObject({ status: 'failed' })
  })
})

describe('a schedule', () => {
  const jobs = async () => {
    const found = await env.DB.prepare('SELECT id FROM job WHERE workspace_id = ?').bind(workspace).all<Row>()
    return found.results.map(({ id }) => id)
  }

  test('adds one job when it is due, however many read it, and none while that is unfinished', async () => {
    await addVersion()
    const id = await schedule({ text: 'a b', version: version() })
    await Promise.all([startDue(service, kinds), startDue(service, kinds)])
    const [job = ''] = await jobs()
    expect(sent.filter((each) => each === job)).toEqual([job])
    const next = await env.DB.prepare('SELECT next_at FROM schedule WHERE id = ?').bind(id).first<number>('next_at')
    expect(next).toBeGreaterThan(Date.now() + 4 * 60_000)
    await env.DB.prepare('UPDATE schedule SET next_at = 1 WHERE id = ?').bind(id).run()
    await startDue(service, kinds)
    expect(await jobs()).toEqual([job])
    await deliver(job)
    await startDue(service, kinds)
    expect(await jobs()).toHaveLength(2)
  })

  test('of a kind that begins by itself is there; one of a kind that no longer does is not', async () => {
    const standing = async () => {
      const found = await env.DB.prepare('SELECT kind FROM schedule WHERE workspace_id IS NULL ORDER BY kind').all<{
        kind: string
      }>()
      return found.results.map(({ kind }) => kind)
    }
    const { 'sweep-guests': _, ...others } = jobKinds
    await startDue(service, { ...others, tidy: { ...jobKinds['sweep-files'], everyMinutes: 5 } })
    const always = ['send-mail', 'sweep-accounts', 'sweep-audit', 'sweep-files']
    expect(await standing()).toEqual([...always, 'sweep-versions', 'tidy'])
    await startDue(service, { ...jobKinds })
    expect(await standing()).toEqual([...always, 'sweep-guests', 'sweep-versions'])
  })
})

describe.each(Object.entries(kinds))('the kind of job %s', (_, kind) => {
  test('says what it does, and what it is called where it fails', () => {
    expect(kind.summary).toMatch(/^[A-Z].{10,}\.$/)
    expect(kind.title).toMatch(/^[A-Z][a-z]+ing \S/)
  })

  test('ends before the platform stops it, and begins by itself only for the installation', () => {
    expect(kind.deadline + service.config.job.grace).toBeLessThan(15 * 60_000)
    expect(kind.deadline).toBeGreaterThan(0)
    if (kind.everyMinutes !== undefined) expect(kind.scope).toBe('installation')
  })

  test('refuses an input that it cannot read, and work without its workspace', () => {
    expect(kind.open(service, { input: null, workspaceId: workspace }).ok).toBe(false)
    if (kind.scope === 'installation') expect(kind.open(service, { input: {}, workspaceId: null }).ok).toBe(true)
    else expect(kind.open(service, { input: {}, workspaceId: null }).ok).toBe(false)
  })
})
