const view = new Float64Array(1)
const halves = new Uint32Array(view.buffer)

/** Mixes 32 bits: the finaliser of MurmurHash3. */
export function mix(bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Hash of a number; different seeds give independent hashes. */
export function hashNumber(value: number, seed: number): number {
  // Adding 0 turns -0 into 0.
  view[0] = value + 0
  return mix(Math.imul(halves[0] ?? 0, 0xcc9e2d51) ^ mix((halves[1] ?? 0) ^ seed))
}

export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash ^ text.length)
}

/** Two independent hashes per text. */
export type TextHashes = { readonly first: Uint32Array; readonly second: Uint32Array }

export function hashTexts(texts: readonly string[]): TextHashes {
  const hashes = { first: new Uint32Array(texts.length), second: new Uint32Array(texts.length) }
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? ''
    let [first, second] = [0x811c9dc5, 0x9747b28c]
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      first = Math.imul(first ^ unit, 0x01000193)
      second = Math.imul(second + unit, 0x5bd1e995) ^ (second >>> 15)
    }
    hashes.first[at] = mix(first ^ text.length)
    hashes.second[at] = mix(second + text.length)
  }
  return hashes
}

/** Combines 53 bits of two hashes to one number. */
export const joined = (first: number, second: number): number => (first & 0x1f_ffff) * 4_294_967_296 + (second >>> 0)
