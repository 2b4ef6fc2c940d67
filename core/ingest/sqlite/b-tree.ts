import { longestRow } from '../file-budget.ts'
import type { Pages } from './pages.ts'
import { readVarint } from './record.ts'

/** What a leaf, or in an index any page, holds: the row's number in a table, and its values as they are stored. */
export type StoredRow = { readonly id: bigint | null; readonly payload: Uint8Array }

const kinds = { indexBranch: 2, tableBranch: 5, indexLeaf: 10, tableLeaf: 13 } as const

const deepest = 40
/** About the work of a row and of a page, whatever is in it. */
const stepsOfRow = 20

type Node = { readonly view: DataView; readonly kind: number; readonly cells: number; readonly from: number }

/** A page as a node of a tree. The first page begins after the header of the database. */
async function nodeAt(pages: Pages, number: number): Promise<Node> {
  const view = await pages.page(number)
  const from = number === 1 ? 100 : 0
  const kind = view.getUint8(from)
  const cells = view.getUint16(from + 3)
  if (!Object.values(kinds).includes(kind as (typeof kinds)[keyof typeof kinds]))
    throw new Error('one of its pages is damaged')
  return { view, kind, cells, from }
}

const isBranch = ({ kind }: Node): boolean => kind === kinds.indexBranch || kind === kinds.tableBranch
const isTable = ({ kind }: Node): boolean => kind === kinds.tableLeaf || kind === kinds.tableBranch

function cellAt({ view, from, kind }: Node, cell: number): number {
  const header = kind === kinds.indexBranch || kind === kinds.tableBranch ? 12 : 8
  const at = view.getUint16(from + header + cell * 2)
  if (at >= view.byteLength) throw new Error('one of its pages is damaged')
  return at
}

/** How much of a payload stands in its page; the rest is in a chain of others. */
function localSize(usable: number, size: number, inTable: boolean): number {
  const most = inTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (size <= most) return size
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((size - least) % (usable - 4))
  return fitting <= most ? fitting : least
}

async function payloadAt(pages: Pages, node: Node, cell: number): Promise<StoredRow> {
  const { view } = node
  let at = cellAt(node, cell)
  if (node.kind === kinds.indexBranch) at += 4
  const length = readVarint(view, at)
  const size = Number(length.value)
  const { pageSize, pages: count } = pages.header
  if (size < 0 || size > Math.min(longestRow, pageSize * count))
    throw new Error('one of its rows is larger than can be read here')
  const id = isTable(node) ? readVarint(view, length.next) : { value: null, next: length.next }
  const local = localSize(pages.header.usable, size, isTable(node))
  if (id.next + local > view.byteLength) throw new Error('one of its rows is damaged')
  pages.budget.charge('bytes', size)
  pages.budget.work(stepsOfRow + size)
  const payload = new Uint8Array(size)
  payload.set(new Uint8Array(view.buffer, view.byteOffset + id.next, local))
  if (local < size) await readOverflow(pages, { payload, from: local, first: view.getUint32(id.next + local) })
  return { id: id.value, payload }
}

async function readOverflow(
  pages: Pages,
  { payload, from, first }: { readonly payload: Uint8Array; readonly from: number; readonly first: number },
): Promise<void> {
  let [at, number] = [from, first]
  while (at < payload.length) {
    const view = await pages.page(number)
    const piece = Math.min(pages.header.usable - 4, payload.length - at)
    payload.set(new Uint8Array(view.buffer, view.byteOffset + 4, piece), at)
    number = view.getUint32(0)
    at += piece
  }
}

/** Stops a walk that a damaged file would lead in circles. */
class Walk {
  #left: number

  constructor(pages: number) {
    this.#left = pages
  }

  step(depth: number): void {
    if (depth > deepest || this.#left-- <= 0) throw new Error('its pages run in a circle')
  }
}

/** Every row of the tree whose root is a page, in order. */
export async function* rowsOf(
  pages: Pages,
  root: number,
  walk = new Walk(pages.header.pages),
  depth = 0,
): AsyncGenerator<StoredRow> {
  walk.step(depth)
  const node = await nodeAt(pages, root)
  for (let cell = 0; cell < node.cells; cell++) {
    if (isBranch(node)) yield* rowsOf(pages, node.view.getUint32(cellAt(node, cell)), walk, depth + 1)
    if (node.kind !== kinds.tableBranch) yield await payloadAt(pages, node, cell)
    if (pages.budget.isDue) await pages.budget.rest()
  }
  if (isBranch(node)) yield* rowsOf(pages, node.view.getUint32(node.from + 8), walk, depth + 1)
}

/** Counts rows without reading them; null when more pages would have to be looked at than is worth it. */
export async function countRows(
  pages: Pages,
  root: number,
  counting: { left: number },
  depth = 0,
): Promise<number | null> {
  if (depth > deepest || counting.left-- <= 0) return null
  const node = await nodeAt(pages, root)
  let rows = node.kind === kinds.tableBranch ? 0 : node.cells
  if (!isBranch(node)) return rows
  for (let cell = 0; cell <= node.cells; cell++) {
    const child = node.view.getUint32(cell === node.cells ? node.from + 8 : cellAt(node, cell))
    const below = await countRows(pages, child, counting, depth + 1)
    if (below === null) return null
    rows += below
  }
  return rows
}
