import { describe, expect, test } from 'vitest'
import type { Dataset } from '#web/api.ts'
import { createUploads } from '#web/features/upload/model.ts'
import { createPace } from '#web/features/upload/pace.ts'
import { fileFromText } from '#web/features/upload/pasted-file.ts'
import { paceWords } from '#web/features/upload/upload-words.ts'
import type { Upload, UploadPorts } from '#web/features/upload/upload.ts'
import type { Problem } from '#web/transport.ts'

const dataset: Dataset = {
  id: 'd1',
  name: 'sales',
  description: '',
  fileName: 'sales.csv',
  status: 'pending',
  progress: 0,
  failure: null,
  size: 10,
  rows: null,
  columns: null,
  sample: false,
  createdAt: '2026-01-01T00:00:00Z',
  processedAt: null,
  version: { id: 'v1', number: 1 },
  next: null,
  choices: null,
  model: 0,
  drift: null,
  tags: [],
  newestAt: null,
  cadence: null,
  staleAfterHours: null,
  place: { project: null, isRestricted: false, isProjectRestricted: false },
  updatedAt: '2026-01-01T00:00:00Z',
}
const problem = (status: number): Problem => ({ code: 'x', status, message: 'No.', hint: 'Try.' })
const fileOf = (text: string) => ({ name: 'sales.csv', bytes: new Blob([text]), dataset: 'd1' })
const file = fileOf('0123456789')

/** A world in which everything goes well, but for what a test says. Tells what was asked of it. */
function world(differs: Partial<UploadPorts> = {}) {
  const calls: string[] = []
  const ports: UploadPorts = {
    begin: async ({ as }) => {
      calls.push(`begin ${as}`)
      return { ok: true, value: { id: 'u1', partSize: 4, parts: [], duplicate: null } }
    },
    stand: async () => ({ ok: true, value: { parts: [] } }),
    sendPart: async ({ number, bytes, onSent }) => {
      calls.push(`part ${number} of ${bytes.size}`)
      onSent(bytes.size)
      return { ok: true, value: null }
    },
    complete: async (id) => {
      calls.push(`complete ${id}`)
      return { ok: true, value: dataset }
    },
    cancel: async (id) => calls.push(`cancel ${id}`),
    hash: async () => 'abc',
    wait: async () => {},
    online: async () => {},
    now: () => 0,
    onDataset: ({ id }) => void calls.push(`dataset ${id}`),
    ...differs,
  }
  return { uploads: createUploads(ports), calls }
}

const stepsOf = (upload: Upload | undefined): string[] => {
  const steps: string[] = []
  upload?.state.subscribe(({ step }) => step !== steps.at(-1) && steps.push(step))
  return steps
}

describe('an upload', () => {
  test('may be a new version of a dataset', async () => {
    const begun: unknown[] = []
    const begin: UploadPorts['begin'] = async (announced) => {
      begun.push(announced)
      return { ok: true, value: { id: 'u1', partSize: 40, parts: [], duplicate: null } }
    }
    await world({ begin }).uploads.add({ ...file, isVersion: true })
    await world({ begin }).uploads.add(file)
    expect(begun).toEqual([
      { name: 'sales.csv', size: 10, sha256: 'abc', dataset: 'd1' },
      { name: 'sales.csv', size: 10, sha256: 'abc', as: 'd1' },
    ])
  })

  test('goes in parts, tells its progress and becomes the dataset whose id was chosen for it', async () => {
    const { uploads, calls } = world()
    const adding = uploads.add(file)
    const sent: number[] = []
    uploads.uploads.value[0]?.state.subscribe((state) => state.step === 'sending' && sent.push(state.sent.bytes))
    await adding
    expect(calls).toEqual(['begin d1', 'part 1 of 4', 'part 2 of 4', 'part 3 of 2', 'complete u1', 'dataset d1'])
    expect(sent.at(-1)).toBe(10)
    expect(uploads.of('d1')?.state.value).toEqual({ step: 'sent', dataset: 'd1' })
  })

  test('sends only the parts that are missing, and counts those that are there', async () => {
    const { uploads, calls } = world({
      begin: async () => ({ ok: true, value: { id: 'u1', partSize: 4, parts: [1, 3], duplicate: null } }),
    })
    const adding = uploads.add(file)
    const sent: number[] = []
    uploads.uploads.value[0]?.state.subscribe((state) => state.step === 'sending' && sent.push(state.sent.bytes))
    await adding
    expect(calls).toEqual(['part 2 of 4', 'complete u1', 'dataset d1'])
    expect(sent).toEqual([6, 10])
  })

  test('tries a part again when the way was bad, and gives up in the end, to be gone on with by hand', async () => {
    let tries = 0
    const { uploads } = world({
      sendPart: async () => ((tries += 1) < 3 ? { ok: false, error: problem(503) } : { ok: true, value: null }),
    })
    await uploads.add(fileOf('ab'))
    expect(uploads.of('d1')?.state.value.step).toBe('sent')

    let isDown = true
    const { uploads: hopeless, calls } = world({
      sendPart: async () => (isDown ? { ok: false, error: problem(503) } : { ok: true, value: null }),
    })
    await hopeless.add(fileOf('ab'))
    expect(hopeless.of('d1')?.state.value).toEqual({ step: 'failed', problem: problem(503) })
    isDown = false
    for (const upload of hopeless.uploads.value) await hopeless.resume(upload)
    expect(calls).toEqual(['begin d1', 'complete u1', 'dataset d1'])
  })

  test('does not try again what is wrong with the file, and leaves nothing of it behind', async () => {
    let tries = 0
    const { uploads, calls } = world({
      sendPart: async () => ((tries += 1), { ok: false, error: problem(415) }),
    })
    await uploads.add(fileOf('ab'))
    expect(tries).toBe(1)
    expect(uploads.of('d1')?.state.value).toEqual({ step: 'failed', problem: problem(415) })
    expect(calls).toEqual(['begin d1', 'cancel u1'])
  })

  test('without a network waits, and goes on by itself with the parts that are missing', async () => {
    let isDown = true
    const { uploads, calls } = world({
      sendPart: async ({ number }) => {
        if (isDown && number > 1) return { ok: false, error: problem(0) }
        calls.push(`part ${number}`)
        return { ok: true, value: null }
      },
      stand: async () => ({ ok: true, value: { parts: [1] } }),
      online: async () => void (isDown = false),
    })
    const adding = uploads.add(file)
    const steps = stepsOf(uploads.uploads.value[0])
    await adding
    expect(steps).toEqual(['checking', 'sending', 'waiting', 'sending', 'sent'])
    expect(calls).toEqual(['begin d1', 'part 1', 'part 2', 'part 3', 'complete u1', 'dataset d1'])
  })

  test('whose last word was lost is not sent twice', async () => {
    let asked = 0
    const { uploads, calls } = world({
      complete: async () => ((asked += 1) === 1 ? { ok: false, error: problem(0) } : { ok: true, value: dataset }),
      stand: async () => ({ ok: false, error: problem(404) }),
    })
    await uploads.add(fileOf('ab'))
    expect(uploads.of('d1')?.state.value.step).toBe('sent')
    expect(calls).toEqual(['begin d1', 'part 1 of 2', 'dataset d1'])
  })

  test('paused sends nothing more until it is resumed', async () => {
    const { uploads, calls } = world({
      sendPart: async ({ number, bytes, onSent }) => {
        onSent(bytes.size)
        calls.push(`part ${number}`)
        if (calls.length === 2) for (const each of uploads.uploads.value) uploads.pause(each)
        return { ok: true, value: null }
      },
      stand: async () => ({ ok: true, value: { parts: [1, 2] } }),
    })
    await uploads.add(fileOf('0123456789abcdefghij'))
    const upload = uploads.of('d1')
    expect(upload?.state.value.step).toBe('paused')
    expect(calls).not.toContain('complete u1')
    const before = calls.length
    if (upload) await uploads.resume(upload)
    expect(calls.slice(before)).toEqual(['part 3', 'part 4', 'part 5', 'complete u1', 'dataset d1'])
  })

  test('of a file that is there already waits for a word; kept, it is sent; dismissed, it is called off', async () => {
    const begin: UploadPorts['begin'] = async () => ({
      ok: true,
      value: { id: 'u1', partSize: 20, parts: [], duplicate: dataset },
    })
    const { uploads, calls } = world({ begin })
    await uploads.add(file)
    const [upload] = uploads.uploads.value
    expect(upload?.state.value).toEqual({ step: 'duplicate', existing: dataset })
    expect(calls).toEqual([])
    if (upload) await uploads.keepDuplicate(upload)
    expect(calls).toEqual(['part 1 of 10', 'complete u1', 'dataset d1'])

    const other = world({ begin })
    await other.uploads.add(file)
    for (const each of other.uploads.uploads.value) other.uploads.dismiss(each)
    expect(other.calls).toEqual(['cancel u1'])
    expect(other.uploads.uploads.value).toEqual([])
  })

  test('stopped on its way sends nothing more and is called off', async () => {
    const { uploads, calls } = world({
      sendPart: async ({ number }) => {
        if (number === 1) for (const each of uploads.uploads.value) uploads.dismiss(each)
        return { ok: true, value: null }
      },
    })
    await uploads.add(file)
    expect(new Set(calls)).toEqual(new Set(['begin d1', 'cancel u1']))
  })

  test('of a file that turned out to be no table ends, even while it is announced', async () => {
    const { uploads, calls } = world({
      begin: async () => {
        for (const each of uploads.uploads.value) uploads.refuse(each, problem(415))
        return { ok: true, value: { id: 'u1', partSize: 4, parts: [], duplicate: null } }
      },
    })
    await uploads.add(file)
    expect(uploads.of('d1')?.state.value).toEqual({ step: 'failed', problem: problem(415) })
    expect(calls).toEqual(['cancel u1'])
  })
})

describe('how far an upload is', () => {
  test('is told with its pace over the last seconds, once that can be told', () => {
    const pace = createPace()
    pace.note(0, 0)
    pace.note(500, 1_000_000)
    expect(pace.speed()).toBeNull()
    pace.note(2000, 4_000_000)
    expect(pace.speed()).toBe(2_000_000)
    pace.note(10_000, 4_000_000)
    pace.note(12_000, 4_000_000)
    expect(pace.speed()).toBe(0)
    pace.note(12_500, 1_000_000)
    expect(pace.speed()).toBeNull()
  })

  test.each([
    [{ bytes: 0, speed: null }, '0 % of 10 MB'],
    [{ bytes: 4_300_000, speed: 1_300_000 }, '43 % of 10 MB, 1.3 MB a second, a few seconds left'],
    [{ bytes: 1_000_000, speed: 300_000 }, '10 % of 10 MB, 300 KB a second, about 30 seconds left'],
    [{ bytes: 1_000_000, speed: 20_000 }, '10 % of 10 MB, 20 KB a second, about 8 minutes left'],
    [{ bytes: 1_000_000, speed: 2000 }, '10 % of 10 MB, 2 KB a second, about an hour left'],
    [{ bytes: 1_000_000, speed: 0 }, '10 % of 10 MB'],
    [{ bytes: 10_000_000, speed: 1000 }, '100 % of 10 MB'],
  ])('%j', (sent, words) => {
    expect(paceWords(sent, 10_000_000)).toBe(words)
  })
})

describe('pasted text', () => {
  test.each([
    ['a table of a spreadsheet', 'city\tpeople\nRome\t10\n', true],
    ['lines with commas', 'a,b\n1,2\n3,4', true],
    ['lines with semicolons', 'a;b\n1;2', true],
    ['a sentence', 'Hello, world', false],
    ['two lines of prose', 'Dear all,\nhow are you today', false],
    ['nothing', '', false],
  ])('%s', (_, text, isTable) => {
    expect(fileFromText(text) !== null).toBe(isTable)
  })
})
