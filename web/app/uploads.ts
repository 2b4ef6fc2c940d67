import { uploads as uploadCalls } from '../api.ts'
import { hashFile } from '../engine/hash-file.ts'
import { createUploads } from '../features/upload/model.ts'
import { sendPart } from '../features/upload/send-part.ts'
import type { Workspace } from './workspace.ts'

/** Milliseconds between retries while the browser reports a network but the server is unreachable. */
const tryEvery = 5000

/** Resolves when the network returns, at the next retry, or on abort. */
function online(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const settled = new AbortController()
    const end = (): void => {
      settled.abort()
      clearTimeout(timer)
      done()
    }
    const timer = setTimeout(end, tryEvery)
    addEventListener('online', end, { signal: settled.signal })
    signal.addEventListener('abort', end, { signal: settled.signal })
  })
}

/** This visit's uploads; they continue across screens. */
export const createUploadsInto = ({ takeDataset }: Pick<Workspace, 'takeDataset'>) =>
  createUploads({
    begin: uploadCalls.begin,
    stand: uploadCalls.stand,
    complete: uploadCalls.complete,
    cancel: uploadCalls.cancel,
    sendPart,
    hash: hashFile,
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    online,
    now: () => performance.now(),
    onDataset: takeDataset,
  })
export type Uploads = ReturnType<typeof createUploadsInto>
