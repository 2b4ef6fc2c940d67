import type { Block } from '../block.ts'
import type { OddRows } from './odd-rows.ts'
import type { Tokenizer } from './tokenizer.ts'

/** Do all records have exactly so many cells? */
function isEven(tokens: Tokenizer, width: number): boolean {
  for (let record = 0; record < tokens.records; record++) {
    if (tokens.recordEnds[record] !== (record + 1) * width) return false
  }
  return true
}

function hasText(tokens: Tokenizer, from: number, to: number): boolean {
  for (let cell = from; cell < to; cell++) if ((tokens.ends[cell] ?? 0) > (tokens.starts[cell] ?? 0)) return true
  return false
}

/**
 * Records as rows of one width: short ones padded, the surplus of long ones left aside, both told to `odd`.
 * Records that are headers are never odd. A surplus of empty cells only, as trailing delimiters make, is not odd: nothing is lost.
 */
export function gridOf(
  bytes: Uint8Array,
  tokens: Tokenizer,
  { width, headers, odd }: { width: number; headers: number; odd: OddRows | null },
): Block {
  if (isEven(tokens, width)) {
    return { bytes, rows: tokens.records, width, starts: tokens.starts, ends: tokens.ends }
  }
  const starts = new Int32Array(tokens.records * width).fill(-1)
  const ends = new Int32Array(tokens.records * width).fill(-1)
  let first = 0
  for (let record = 0; record < tokens.records; record++) {
    const end = tokens.recordEnds[record] ?? 0
    const kept = Math.min(end, first + width)
    starts.set(tokens.starts.subarray(first, kept), record * width)
    ends.set(tokens.ends.subarray(first, kept), record * width)
    if (record < headers) {
      first = end
      continue
    }
    if (kept - first < width || hasText(tokens, kept, end)) odd?.add(bytes, tokens, record)
    first = end
  }
  return { bytes, rows: tokens.records, width, starts, ends }
}
