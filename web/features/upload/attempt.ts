import type { Dataset } from '../../api.ts'
import { mayPass, type Outcome } from '../../transport.ts'
import { createPace } from './pace.ts'
import { sendFile } from './send-file.ts'
import type { Begun, Memory, Sent, Upload, UploadPorts, UploadState } from './upload.ts'

async function announce(ports: UploadPorts, { file }: Upload, memory: Memory): Promise<Outcome<Begun>> {
  memory.sha256 ??= await ports.hash(file.bytes, memory.stop.signal)
  const { name, bytes, dataset, isVersion } = file
  const about = { name, size: bytes.size, sha256: memory.sha256 }
  return ports.begin({ ...about, ...(isVersion ? { dataset } : { as: dataset }) })
}

function done({ onDataset }: UploadPorts, completed: Outcome<Dataset>): UploadState {
  if (!completed.ok) return { step: 'failed', problem: completed.error }
  onDataset(completed.value)
  return { step: 'sent', dataset: completed.value.id }
}

async function send(ports: UploadPorts, upload: Upload, begun: Begun, signal: AbortSignal): Promise<UploadState> {
  const { file, state } = upload
  const { id, partSize, parts } = begun
  const pace = createPace()
  const onSent = (bytes: number): void => {
    if (signal.aborted) return
    pace.note(ports.now(), bytes)
    state.value = { step: 'sending', sent: { bytes, speed: pace.speed() } }
  }
  const problem = await sendFile(ports, { id, partSize, file: file.bytes, parts, signal, onSent })
  if (problem) return { step: 'failed', problem }
  return signal.aborted ? state.value : done(ports, await ports.complete(id, file.choices ?? null))
}

/** Resumes an upload; null if the server no longer has it. */
async function goOn(
  ports: UploadPorts,
  upload: Upload,
  begun: Begun,
  signal: AbortSignal,
): Promise<UploadState | null> {
  const stand = await ports.stand(begun.id)
  if (stand.ok) return send(ports, upload, { ...begun, parts: stand.value.parts }, signal)
  if (mayPass(stand.error)) return { step: 'failed', problem: stand.error }
  // It may be complete if only the response was lost.
  const completed = await ports.complete(begun.id, upload.file.choices ?? null)
  return completed.ok ? done(ports, completed) : null
}

/** One attempt, from starting or resuming an upload to its end. */
async function attempt(ports: UploadPorts, upload: Upload, memory: Memory): Promise<UploadState> {
  const { signal } = memory.stop
  const mayGoOn = memory.begun && (memory.begun.duplicate === null || memory.keepsDuplicate)
  const continued = mayGoOn && memory.begun && (await goOn(ports, upload, memory.begun, signal))
  if (continued) return continued
  const begun = await announce(ports, upload, memory)
  if (!begun.ok) return { step: 'failed', problem: begun.error }
  memory.begun = begun.value
  const { duplicate } = begun.value
  if (signal.aborted) return upload.state.value
  if (duplicate && !memory.keepsDuplicate) return { step: 'duplicate', existing: duplicate }
  return send(ports, upload, begun.value, signal)
}

const nothingSent: Sent = { bytes: 0, speed: null }

/** Bytes sent, by state. */
export const sentOf = (state: UploadState): Sent => ('sent' in state ? state.sent : nothingSent)

/** Cancels the upload on the server. */
export function callOff(ports: UploadPorts, { begun }: Memory): void {
  if (begun) void ports.cancel(begun.id)
}

/** Retries until the file is uploaded, refused or stopped; waits while offline. */
export async function carryOn(ports: UploadPorts, upload: Upload, memory: Memory): Promise<void> {
  memory.stop = new AbortController()
  const { signal } = memory.stop
  const { state } = upload
  state.value = memory.begun ? { step: 'sending', sent: sentOf(state.value) } : { step: 'checking' }
  for (;;) {
    const end = await attempt(ports, upload, memory)
    if (memory.isDismissed) return callOff(ports, memory)
    if (signal.aborted) return
    if (end.step !== 'failed' || end.problem.status !== 0) {
      if (end.step === 'failed' && !mayPass(end.problem)) callOff(ports, memory)
      state.value = end
      return
    }
    state.value = { step: 'waiting', sent: sentOf(state.value) }
    await ports.online(signal)
    if (signal.aborted) return
  }
}
