import type { Transcoder } from './transcoder.ts'

const nothing = new Uint8Array(0)

/** UTF-8 known to be well-formed: passed on as it is. */
export const utf8 = (): Transcoder => ({ push: (bytes) => bytes, end: () => nothing })

/** UTF-8 with broken bytes: each becomes U+FFFD, so that everything after may rely on well-formed text. */
export function repairedUtf8(): Transcoder {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  return {
    push: (bytes) => encoder.encode(decoder.decode(bytes, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  }
}
