import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedPath } from '../../support/shared.ts'

const folder = join(sharedPath(''), '../words')
const length = 100

/** Words, most frequent first, and how near the meanings of two are. */
export type Vectors = {
  readonly words: readonly string[]
  /** From -1 to 1; null where one of the words has no vector. */
  readonly cosine: (a: string, b: string) => number | null
}

/** Every vector with a length of one. */
function unitVectors(count: number): Float32Array {
  const bytes = new Int8Array(readFileSync(join(folder, 'vectors.i8')))
  const units = new Float32Array(count * length)
  for (let row = 0; row < count; row += 1) {
    const own = bytes.subarray(row * length, (row + 1) * length)
    const size = Math.hypot(...own)
    for (const [at, value] of own.entries()) units[row * length + at] = value / (size || 1)
  }
  return units
}

/** The word vectors beside the repository; null where they are absent. */
export function readVectors(): Vectors | null {
  if (!existsSync(join(folder, 'words.txt'))) return null
  const words = readFileSync(join(folder, 'words.txt'), 'utf8').trim().split('\n')
  const units = unitVectors(words.length)
  const places = new Map(words.map((word, at) => [word, at]))
  const product = (a: number, b: number): number => {
    let sum = 0
    for (let at = 0; at < length; at += 1) sum += (units[a * length + at] ?? 0) * (units[b * length + at] ?? 0)
    return sum
  }
  const cosine = (a: string, b: string): number | null => {
    const [first, second] = [places.get(a), places.get(b)]
    return first === undefined || second === undefined ? null : product(first, second)
  }
  return { words, cosine }
}
