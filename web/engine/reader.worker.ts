import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { titleOfFile } from '#core/ingest/title-of-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Outcome } from '../transport.ts'
import { blobFile } from './blob-file.ts'
import type { ReaderReply, ReadFile, ReadRequest } from './read-file.ts'

const reply = (message: ReaderReply): void => self.postMessage(message, { transfer: [] })

/** Progress is told in whole percents, so that a long file does not flood the page. */
function tellProgress(): (share: number) => void {
  let last = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent > last) reply({ kind: 'progress', share })
    last = Math.max(last, percent)
  }
}

/** The same path as on the server; the bytes written become parts of a Blob, which the browser may keep on disk. */
async function read({ dataset, fileName, file }: ReadRequest): Promise<Outcome<ReadFile>> {
  const parts: Blob[] = []
  const loaded = await loadFile(blobFile(fileName, file), {
    write: (bytes) => void parts.push(new Blob([new Uint8Array(bytes)])),
    progress: tellProgress(),
  })
  if (!loaded.ok) return loaded
  const { profile } = loaded.value
  const model = generateModel({ dataset, name: titleOfFile(fileName) }, profile)
  const document = designDashboard(model, () => crypto.randomUUID())
  return { ok: true, value: { parquet: new Blob(parts), profile, model, document } }
}

self.addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  void read(data).then(
    (outcome) => reply({ kind: 'done', outcome }),
    // Thrown on, it reaches the page as the worker's error.
    (error: unknown) =>
      setTimeout(() => {
        throw error
      }),
  )
})
