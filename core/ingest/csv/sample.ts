import { decodeCell } from '../block.ts'
import type { Dialect } from './dialect.ts'
import { afterLines } from './lines.ts'
import { Tokenizer } from './tokenizer.ts'

/** One record of the beginning of a file, and the line on which it starts. */
type SampleRecord = {
  readonly line: number
  readonly cells: readonly string[]
  /** True for nothing but delimiters. */
  readonly isBlank: boolean
}

export type Sample = {
  readonly records: readonly SampleRecord[]
  readonly comments: readonly { readonly line: number; readonly text: string }[]
}

/** The beginning of a file as records of strings under one dialect. */
export function sampleOf(text: Uint8Array, dialect: Dialect, isWhole: boolean): Sample {
  const begin = afterLines(text, dialect.skippedLines, dialect.newline)
  const bytes = text.slice(begin)
  let tokens = new Tokenizer(dialect)
  tokens.cut(bytes, bytes.length, isWhole)
  if (tokens.records === 0 && !isWhole) {
    tokens = new Tokenizer(dialect)
    tokens.cut(bytes, bytes.length, true)
  }
  const records = Array.from({ length: tokens.records }, (_, record) => ({
    line: tokens.lines[record] ?? 0,
    cells: tokens.texts(bytes, record),
    isBlank: tokens.isBlank(bytes, record),
  }))
  return {
    records,
    comments: tokens.comments.map(({ line, start, end }) => ({ line, text: decodeCell(bytes, start, end).trimEnd() })),
  }
}
