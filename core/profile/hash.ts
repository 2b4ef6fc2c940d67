const view = new Float64Array(1)
const halves = new Uint32Array(view.buffer)

/** Thirty-two well-mixed bits of thirty-two: the finaliser of MurmurHash3. */
function mix(bits: number): number {
  let hash = bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The bits of a number, by its value; different seeds give hashes that have nothing to do with each other. */
export function hashNumber(value: number, seed: number): number {
  view[0] = value
  return mix(Math.imul(halves[0] ?? 0, 0xcc9e2d51) ^ mix((halves[1] ?? 0) ^ seed))
}

export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash ^ text.length)
}
