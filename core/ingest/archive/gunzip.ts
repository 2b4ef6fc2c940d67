import type { Budget } from '../../budget.ts'
import { Z_BUF_ERROR, Z_NO_FLUSH, Z_STREAM_END, zlibInflate, zlibInflateInit2, zlibInflateReset, ZStream } from 'pako'

const chunkSize = 1 << 16
/** Bits that tell zlib to expect gzip's header and checksum. */
const gzipWindow = 31

/** What packs more than this many times, and to more than this many bytes, was made to fill memories and disks. */
const mostTimes = 250
const harmless = 1e8

/** Unpacks gzip as it arrives, member after member, as tools write that append. Throws where it is damaged. */
class Gunzip {
  readonly #stream = new ZStream()
  /** Nothing of a member has arrived that its end has not followed. */
  #isBetween = true
  #packed = 0
  #unpacked = 0
  /** What the next bytes are unpacked into: used again while nothing comes out, as of members that are empty. */
  #output = new Uint8Array(chunkSize)

  constructor() {
    zlibInflateInit2(this.#stream, gzipWindow)
  }

  /** What these bytes unpack to; some pieces of it are empty. */
  *push(bytes: Uint8Array): Generator<Uint8Array> {
    const stream = this.#stream
    stream.input = bytes
    stream.next_in = 0
    stream.avail_in = bytes.length
    this.#packed += bytes.length
    while (stream.avail_in > 0 && !this.#isPadding(bytes)) {
      yield this.#step()
    }
  }

  /** After the last member, zeros may fill up a block. */
  #isPadding(bytes: Uint8Array): boolean {
    return this.#isBetween && bytes.subarray(this.#stream.next_in).every((byte) => byte === 0)
  }

  #step(): Uint8Array {
    const stream = this.#stream
    this.#isBetween = false
    stream.output = this.#output
    stream.next_out = 0
    stream.avail_out = chunkSize
    const status = zlibInflate(stream, Z_NO_FLUSH)
    if (status < 0 && status !== Z_BUF_ERROR) throw new Error('its packing is damaged')
    if (status === Z_STREAM_END) {
      zlibInflateReset(stream)
      this.#isBetween = true
    }
    this.#unpacked += stream.next_out
    if (this.#unpacked > harmless && this.#unpacked > this.#packed * mostTimes)
      throw new Error('it unpacks to far more than a table would')
    const unpacked = this.#output.subarray(0, stream.next_out)
    if (unpacked.length > 0) this.#output = new Uint8Array(chunkSize)
    return unpacked
  }

  /** The last of what was pushed may still be held back. */
  *end(): Generator<Uint8Array> {
    while (!this.#isBetween) {
      const unpacked = this.#step()
      if (unpacked.length === 0 && !this.#isBetween) throw new Error('it is cut short')
      yield unpacked
    }
  }
}

/** About the work of beginning a member, or of finding that there is nothing more. */
const stepsOfPiece = 100

/** The contents of a gzip file, piece by piece. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Uint8Array> {
  const unpacker = new Gunzip()
  async function* charged(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      budget.charge('bytes', piece.length)
      budget.work(stepsOfPiece + piece.length)
      if (piece.length > 0) yield piece
      if (budget.isDue) await budget.rest()
    }
  }
  for await (const chunk of chunks) yield* charged(unpacker.push(chunk))
  yield* charged(unpacker.end())
}
