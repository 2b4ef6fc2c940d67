/** SHA-256 of a file in hexadecimal, computed in a worker; null if it failed or was cancelled. */
export function hashFile(file: Blob, signal: AbortSignal): Promise<string | null> {
  return new Promise((done) => {
    if (signal.aborted) return done(null)
    const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' })
    const end = (hex: string | null): void => {
      worker.terminate()
      done(hex)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => end(data))
    worker.addEventListener('error', () => end(null))
    signal.addEventListener('abort', () => end(null), { once: true })
    worker.postMessage(file, [])
  })
}
