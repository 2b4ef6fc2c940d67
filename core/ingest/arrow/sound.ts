const damaged = (): Error => new Error('one of its messages is damaged')

/** Tables of a flatbuffer, whose counts are checked before anything is made as large as they say. */
class Tables {
  readonly #view: DataView
  #left: number

  constructor(header: Uint8Array) {
    this.#view = new DataView(header.buffer, header.byteOffset, header.byteLength)
    this.#left = header.byteLength
  }

  get root(): number {
    return this.#view.getUint32(0, true)
  }

  /** Where a field of a table stands; 0 where it is left out. Each table takes bytes, so there are no more than bytes. */
  field(table: number, index: number): number {
    if (this.#left-- <= 0) throw damaged()
    const shape = table - this.#view.getInt32(table, true)
    const place = 4 + index * 2
    const offset = place < this.#view.getUint16(shape, true) ? this.#view.getUint16(shape + place, true) : 0
    return offset === 0 ? 0 : table + offset
  }

  byte(at: number): number {
    return at === 0 ? 0 : this.#view.getUint8(at)
  }

  /** What a field refers to; 0 where it is left out. */
  target(at: number): number {
    return at === 0 ? 0 : at + this.#view.getUint32(at, true)
  }

  /** The elements of a list in a field, each of so many bytes. Throws where they do not fit. */
  list(at: number, stride: number): number[] {
    if (at === 0) return []
    const start = this.target(at)
    const count = this.#view.getUint32(start, true)
    if (start + 4 + count * stride > this.#view.byteLength) throw damaged()
    return Array.from({ length: count }, (_, index) => start + 4 + index * stride)
  }
}

const [fieldChildren, fieldMetadata, fieldType] = [5, 6, 3]
/** Types within types beyond this depth are damage. */
const deepest = 60

function checkFields(tables: Tables, fields: readonly number[], depth: number): void {
  if (depth > deepest) throw damaged()
  for (const place of fields) {
    const field = tables.target(place)
    tables.list(tables.field(field, fieldMetadata), 4)
    // The types of a union are listed in it; in other types the second field is a number, which is not read as a list.
    const type = tables.target(tables.field(field, fieldType))
    if (type !== 0 && tables.byte(tables.field(field, 2)) === 14) tables.list(tables.field(type, 1), 4)
    checkFields(tables, tables.list(tables.field(field, fieldChildren), 4), depth + 1)
  }
}

function checkRows(tables: Tables, batch: number): void {
  tables.list(tables.field(batch, 1), 16)
  tables.list(tables.field(batch, 2), 16)
  tables.list(tables.field(batch, 4), 8)
}

/** Are the counts in a message's header no larger than the header could hold? Throws where they are. */
export function checkHeader(header: Uint8Array): void {
  const tables = new Tables(header)
  const kind = tables.byte(tables.field(tables.root, 1))
  const content = tables.target(tables.field(tables.root, 2))
  if (content === 0) throw damaged()
  if (kind === 1) {
    tables.list(tables.field(content, 2), 4)
    checkFields(tables, tables.list(tables.field(content, 1), 4), 0)
  } else if (kind === 2) checkRows(tables, tables.target(tables.field(content, 1)))
  else if (kind === 3) checkRows(tables, content)
}
