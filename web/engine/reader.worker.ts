import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { titleOf } from '#core/ingest/title-of-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Outcome } from '../transport.ts'
import { blobFile } from './blob-file.ts'
import { firstRows } from './first-rows.ts'
import { createRemoteProfiler } from './remote-profiler.ts'
import { type ReaderReply, type ReadFile, type ReadRequest, soFarId } from './read-file.ts'

const startProfiling = createRemoteProfiler()

const reply = (message: ReaderReply): void => self.postMessage(message, { transfer: [] })

/** Reports whole percents only, which limits messages to 100. */
function tellProgress(): (share: number) => void {
  let last = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent > last) reply({ kind: 'progress', share })
    last = Math.max(last, percent)
  }
}

type About = Omit<ReadRequest, 'file'>

/** Reads as the server does; written bytes become parts of a Blob, which the browser may store on disk. */
async function load(about: About, file: Blob, progress: (share: number) => void): Promise<Outcome<ReadFile>> {
  const { dataset, fileName, choices } = about
  const parts: Blob[] = []
  const write = (bytes: Uint8Array): void => void parts.push(new Blob([new Uint8Array(bytes)]))
  const loaded = await loadFile(blobFile(fileName, file), { write, progress, startProfiling, choices })
  if (!loaded.ok) return loaded
  const { profile } = loaded.value
  const { withKin } = await import('#core/ask/kin/with-kin.ts')
  const model = withKin(generateModel({ dataset, name: titleOf(fileName, choices) }, profile))
  const document = designDashboard(model, () => crypto.randomUUID())
  return { ok: true, value: { parquet: new Blob(parts), profile, model, document } }
}

/** Sends the first rows of a long file early, as a dataset; ignores their failures, which the whole file reports. */
async function tellFirstRows({ dataset, fileName, file, choices }: ReadRequest): Promise<void> {
  const head = await firstRows(fileName, file)
  const read = head && (await load({ dataset: soFarId(dataset), fileName, choices }, head, () => {}).catch(() => null))
  if (!read?.ok) return
  const { parquet, model, document } = read.value
  reply({ kind: 'so-far', soFar: { parquet, model, document } })
}

async function read(request: ReadRequest): Promise<Outcome<ReadFile>> {
  await tellFirstRows(request)
  return load(request, request.file, tellProgress())
}

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void read(data).then(
    (outcome) => reply({ kind: 'done', outcome }),
    // Rethrown, so that the page receives it as the worker's error.
    (error: unknown) =>
      setTimeout(() => {
        throw error
      }),
  )
})
