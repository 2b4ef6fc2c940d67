import { type EncodingId, encodings } from './registry.ts'
import { plausibilities } from './scripts.ts'

/** An encoding, and in a sentence why. */
export type GuessedEncoding = { readonly id: EncodingId; readonly why: string }

const evidenceSize = 1 << 16
const longestLine = 1 << 12
const decoder = new TextDecoder('utf-8')

/** Gathers lines with bytes beyond ASCII, as the file has them, until there is enough to judge its encoding by. */
export class EncodingEvidence {
  readonly #lines: number[] = []
  #line: number[] = []
  #isPlain = true

  get isEnough(): boolean {
    return this.#lines.length >= evidenceSize
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.isEnough; at++) {
      const byte = bytes[at] ?? 0
      if (byte >= 0x80) this.#isPlain = false
      if (this.#line.length < longestLine) this.#line.push(byte)
      if (byte === 10 || byte === 13) this.#endLine()
    }
  }

  end(): Uint8Array {
    this.#endLine()
    return Uint8Array.from(this.#lines)
  }

  #endLine(): void {
    if (!this.#isPlain) for (const byte of this.#line) this.#lines.push(byte)
    this.#line = []
    this.#isPlain = true
  }
}

const longestExample = 24
const readable = /(?!\ufffd)\P{ASCII}/u

/** The first word with a character beyond ASCII, or the end of it. */
function example(text: string): string {
  const at = readable.exec(text)?.index
  if (at === undefined) return ''
  const before = /[\p{L}\p{N}]{0,12}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  const after = /^(?:(?!\ufffd)[\p{L}\p{N}\P{ASCII}])*/u.exec(text.slice(at, at + longestExample))?.[0] ?? ''
  return (before + after).slice(0, longestExample)
}

/** The encoding in which bytes that are no UTF-8 make most sense. */
export function guessEncoding(evidence: Uint8Array): GuessedEncoding {
  let [best, bestScore, bestText]: [EncodingId, number, string] = ['windows-1252', -1, '']
  for (const [id, plausibility] of Object.entries(plausibilities) as [
    keyof typeof plausibilities,
    (text: string) => number,
  ][]) {
    const transcoder = encodings[id].create()
    const text = decoder.decode(transcoder.push(evidence)) + decoder.decode(transcoder.end())
    const score = plausibility(text)
    if (score > bestScore) [best, bestScore, bestText] = [id, score, text]
  }
  return {
    id: best,
    why: `Some bytes are not UTF-8; as ${encodings[best].title} they make most sense, such as “${example(bestText)}”.`,
  }
}
