import { describe, expect, test } from 'vitest'
import type { Dataset } from '#web/api.ts'
import { createUploads, type UploadPorts } from '#web/features/upload/model.ts'
import { fileFromText } from '#web/features/upload/pasted-file.ts'
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
  drift: null,
  tags: [],
  newestAt: null,
  cadence: null,
  staleAfterHours: null,
  updatedAt: '2026-01-01T00:00:00Z',
}
const problem = (status: number): Problem => ({ code: 'x', status, message: 'No.', hint: 'Try.' })
const file = new File(['0123456789'], 'sales.csv')

/** A world in which everything goes well, but for what a test says. Tells what was asked of it. */
function world(differs: Partial<UploadPorts> = {}) {
  const calls: string[] = []
  const ports: UploadPorts = {
    begin: async () => ({ ok: true, value: { id: 'u1', partSize: 4, duplicate: null } }),
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
    onDataset: ({ id }) => void calls.push(`dataset ${id}`),
    ...differs,
  }
  return { uploads: createUploads(ports), calls }
}

describe('an upload', () => {
  test('may be a new version of a dataset', async () => {
    const begun: unknown[] = []
    const begin: UploadPorts['begin'] = async (file) => {
      begun.push(file)
      return { ok: true, value: { id: 'u1', partSize: 40, duplicate: null } }
    }
    await world({ begin }).uploads.add(file, 'd1')
    await world({ begin }).uploads.add(file)
    expect(begun).toEqual([
      { name: 'sales.csv', size: 10, sha256: 'abc', dataset: 'd1' },
      { name: 'sales.csv', size: 10, sha256: 'abc' },
    ])
  })

  test('goes in parts, tells its progress and becomes a dataset', async () => {
    const { uploads, calls } = world()
    const adding = uploads.add(file)
    const shares: number[] = []
    uploads.uploads.value[0]?.state.subscribe((state) => state.step === 'sending' && shares.push(state.share))
    await adding
    expect(calls).toEqual(['part 1 of 4', 'part 2 of 4', 'part 3 of 2', 'complete u1', 'dataset d1'])
    expect(shares.at(-1)).toBe(1)
    expect(uploads.uploads.value[0]?.state.value).toEqual({ step: 'sent', dataset: 'd1' })
  })

  test('tries a part again when the way was bad, and gives up in the end', async () => {
    let tries = 0
    const { uploads } = world({
      sendPart: async () => ((tries += 1) < 3 ? { ok: false, error: problem(0) } : { ok: true, value: null }),
    })
    await uploads.add(new File(['ab'], 'a.csv'))
    expect(uploads.uploads.value[0]?.state.value.step).toBe('sent')

    const { uploads: hopeless, calls } = world({ sendPart: async () => ({ ok: false, error: problem(503) }) })
    await hopeless.add(new File(['ab'], 'a.csv'))
    expect(hopeless.uploads.value[0]?.state.value).toEqual({ step: 'failed', problem: problem(503) })
    expect(calls).toEqual(['cancel u1'])
  })

  test('does not try again what is wrong with the file', async () => {
    let tries = 0
    const { uploads } = world({ sendPart: async () => ((tries += 1), { ok: false, error: problem(415) }) })
    await uploads.add(new File(['ab'], 'a.csv'))
    expect(tries).toBe(1)
    expect(uploads.uploads.value[0]?.state.value).toEqual({ step: 'failed', problem: problem(415) })
  })

  test('of a file that is there already waits for a word; kept, it is sent; dismissed, it is called off', async () => {
    const begin: UploadPorts['begin'] = async () => ({
      ok: true,
      value: { id: 'u1', partSize: 20, duplicate: dataset },
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
    expect(calls).toEqual(['cancel u1'])
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
