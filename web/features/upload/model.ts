import { signal } from '@preact/signals'
import type { Problem } from '../../transport.ts'
import { callOff, carryOn, sentOf } from './attempt.ts'
import type { Memory, Upload, UploadFile, UploadPorts, UploadState } from './upload.ts'

const newMemory = ({ choices }: UploadFile): Memory => ({
  stop: new AbortController(),
  sha256: null,
  begun: null,
  // Another sheet of a workbook is another table of the same file.
  keepsDuplicate: choices?.sheet !== undefined,
  isDismissed: false,
})

/** This visit's uploads: each is checked, sent and becomes a dataset, or fails. */
export function createUploads(ports: UploadPorts) {
  const uploads = signal<readonly Upload[]>([])
  const memories = new Map<number, Memory>()
  let last = 0

  /** Resumes a paused upload, or retries a failed one. */
  async function resume(upload: Upload): Promise<void> {
    const memory = memories.get(upload.id)
    if (memory) await carryOn(ports, upload, memory)
  }

  const halt = ({ id }: Upload): void => memories.get(id)?.stop.abort()

  return {
    uploads,
    /** The upload of this dataset. */
    of: (dataset: string): Upload | null =>
      uploads.value.find(({ file }) => file.dataset === dataset && !file.isVersion) ?? null,
    /** Starts an upload, immediately or after a promise. */
    async add(file: UploadFile, after?: Promise<unknown>): Promise<void> {
      last += 1
      const upload: Upload = { id: last, file, state: signal<UploadState>({ step: 'checking' }) }
      memories.set(last, newMemory(file))
      uploads.value = [...uploads.value, upload]
      if (after) await after
      if (upload.state.value.step === 'checking') await resume(upload)
    },
    resume,
    /** Uploads the file although it already exists. */
    async keepDuplicate(upload: Upload): Promise<void> {
      const memory = memories.get(upload.id)
      if (memory) memory.keepsDuplicate = true
      await resume(upload)
    },
    pause(upload: Upload): void {
      halt(upload)
      upload.state.value = { step: 'paused', sent: sentOf(upload.state.value) }
    },
    /** Fails an upload whose file is not a table. */
    refuse(upload: Upload, problem: Problem): void {
      halt(upload)
      const memory = memories.get(upload.id)
      if (memory) memory.isDismissed = true
      if (memory) callOff(ports, memory)
      upload.state.value = { step: 'failed', problem }
    },
    /** Removes an upload; the server discards an incomplete one. */
    dismiss(upload: Upload): void {
      const memory = memories.get(upload.id)
      memories.delete(upload.id)
      uploads.value = uploads.value.filter(({ id }) => id !== upload.id)
      if (!memory || upload.state.value.step === 'sent') return
      memory.isDismissed = true
      memory.stop.abort()
      callOff(ports, memory)
    },
  }
}
export type Uploads = ReturnType<typeof createUploads>
