import { createMemoryCache } from '#core/memory-cache.ts'
import type { Stretch } from '#core/engine/rows/row-view.ts'
import { type Cell, cellAt, type Column } from '#core/table/table.ts'

/** Rows per request. */
const blockRows = 128
/** Maximum cached blocks; a screen shows two or three. */
const maxBlocks = 40

type Block = { numbers: Int32Array | null; readonly columns: Map<string, Column | 'coming'> }

type Ports = {
  readonly read: (from: number, to: number, columns: readonly string[]) => Promise<Stretch | null>
  /** Called when a block arrived or failed. */
  readonly onChange: (failed: boolean) => void
}

/** Cells of a view of rows, fetched when they become visible. */
export function createBlocks({ read, onChange }: Ports) {
  const blocks = createMemoryCache<number, Block>({ total: maxBlocks })

  function use(index: number): Block {
    const block = blocks.get(index) ?? { numbers: null, columns: new Map<string, Column | 'coming'>() }
    blocks.set(index, block)
    return block
  }

  async function fill(index: number, block: Block, missing: readonly string[]): Promise<void> {
    for (const name of missing) block.columns.set(name, 'coming')
    const stretch = await read(index * blockRows, (index + 1) * blockRows, missing)
    for (const [at, name] of missing.entries()) {
      const column = stretch?.table.columns[at]
      if (column) block.columns.set(name, column)
      else block.columns.delete(name)
    }
    block.numbers = stretch?.numbers ?? block.numbers
    onChange(stretch === null)
  }

  return {
    /** Requests these cells unless they are present or pending. */
    want(from: number, to: number, columns: readonly string[]): void {
      for (let index = Math.floor(from / blockRows); index * blockRows < to; index++) {
        const block = use(index)
        const missing = columns.filter((name) => !block.columns.has(name))
        if (missing.length > 0) void fill(index, block, missing)
      }
    },
    /** A cell; undefined while it loads. */
    cell(row: number, column: string): Cell | undefined {
      const found = blocks.get(Math.floor(row / blockRows))?.columns.get(column)
      return found === undefined || found === 'coming' ? undefined : cellAt(found, row % blockRows)
    },
    /** A row's number in the file, from 0; undefined while it loads. */
    number(row: number): number | undefined {
      return blocks.get(Math.floor(row / blockRows))?.numbers?.[row % blockRows]
    },
  }
}
export type Blocks = ReturnType<typeof createBlocks>
