/**
 * Some rows of a file as text, all of one width, without a string per cell:
 * the cell at `row * width + column` is `bytes[starts[cell], ends[cell])`, UTF-8. A cell the file does not have is −1, −1.
 */
export type Block = {
  readonly bytes: Uint8Array
  readonly rows: number
  readonly width: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Cells that rows have beyond the width, where they are asked for. */
  readonly surplus?: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** A span of a block's rows in one of its columns. */
export type BlockSpan = { readonly block: Block; readonly column: number; readonly from: number; readonly to: number }

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** One cell as a string; for messages and odd cells, not for every cell. */
export const decodeCell = (bytes: Uint8Array, start: number, end: number): string =>
  start < end ? decoder.decode(bytes.subarray(start, end)) : ''
