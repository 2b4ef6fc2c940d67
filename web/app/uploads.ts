import { uploads as uploadCalls } from '../api.ts'
import { hashFile } from '../engine/hash-file.ts'
import { createUploads } from '../features/upload/model.ts'
import { sendPart } from '../features/upload/send-part.ts'
import { takeDataset } from './workspace.ts'

/** How often a server that cannot be reached is tried again, where the browser thinks there is a network. */
const tryEvery = 5000

/** Resolves when the network has come back, or it is time for another try, or nobody waits any more. */
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

/** The uploads of this visit; they go on while the person moves between screens. */
export const uploads = createUploads({
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
