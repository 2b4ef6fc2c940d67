import { atOnce, type Steps } from '../../budget.ts'

/** Maximum distinct texts compared by edit distance. */
export const maxByDistance = 20_000

/** Methods to find spellings of the same text. */
export const clusterMethods = ['fingerprint', 'ngram', 'distance'] as const
export type ClusterMethod = (typeof clusterMethods)[number]

/** Spellings to unify: `to` replaces each of `from`. */
export type Merge = { readonly to: string; readonly from: readonly string[] }

const accents = /\p{M}/gu
/** Signs that distinguish names (`C`, `C++`, `C#`, `$5`) do not count as punctuation. */
const punctuation = /[^\p{L}\p{N}\s#+&%$€£@]/gu
const betweenDigits = /(?<=\d)[.,:/-](?=\d)/g
const kept = '\u0001'

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(accents, '')
    .toLowerCase()
    .trim()
    .replace(betweenDigits, kept)
    .replace(/^-(?=\d)/, kept)

const withoutMarks = (text: string): string => plain(text).replace(punctuation, (mark) => (mark === kept ? kept : ' '))

/** OpenRefine's fingerprint: without case, accents and punctuation; distinct words, sorted. */
export const fingerprint = (text: string): string =>
  [
    ...new Set(
      withoutMarks(text)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ]
    .sort()
    .join(' ')

/** OpenRefine's n-gram key of letter pairs: ignores blanks and word order. */
export function ngramFingerprint(text: string): string {
  const letters = withoutMarks(text).replace(/\s+/g, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(letters.slice(at, at + 2))
  return pairs.size === 0 ? letters : [...pairs].sort().join('')
}

/** Texts with different numbers are never merged: `Room 1`, `Room 2`. */
const digitsOf = (text: string): string => text.replace(/\D+/g, ' ').trim()

/** Levenshtein distance; any number above the limit once it is exceeded. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Int32Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = new Int32Array(b.length + 1)
    next[0] = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      const value = Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next[j] = value
      if (value < least) least = value
    }
    if (least > limit) return limit + 1
    row = next
  }
  return row[b.length] ?? 0
}

/** Allowed edits by word length: short words often differ by one letter from another word. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 12 ? 1 : 2)

/** Requires an equal first letter, which misspellings nearly always keep. */
const isNear = (a: string, b: string): boolean => {
  const limit = allowed(Math.min(a.length, b.length))
  return a === b || (limit > 0 && a[0] === b[0] && editDistance(a, b, limit) <= limit)
}

/**
 * Compares word by word if both have as many: `North Korea` and `South Korea` differ in a short word, so they are not
 * near.
 */
function areNear(a: string, b: string): boolean {
  const [left, right] = [a.split(' '), b.split(' ')]
  return left.length === right.length ? left.every((word, at) => isNear(word, right[at] ?? '')) : isNear(a, b)
}

/** Disjoint sets of texts. */
class Groups {
  readonly #parent: Int32Array
  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, at) => at)
  }
  of(at: number): number {
    let root = at
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    return root
  }
  join(a: number, b: number): void {
    this.#parent[this.of(a)] = this.of(b)
  }
}

/**
 * Distinct letter pairs of a text, under its digits and first letter; texts that differ in those are never compared.
 */
function pairsOf(key: string): ReadonlySet<string> {
  const pairs = new Set<string>()
  const under = `${digitsOf(key)} ${key[0]}`
  for (let at = 0; at + 1 < key.length; at++) pairs.add(`${under}${key.slice(at, at + 2)}`)
  return pairs
}

/** A letter pair shared by more texts is ignored. */
const maxSharing = 500

/** Finds earlier texts that may be within a number of edits: an edit changes at most two letter pairs. */
class Candidates {
  readonly #byPair = new Map<string, number[]>()
  /** Shared pairs by position; reset to zero between texts. */
  readonly #shared: Int32Array

  constructor(texts: number) {
    this.#shared = new Int32Array(texts)
  }

  /** Positions of such texts; adds this text for later calls. */
  take(key: string, place: number, edits: number): readonly number[] {
    const touched: number[] = []
    let telling = 0
    for (const pair of pairsOf(key)) {
      const places = this.#byPair.get(pair) ?? []
      if (places.length === 0) this.#byPair.set(pair, places)
      if (places.length > maxSharing) continue
      telling++
      for (const other of places) if (this.#share(other) === 1) touched.push(other)
      places.push(place)
    }
    const found = touched.filter((other) => this.#sharedWith(other) >= telling - 2 * edits)
    for (const other of touched) this.#shared[other] = 0
    return found
  }

  readonly #sharedWith = (other: number): number => this.#shared[other] ?? 0

  #share(other: number): number {
    const count = this.#sharedWith(other) + 1
    this.#shared[other] = count
    return count
  }
}

function* groupByDistance(texts: readonly string[]): Steps<Map<string, string[]>> {
  const keys = texts.map((text) => withoutMarks(text).replace(/\s+/g, ' '))
  const groups = new Groups(texts.length)
  const candidates = new Candidates(texts.length)
  for (const [at, key] of keys.entries()) {
    // Each word may have its own misspelling.
    const edits = allowed(key.length) * Math.max(1, key.split(' ').length - 1)
    if (edits === 0) continue
    for (const place of candidates.take(key, at, edits)) {
      const other = keys[place] ?? ''
      if (digitsOf(key) === digitsOf(other) && areNear(key, other)) groups.join(at, place)
    }
    yield
  }
  const found = new Map<string, string[]>()
  for (const [at, text] of texts.entries()) {
    const group = String(groups.of(at))
    const members = found.get(group)
    if (members === undefined) found.set(group, [text])
    else members.push(text)
  }
  return found
}

const withDigits = (text: string, key: string): string => (key === '' ? '' : `${digitsOf(text)} ${key}`)

function groupByKey(texts: readonly string[], keyOf: (text: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const text of texts) {
    const key = keyOf(text)
    if (key === '') continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [text])
    else group.push(text)
  }
  return groups
}

function* groupsBy(method: ClusterMethod, texts: readonly string[]): Steps<Map<string, string[]>> {
  switch (method) {
    case 'fingerprint':
      return groupByKey(texts, (text) => withDigits(text, fingerprint(text)))
    case 'ngram':
      return groupByKey(texts, (text) => withDigits(text, ngramFingerprint(text)))
    case 'distance':
      return yield* groupByDistance(texts)
  }
}

/** Like `clustersOf`; yields after each compared text. */
export function* clustering(counts: ReadonlyMap<string, number>, method: ClusterMethod): Steps<readonly Merge[]> {
  const countOf = (text: string): number => counts.get(text) ?? 0
  const byCount = (a: string, b: string): number => countOf(b) - countOf(a) || (a < b ? -1 : 1)
  const weigh = ({ from }: Merge): number => from.reduce((sum, text) => sum + countOf(text), 0)
  // Frequent texts come first, so that others are compared with them.
  const texts = [...counts.keys()].sort(byCount)
  const groups = yield* groupsBy(method, texts)
  return [...groups.values()]
    .filter(({ length }) => length > 1)
    .map((group) => group.toSorted(byCount))
    .map(([to = '', ...from]) => ({ to, from }))
    .sort((a, b) => weigh(b) - weigh(a))
}

/** The most frequent spelling of a group wins; ties alphabetically. Groups by rows, descending. */
export const clustersOf = (counts: ReadonlyMap<string, number>, method: ClusterMethod): readonly Merge[] =>
  atOnce(clustering(counts, method))
