import { decodeCell } from '../block.ts'
import type { Dialect } from './dialect.ts'
import { afterLines } from './blocks.ts'
import { Tokenizer } from './tokenizer.ts'

/** The beginning of a file as records of strings under one dialect. */
export function sampleRecords(text: Uint8Array, dialect: Dialect, isWhole: boolean): string[][] {
  const begin = afterLines(text, dialect.skippedLines, dialect.newline)
  const bytes = text.slice(begin)
  const tokens = new Tokenizer(dialect)
  tokens.cut(bytes, bytes.length, isWhole)
  if (tokens.records === 0) tokens.cut(bytes, bytes.length, true)
  let first = 0
  return Array.from({ length: tokens.records }, (_, record) => {
    const end = tokens.recordEnds[record] ?? 0
    const cells = Array.from({ length: end - first }, (_, index) =>
      decodeCell(bytes, tokens.starts[first + index] ?? 0, tokens.ends[first + index] ?? 0),
    )
    first = end
    return cells
  })
}
