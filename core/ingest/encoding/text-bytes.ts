import type { FileInput } from '../file-input.ts'
import { ControlMender } from './control-mender.ts'
import type { DetectedEncoding } from './detect-encoding.ts'
import { encodings } from './registry.ts'

/** The first bytes of a file, at most so many. */
export async function readHead(file: FileInput, atMost: number): Promise<Uint8Array> {
  const head = new Uint8Array(atMost)
  let length = 0
  for await (const chunk of file.open()) {
    head.set(chunk.subarray(0, atMost - length), length)
    length = Math.min(atMost, length + chunk.length)
    if (length === atMost) break
  }
  return head.slice(0, length)
}

/** What passes by while text is read. */
export type TextWatch = {
  /** Sees each chunk as the file has it, without its mark. */
  readonly seen?: (bytes: Uint8Array) => void
  /** Told how many NUL characters were left out. */
  readonly nuls?: (count: number) => void
  /** Is it known from a reading before that there is nothing to leave out or to mend? */
  readonly isClean?: boolean
  /** Told how many characters of Windows-1252 stood in UTF-8 as control characters. */
  readonly mended?: (count: number) => void
}

/** NUL characters are no text; everything else stays. */
function withoutNuls(bytes: Uint8Array, nuls?: (count: number) => void): Uint8Array {
  if (!bytes.includes(0)) return bytes
  const kept = bytes.filter((byte) => byte !== 0)
  nuls?.(bytes.length - kept.length)
  return kept
}

/** Bytes that are transcoded at once. */
const pieceSize = 1 << 18

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceSize) yield chunk.subarray(from, from + pieceSize)
  }
}

/** A file's text as chunks of UTF-8, without byte order mark, NUL and control characters. */
export async function* textBytes(
  file: FileInput,
  encoding: DetectedEncoding,
  watch: TextWatch = {},
): AsyncGenerator<Uint8Array> {
  const transcoder = encodings[encoding.id].create()
  const mender = new ControlMender()
  let mark = encoding.mark
  for await (const chunk of inPieces(file.open())) {
    const bytes = chunk.subarray(Math.min(mark, chunk.length))
    mark -= chunk.length - bytes.length
    watch.seen?.(bytes)
    const text = transcoder.push(bytes)
    yield watch.isClean === true ? text : withoutNuls(mender.push(text), watch.nuls)
  }
  yield withoutNuls(mender.push(transcoder.end()), watch.nuls)
  yield mender.end()
  if (mender.mended > 0) watch.mended?.(mender.mended)
}

/** The beginning of a file as UTF-8, for guessing. */
export function sampleText(head: Uint8Array, encoding: DetectedEncoding): Uint8Array {
  return withoutNuls(new ControlMender().push(encodings[encoding.id].create().push(head.subarray(encoding.mark))))
}
