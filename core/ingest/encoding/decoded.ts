import type { Transcoder } from './transcoder.ts'

/** An encoding that the engine itself decodes, by its name in the Encoding Standard; broken bytes become U+FFFD. */
export const decoded = (label: string) => (): Transcoder => {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const encoder = new TextEncoder()
  return {
    push: (bytes) => encoder.encode(decoder.decode(bytes, { stream: true })),
    end: () => encoder.encode(decoder.decode()),
  }
}
