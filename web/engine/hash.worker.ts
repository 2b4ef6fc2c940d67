import { sha256 } from '@noble/hashes/sha2.js'
import { blobFile } from './blob-file.ts'

/** Streams a file and returns its SHA-256 in hexadecimal. */
async function hash(file: Blob): Promise<string> {
  const running = sha256.create()
  for await (const piece of blobFile('', file).open()) running.update(piece)
  return Array.from(running.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void hash(data).then(
    (hex) => self.postMessage(hex, { transfer: [] }),
    () => self.postMessage(null, { transfer: [] }),
  )
})
