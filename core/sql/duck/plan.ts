/** One operator of a physical plan, and those whose rows it works on. */
type Operator = { readonly name: string; readonly estimate: number | null; readonly children: readonly Operator[] }

/** Rows that the operators at the end of a plan may read at most. */
export type RowBounds = {
  /** Rows of the largest dataset that the query reads. */
  readonly table: number
  /** Rows that are written down in the query. */
  readonly values: number
}

/** One box of the drawing: its column in the grid, and the lines in it. */
type Box = { readonly column: number; readonly lines: readonly string[] }

const boxTop = /┌[─┴]*┐/
const isTop = (line: string): boolean => line.includes('┌')
const isBottom = (line: string): boolean => line.includes('└')
/** Lines in which one character is one column of the drawing; names in other alphabets may be wider. */
const isNarrow = /^[\u0020-\u007e─-╿]*$/

/** Boxes that stand side by side, between the line that opens them and the line that closes them. */
function boxesOf(lines: readonly string[], width: number): readonly Box[] {
  const [top = '', ...rest] = lines
  const boxes: Box[] = []
  for (let from = 0; from < top.length; from += width) {
    if (top[from] !== '┌') continue
    const inside = rest.map((line) => (isNarrow.test(line) ? line.slice(from + 1, from + width - 1).trim() : '?'))
    boxes.push({ column: from / width, lines: inside.filter((line) => line !== '' && !line.startsWith('─ ─')) })
  }
  return boxes
}

function layersOf(drawing: string): readonly (readonly Box[])[] {
  const lines = drawing.split('\n')
  const width = boxTop.exec(lines.find(isTop) ?? '')?.[0].length ?? 0
  const layers: (readonly Box[])[] = []
  let open: string[] | null = null
  for (const line of lines) {
    if (open === null && isTop(line)) open = []
    if (open !== null && isBottom(line)) {
      layers.push(boxesOf(open, width))
      open = null
    }
    open?.push(line)
  }
  return layers
}

/** The estimate at the foot of a box; null where filters make it a guess. */
function estimateIn({ lines }: Box): number | null {
  const found = /^EC: (\d+)$/.exec(lines.at(-1) ?? '')
  return found && !lines.some((line) => line.startsWith('Filters:')) ? Number(found[1]) : null
}

/** A box stands above its first child; its others stand to the right, before the next box of its own line. */
function operatorOf(layers: readonly (readonly Box[])[], depth: number, box: Box): Operator {
  const next = layers[depth]?.find(({ column }) => column > box.column)?.column ?? Number.POSITIVE_INFINITY
  const below = layers[depth + 1]?.filter(({ column }) => column >= box.column && column < next) ?? []
  return {
    name: box.lines[0] ?? '',
    estimate: estimateIn(box),
    children: below.map((child) => operatorOf(layers, depth + 1, child)),
  }
}

/** Datasets and the like that a plan may read from: DuckDB draws 16 beside each other and leaves out the others. */
export const mostParts = 15

/** Reads the drawing of a plan that DuckDB's EXPLAIN makes; null where it may not show everything. */
export function readPlan(drawing: string): Operator | null {
  const layers = layersOf(drawing)
  const [root] = layers[0] ?? []
  if (layers.some((boxes) => boxes.some(({ column }) => column >= mostParts))) return null
  return root ? operatorOf(layers, 0, root) : null
}

/** What is assumed of rows that nothing in a plan bounds: those of a list, of a WITH that reads itself, of a series of moments. */
const unknown = { list: 1_000_000, recursion: 1_000_000, series: 10_000 }

/** Names are cut short in narrow drawings. */
const called = (name: string, whole: string): boolean =>
  name === whole || (name.endsWith('...') && name.length > 6 && whole.startsWith(name.slice(0, -3)))

/** Operators that look at every pair of rows of their two children. */
const pairing = ['CROSS_PRODUCT', 'NESTED_LOOP_JOIN', 'BLOCKWISE_NL_JOIN', 'PIECEWISE_MERGE_JOIN', 'IE_JOIN']

type Rule = (operator: Operator, children: readonly number[], bounds: RowBounds) => number

const largest = (children: readonly number[]): number => Math.max(0, ...children)
const product = (_: Operator, children: readonly number[]): number => children.reduce((all, each) => all * each, 1)

/** Of a series of moments DuckDB estimates one row, however long it is. */
const seriesRows: Rule = ({ estimate }) => (estimate !== null && estimate > 1 ? estimate : unknown.series)

/** How many rows an operator gives at most, where that is not as many as the largest of its children. */
const rules: readonly (readonly [name: string, rule: Rule])[] = [
  ...pairing.map((name) => [name, product] as const),
  ['UNGROUPED_AGGREGATE', () => 1],
  ['DUMMY_SCAN', () => 1],
  ['EMPTY_RESULT', () => 1],
  ['UNION', (_, children) => children.reduce((all, each) => all + each, 0)],
  ['UNNEST', (_, children) => largest(children) * unknown.list],
  ['INOUT_FUNCTION', (_, children) => largest(children) * unknown.list],
  ['REC_CTE', () => unknown.recursion],
  ['REC_CTE_SCAN', () => unknown.recursion],
  ['COLUMN_DATA_SCAN', (_, __, { values }) => values],
  ['RANGE', seriesRows],
  ['GENERATE_SERIES', seriesRows],
]

type Walk = { readonly bounds: RowBounds; readonly parts: number[]; pairs: number }

function rowsOf(operator: Operator, walk: Walk): number {
  const { name, estimate } = operator
  if (called(name, 'CTE_SCAN')) return Math.max(0, ...walk.parts)
  const children = operator.children.map((child, at) => {
    const rows = rowsOf(child, walk)
    if (at === 0 && called(name, 'CTE')) walk.parts.push(rows)
    return rows
  })
  const rule = rules.find(([whole]) => called(name, whole))?.[1]
  const leaf = estimate === null ? walk.bounds.table : Math.min(estimate, walk.bounds.table)
  const rows = rule ? rule(operator, children, walk.bounds) : children.length === 0 ? leaf : largest(children)
  if (pairing.some((whole) => called(name, whole))) walk.pairs = Math.max(walk.pairs, rows)
  return rows
}

/** How many pairs of rows a plan looks at, at most, where no equality of columns brings them together. */
export function pairsIn(plan: Operator, bounds: RowBounds): number {
  const walk: Walk = { bounds, parts: [], pairs: 0 }
  rowsOf(plan, walk)
  return walk.pairs
}
