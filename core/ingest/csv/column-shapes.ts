const shapes: readonly (readonly [name: string, text: RegExp])[] = [
  ['empty', /^\s*$/],
  ['integer', /^\s*[-+]?\d+\s*$/],
  ['number', /^\s*[-+]?[\d.,]*\d(e[-+]?\d+)?\s*$/i],
  ['amount', /^\s*[-+(]?[$€£¥%]? ?[-+]?\d[\d.,]*\)? ?[%$€£¥]?\s*$/],
  ['time', /^\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?\s*$/i],
  ['date', /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\s*$|[ T]\d{1,2}:\d{2})/],
  ['address', /^\s*(https?:\/\/|www\.)\S+\s*$|^\s*[^\s@]+@[^\s@]+\.[a-z]+\s*$/i],
  ['code', /^\s*(?=\S*\d)\S+\s*$/],
  ['word', /^\s*\S+\s*$/],
  ['phrase', /^.{0,60}$/s],
]

const kinds = [...shapes.map(([name]) => name), 'text']
const empty = 0

/** A longer cell is plain text, whatever is in it. */
const longest = 1000

/** The place of a cell's shape among the kinds. */
function shapeOf(text: string): number {
  if (text.length > longest) return kinds.length - 1
  const found = shapes.findIndex(([, pattern]) => pattern.test(text))
  return found < 0 ? kinds.length - 1 : found
}

/** What the cells of each column look like, so that a row whose cells have moved can be told, and set right. */
export class ColumnShapes {
  readonly width: number
  readonly #likelihoods: Float64Array

  constructor(rows: readonly (readonly string[])[], width: number) {
    this.width = width
    const counts = new Float64Array(width * kinds.length)
    const even = rows.filter(({ length }) => length === width)
    for (const cells of even) {
      for (const [column, cell] of cells.entries()) {
        const place = column * kinds.length + shapeOf(cell)
        counts[place] = (counts[place] ?? 0) + 1
      }
    }
    this.#likelihoods = counts.map((count) => Math.log((count + 0.05) / (even.length + 0.05 * kinds.length)))
  }

  /** How likely a cell of this text is in a column, as a natural logarithm. */
  likelihood(column: number, text: string): number {
    return this.#likelihoods[column * kinds.length + shapeOf(text)] ?? 0
  }

  /** How likely an empty cell is there. */
  ofEmpty(column: number): number {
    return this.#likelihoods[column * kinds.length + empty] ?? 0
  }
}
