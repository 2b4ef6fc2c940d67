const magic = 0x184d2204
const shortestMatch = 4

const damaged = (): RangeError => new RangeError('its packing is damaged')

/** Reads tokens, literals and matches of one block, writing after what was unpacked before, to which they may refer. */
class BlockReader {
  #at = 0
  readonly #block: Uint8Array
  readonly #out: Uint8Array
  #to: number

  constructor(block: Uint8Array, out: Uint8Array, from: number) {
    this.#block = block
    this.#out = out
    this.#to = from
  }

  /** Where the unpacked bytes end. */
  unpack(): number {
    while (this.#at < this.#block.length) {
      const token = this.#next()
      this.#copyLiterals(this.#length(token >> 4))
      if (this.#at < this.#block.length) this.#copyMatch(token & 15)
    }
    return this.#to
  }

  #next(): number {
    const byte = this.#block[this.#at++]
    if (byte === undefined) throw damaged()
    return byte
  }

  /** A length that goes on in more bytes when it is 15, and while those are 255. */
  #length(first: number): number {
    let length = first
    if (first < 15) return length
    for (let more = 255; more === 255;) {
      more = this.#next()
      length += more
    }
    return length
  }

  #copyLiterals(length: number): void {
    if (this.#at + length > this.#block.length || this.#to + length > this.#out.length) throw damaged()
    this.#out.set(this.#block.subarray(this.#at, this.#at + length), this.#to)
    this.#at += length
    this.#to += length
  }

  /** What stands a distance before is repeated, byte by byte, for it may reach into itself. */
  #copyMatch(first: number): void {
    const distance = this.#next() | (this.#next() << 8)
    const end = this.#to + this.#length(first) + shortestMatch
    if (distance === 0 || distance > this.#to || end > this.#out.length) throw damaged()
    for (; this.#to < end; this.#to++) this.#out[this.#to] = this.#out[this.#to - distance] as number
  }
}

/** Unpacks LZ4 in frames, whose blocks may refer to those before them. */
export function unpackLz4(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const out = new Uint8Array(size)
  let [at, to] = [0, 0]
  while (at + 7 <= bytes.length && to < size) {
    if (view.getUint32(at, true) !== magic) throw damaged()
    const flags = view.getUint8(at + 4)
    const start = at + 7 + ((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4)
    ;[at, to] = unpackFrame(view, { at: start, hasSums: (flags & 16) !== 0 }, { out, to })
    at += (flags & 4) === 0 ? 0 : 4
  }
  if (to !== size) throw damaged()
  return out
}

/** The blocks of one frame; returns where it ended, and where what it held did. */
function unpackFrame(
  view: DataView,
  { at: start, hasSums }: { readonly at: number; readonly hasSums: boolean },
  { out, to: from }: { readonly out: Uint8Array; readonly to: number },
): [number, number] {
  let [at, to] = [start, from]
  for (;;) {
    const marked = view.getUint32(at, true)
    at += 4
    if (marked === 0) return [at, to]
    const length = marked & 0x7fffffff
    if (at + length > view.byteLength) throw damaged()
    const block = new Uint8Array(view.buffer, view.byteOffset + at, length)
    if (marked >>> 31 === 0) to = new BlockReader(block, out, to).unpack()
    else {
      out.set(block, to)
      to += length
    }
    at += length + (hasSums ? 4 : 0)
  }
}
