import { checkHeader } from './sound.ts'

/** What a message of a stream carries. */
export type ArrowMessage = {
  readonly kind: 'schema' | 'dictionary' | 'rows'
  /** The whole message, at the beginning of a buffer of its own. */
  readonly bytes: Uint8Array
}

const kinds = { 1: 'schema', 2: 'dictionary', 3: 'rows' } as const

const largestHeader = 1 << 24
/** A larger batch of rows cannot be held by an edge worker. */
const largestBody = 1 << 26
const continuation = 0xffffffff

/** Bytes that arrive in chunks, taken in pieces of any length. */
class Arriving {
  readonly #chunks: AsyncIterator<Uint8Array>
  #parts: Uint8Array[] = []
  #length = 0

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next bytes, or fewer where they end before. */
  async take(length: number): Promise<Uint8Array> {
    while (this.#length < length) {
      const { value, done } = await this.#chunks.next()
      if (done === true) break
      if (value.length === 0) continue
      this.#parts.push(value.slice())
      this.#length += value.length
    }
    const taken = new Uint8Array(Math.min(length, this.#length))
    for (let at = 0; at < taken.length;) {
      const part = this.#parts[0] ?? taken
      const piece = part.subarray(0, taken.length - at)
      taken.set(piece, at)
      at += piece.length
      if (piece.length === part.length) this.#parts.shift()
      else this.#parts[0] = part.subarray(piece.length)
    }
    this.#length -= taken.length
    return taken
  }

  async whole(length: number): Promise<Uint8Array> {
    const taken = await this.take(length)
    if (taken.length < length) throw new Error('it is cut short')
    return taken
  }

  async end(): Promise<void> {
    await this.#chunks.return?.()
  }
}

/** A field of the flatbuffer that heads a message; 0 where it is left out. */
function fieldAt(view: DataView, field: number): number {
  const root = view.getUint32(0, true)
  const table = root - view.getInt32(root, true)
  const place = 4 + field * 2
  return place < view.getUint16(table, true) ? root + view.getUint16(table + place, true) : root
}

/** The kind of a message, and how long its body is. */
function headOf(header: Uint8Array): { readonly kind: ArrowMessage['kind'] | null; readonly body: number } {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const root = view.getUint32(0, true)
  const [type, length] = [fieldAt(view, 1), fieldAt(view, 3)]
  const number = type === root ? 0 : view.getUint8(type)
  const body = length === root ? 0 : Number(view.getBigInt64(length, true))
  return { kind: kinds[number as keyof typeof kinds] ?? null, body }
}

async function nextMessage(arriving: Arriving): Promise<ArrowMessage | null> {
  for (;;) {
    const start = await arriving.take(4)
    if (start.length === 0) return null
    if (start.length < 4) throw new Error('it is cut short')
    const marked = new DataView(start.buffer).getUint32(0, true)
    // Before 2019 the length came without a mark before it.
    const prefix = marked === continuation ? await joined(start, arriving, 4) : start
    const length = new DataView(prefix.buffer).getUint32(prefix.length - 4, true)
    if (length === 0) return null
    if (length > largestHeader) throw new Error('one of its messages is damaged')
    const header = await arriving.whole(length)
    const { kind, body } = headOf(header)
    if (kind !== null) checkHeader(header)
    if (body < 0) throw new Error('one of its messages is damaged')
    if (body > largestBody) throw new Error('one of its batches of rows is larger than can be read here')
    const bytes = new Uint8Array(prefix.length + length + body)
    bytes.set(prefix)
    bytes.set(header, prefix.length)
    bytes.set(await arriving.whole(body), prefix.length + length)
    if (kind !== null) return { kind, bytes }
  }
}

async function joined(start: Uint8Array, arriving: Arriving, length: number): Promise<Uint8Array> {
  const whole = new Uint8Array(start.length + length)
  whole.set(start)
  whole.set(await arriving.whole(length), start.length)
  return whole
}

const fileMark = 'ARROW1'

export const isArrowFile = (head: Uint8Array): boolean =>
  Array.from(fileMark).every((letter, at) => head[at] === letter.charCodeAt(0))

/** The messages of an Arrow stream, or of a file, which is a stream between two marks. Throws where it is damaged. */
export async function* messagesOf(
  open: () => AsyncIterable<Uint8Array>,
  isFile: boolean,
): AsyncGenerator<ArrowMessage> {
  const arriving = new Arriving(open())
  try {
    if (isFile) await arriving.whole(8)
    for (;;) {
      const message = await nextMessage(arriving)
      if (message === null) return
      yield message
    }
  } finally {
    await arriving.end()
  }
}
