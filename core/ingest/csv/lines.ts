import type { Dialect } from './dialect.ts'

const [lineFeed, carriageReturn] = [10, 13]

const endOfLine = (newline: Dialect['newline']): number => (newline === 'cr' ? carriageReturn : lineFeed)

/** Where the text begins after so many lines. */
export function afterLines(bytes: Uint8Array, lines: number, newline: Dialect['newline']): number {
  const mark = endOfLine(newline)
  let position = 0
  for (let line = 0; line < lines; line++) {
    const end = bytes.indexOf(mark, position)
    if (end < 0) return bytes.length
    position = end + 1
  }
  return position
}

/** Carriage returns that stand alone become line feeds, in place. */
function unify(bytes: Uint8Array): void {
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) {
    if (bytes[at + 1] !== lineFeed) bytes[at] = lineFeed
  }
}

/** Text of mixed line ends, each of them a line feed or a carriage return with one. */
export async function* withLineFeeds(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isHeld = false
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    const bytes = new Uint8Array(chunk.length + 1)
    bytes[0] = carriageReturn
    bytes.set(chunk, 1)
    const wasHeld = isHeld
    isHeld = chunk.at(-1) === carriageReturn
    const whole = bytes.subarray(wasHeld ? 0 : 1, bytes.length - (isHeld ? 1 : 0))
    unify(whole)
    yield whole
  }
  if (isHeld) yield Uint8Array.of(lineFeed)
}

/** At most so much of a text, after so many lines. */
export async function textAfter(
  chunks: AsyncIterable<Uint8Array>,
  { lines, newline, atMost }: { lines: number; newline: Dialect['newline']; atMost: number },
): Promise<Uint8Array> {
  const kept = new Uint8Array(atMost)
  let [length, left] = [0, lines]
  for await (const chunk of newline === 'mixed' ? withLineFeeds(chunks) : chunks) {
    let from = 0
    while (left > 0 && from < chunk.length) {
      const end = chunk.indexOf(endOfLine(newline), from)
      from = end < 0 ? chunk.length : end + 1
      if (end >= 0) left--
    }
    const more = chunk.subarray(from, from + atMost - length)
    kept.set(more, length)
    length += more.length
    if (length === atMost) break
  }
  return kept.subarray(0, length)
}

/** Line feeds alone, for a text that is all there. */
export function lineFeedsOnly(text: Uint8Array): Uint8Array {
  const bytes = text.slice()
  unify(bytes)
  return bytes
}

/** What ends the lines of a text, as it is called. */
export function newlineTitle(text: Uint8Array, newline: Dialect['newline']): 'LF' | 'CRLF' | 'CR' | 'mixed' {
  if (newline !== 'lf') return newline === 'cr' ? 'CR' : 'mixed'
  let [feeds, pairs] = [0, 0]
  for (let at = text.indexOf(lineFeed); at >= 0; at = text.indexOf(lineFeed, at + 1)) {
    feeds++
    if (text[at - 1] === carriageReturn) pairs++
  }
  return pairs === 0 ? 'LF' : pairs * 2 > feeds ? 'CRLF' : 'mixed'
}
