const [trees, subsample] = [100, 256]
const seed = 0x9e3779b9

/** A deterministic generator of numbers in [0, 1) (mulberry32). */
function seededNumbers(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Mean path length of an unsuccessful search in a tree of `rows` rows. */
function expectedPath(rows: number): number {
  if (rows < 2) return 0
  return rows === 2 ? 1 : 2 * (Math.log(rows - 1) + 0.5772156649015329) - (2 * (rows - 1)) / rows
}

/** A tree in arrays: an inner node has a column and a cut; a leaf has column −1 and its path length as cut. */
class IsolationTree {
  readonly #columns = new Int32Array(4 * subsample).fill(-1)
  readonly #cuts = new Float64Array(4 * subsample)
  readonly #right = new Int32Array(4 * subsample)
  #size = 0

  constructor(data: readonly Float64Array[], rows: Uint32Array, draw: () => number) {
    this.#grow(data, rows, { depth: 0, deepest: Math.ceil(Math.log2(Math.max(2, rows.length))), draw })
  }

  #grow(data: readonly Float64Array[], rows: Uint32Array, state: GrowState): number {
    const node = this.#size++
    const split = state.depth < state.deepest ? chooseSplit(data, rows, state.draw) : null
    if (split === null) {
      this.#cuts[node] = state.depth + expectedPath(rows.length)
      return node
    }
    const below = rows.filter((row) => (split.values[row] ?? 0) < split.cut)
    const above = rows.filter((row) => !((split.values[row] ?? 0) < split.cut))
    this.#columns[node] = split.column
    this.#cuts[node] = split.cut
    const deeper = { ...state, depth: state.depth + 1 }
    // The left child is the next node; only the index of the right child is stored.
    this.#grow(data, below, deeper)
    this.#right[node] = this.#grow(data, above, deeper)
    return node
  }

  /** Adds each row's path length. */
  addPaths(data: readonly Float64Array[], paths: Float64Array): void {
    const [columns, cuts, right] = [this.#columns, this.#cuts, this.#right]
    for (let row = 0; row < paths.length; row++) {
      let node = 0
      let column = columns[0] as number
      while (column >= 0) {
        const value = (data[column] as Float64Array)[row] as number
        node = value < (cuts[node] as number) ? node + 1 : (right[node] as number)
        column = columns[node] as number
      }
      paths[row] = (paths[row] as number) + (cuts[node] as number)
    }
  }
}

type GrowState = { readonly depth: number; readonly deepest: number; readonly draw: () => number }
type Split = { readonly column: number; readonly values: Float64Array; readonly cut: number }

/** A random column that varies among the rows, and a random value between its minimum and maximum. */
function chooseSplit(data: readonly Float64Array[], rows: Uint32Array, draw: () => number): Split | null {
  if (rows.length < 2) return null
  const start = Math.floor(draw() * data.length)
  for (let step = 0; step < data.length; step++) {
    const column = (start + step) % data.length
    const values = data[column]
    if (values === undefined) continue
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const row of rows) {
      const value = values[row] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
    const cut = least + draw() * (most - least)
    if (cut > least && cut <= most) return { column, values, cut }
  }
  return null
}

/** Draws distinct rows by a partial shuffle, which the next draw continues. */
function drawRows(all: Uint32Array, most: number, draw: () => number): Uint32Array {
  const count = Math.min(all.length, most)
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(draw() * (all.length - at))
    const kept = all[at] ?? 0
    all[at] = all[other] ?? 0
    all[other] = kept
  }
  return all.slice(0, count)
}

/**
 * Anomaly score per row of columns without nulls: near 1 isolated, about 0.5 ordinary, lower in dense regions. Liu,
 * Ting and Zhou (2008): 100 trees of 256 rows, seeded, so equal rows get equal scores. Null below eight rows.
 */
export function isolationScores(data: readonly Float64Array[]): Float64Array | null {
  const rows = data[0]?.length ?? 0
  if (rows < 8 || data.length === 0) return null
  const draw = seededNumbers(seed)
  const all = Uint32Array.from({ length: rows }, (_, row) => row)
  const paths = new Float64Array(rows)
  for (let tree = 0; tree < trees; tree++) {
    const grown = new IsolationTree(data, drawRows(all, subsample, draw), draw)
    grown.addPaths(data, paths)
  }
  const expected = expectedPath(Math.min(rows, subsample)) * trees
  return paths.map((path) => 2 ** (-path / expected))
}
