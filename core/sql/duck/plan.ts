/** An operator of a physical plan and its inputs. */
type Operator = { readonly name: string; readonly estimate: number | null; readonly children: readonly Operator[] }

/** Maximum rows of a plan's leaf operators. */
export type RowBounds = {
  /** Rows of the largest dataset the query reads. */
  readonly table: number
  /** Rows of VALUES lists in the query. */
  readonly values: number
}

/** One box of the drawing: its grid column and its lines. */
type Box = { readonly column: number; readonly lines: readonly string[] }

const boxTop = /┌[─┴]*┐/
const isTop = (line: string): boolean => line.includes('┌')
const isBottom = (line: string): boolean => line.includes('└')
/** Lines in which every character is one column wide; other alphabets may be wider. */
const isNarrow = /^[\u0020-\u007e─-╿]*$/

/** The boxes between their top and bottom border lines. */
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

/** The row estimate at the bottom of a box; null if filters make it a guess. */
function estimateIn({ lines }: Box): number | null {
  const found = /^EC: (\d+)$/.exec(lines.at(-1) ?? '')
  return found && !lines.some((line) => line.startsWith('Filters:')) ? Number(found[1]) : null
}

/** A box is above its first child; its other children are to the right, before the next box of its own line. */
function operatorOf(layers: readonly (readonly Box[])[], depth: number, box: Box): Operator {
  const next = layers[depth]?.find(({ column }) => column > box.column)?.column ?? Number.POSITIVE_INFINITY
  const below = layers[depth + 1]?.filter(({ column }) => column >= box.column && column < next) ?? []
  return {
    name: box.lines[0] ?? '',
    estimate: estimateIn(box),
    children: below.map((child) => operatorOf(layers, depth + 1, child)),
  }
}

/** Maximum inputs of a readable plan: DuckDB draws 16 side by side and omits the rest. */
export const maxParts = 15

/** Parses the plan drawing of EXPLAIN; null if it may be incomplete. */
export function readPlan(drawing: string): Operator | null {
  const layers = layersOf(drawing)
  const [root] = layers[0] ?? []
  if (layers.some((boxes) => boxes.some(({ column }) => column >= maxParts))) return null
  return root ? operatorOf(layers, 0, root) : null
}

/** Assumed rows of unbounded operators: lists, recursive WITH, series of moments. */
const unknown = { list: 1_000_000, recursion: 1_000_000, series: 10_000 }

/** Narrow drawings truncate names. */
const called = (name: string, whole: string): boolean =>
  name === whole || (name.endsWith('...') && name.length > 6 && whole.startsWith(name.slice(0, -3)))

/** Operators that compare every pair of rows of their two inputs. */
const pairing = ['CROSS_PRODUCT', 'NESTED_LOOP_JOIN', 'BLOCKWISE_NL_JOIN', 'PIECEWISE_MERGE_JOIN', 'IE_JOIN']

type Rule = (operator: Operator, children: readonly number[], bounds: RowBounds) => number

const largest = (children: readonly number[]): number => Math.max(0, ...children)
const product = (_: Operator, children: readonly number[]): number => children.reduce((all, each) => all * each, 1)

/** DuckDB estimates one row for a series of moments, whatever its length. */
const seriesRows: Rule = ({ estimate }) => (estimate !== null && estimate > 1 ? estimate : unknown.series)

/** Maximum output rows of an operator, if not those of its largest input. */
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

/** Maximum row pairs that a plan compares without a column equality. */
export function pairsIn(plan: Operator, bounds: RowBounds): number {
  const walk: Walk = { bounds, parts: [], pairs: 0 }
  rowsOf(plan, walk)
  return walk.pairs
}
