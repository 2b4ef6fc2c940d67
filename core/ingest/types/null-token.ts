import { decodeCell } from '../block.ts'

/** Texts that programs write for “no value”; null in every column. */
const always = new Set(['na', 'n/a', '#n/a', 'null', 'nan', '\\n', '<na>', '(null)', '#null!', 'nil'])

/** Texts that people write for it; null among numbers and moments, but a value like another in a column of text. */
const amongNumbers = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '..',
  '...',
  '?',
  'none',
  'unknown',
  'missing',
  'nd',
  'n.a.',
  'n.d.',
  'tbd',
])

const longestToken = 9

/** `####`: what a spreadsheet writes for a value that its column had no room for. */
function isNoRoom(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < 3) return false
  for (let at = from; at < to; at++) if (bytes[at] !== 35) return false
  return true
}

/** Does this text stand for no value: in any column, only where numbers or moments are, or not at all? */
export function nullTokenKind(bytes: Uint8Array, start: number, end: number): 'always' | 'among-numbers' | null {
  let [from, to] = [start, end]
  while (from < to && (bytes[from] ?? 0) <= 32) from++
  while (to > from && (bytes[to - 1] ?? 0) <= 32) to--
  if (from === to) return 'always'
  if (isNoRoom(bytes, from, to)) return 'among-numbers'
  if (to - from > longestToken) return null
  const text = decodeCell(bytes, from, to).toLowerCase()
  return always.has(text) ? 'always' : amongNumbers.has(text) ? 'among-numbers' : null
}
