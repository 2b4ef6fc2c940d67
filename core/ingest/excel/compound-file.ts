const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const

export const isCompoundFile = (head: Uint8Array): boolean => signature.every((byte, at) => head[at] === byte)

const endOfChain = 0xfffffffa

type Geometry = { readonly bytes: Uint8Array; readonly view: DataView; readonly sectorSize: number }

const sector = ({ bytes, sectorSize }: Geometry, number: number): Uint8Array => {
  const from = (number + 1) * sectorSize
  if (from >= bytes.length) throw new Error('it is cut short')
  return bytes.subarray(from, from + sectorSize)
}

const numbersIn = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
}

/** The sectors of a chain, in order. */
function chain(table: readonly number[], first: number): number[] {
  const numbers: number[] = []
  for (let number = first; number < endOfChain; number = table[number] ?? endOfChain) {
    numbers.push(number)
    if (numbers.length > table.length) throw new Error('its sectors run in a circle')
  }
  return numbers
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Which sector follows which. The header lists the table's first 109 sectors, further ones list themselves. */
function sectorTable(geometry: Geometry): number[] {
  const { bytes, view, sectorSize } = geometry
  const listed = numbersIn(bytes.subarray(76, 512))
  const most = Math.ceil(bytes.length / sectorSize)
  const mostListed = listed.length + Math.ceil((most * 4) / sectorSize)
  let turns = 0
  for (let next = view.getUint32(68, true); next < endOfChain && turns <= most; turns++) {
    const numbers = numbersIn(sector(geometry, next))
    next = numbers.pop() ?? endOfChain
    listed.push(...numbers)
    if (listed.length > mostListed + sectorSize / 4) throw new Error('its sectors run in a circle')
  }
  return listed.filter((number) => number < endOfChain).flatMap((number) => numbersIn(sector(geometry, number)))
}

type Item = { readonly name: string; readonly kind: number; readonly first: number; readonly size: number }

function itemsOf(directory: Uint8Array): Item[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const decoder = new TextDecoder('utf-16le')
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => {
    const at = index * 128
    const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    return {
      name: decoder.decode(directory.subarray(at, at + length)),
      kind: view.getUint8(at + 66),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

/** The streams of a compound file, as Excel wrote it until 2003: looked up by name, whatever folder they are in. */
export function readCompoundFile(bytes: Uint8Array): {
  names: readonly string[]
  stream: (name: string) => Uint8Array | null
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const power = view.getUint16(30, true)
  if (power < 7 || power > 12) throw new Error('its header is damaged')
  const geometry = { bytes, view, sectorSize: 1 << power }
  const table = sectorTable(geometry)
  const read = (first: number): Uint8Array => join(chain(table, first).map((number) => sector(geometry, number)))
  const items = itemsOf(read(view.getUint32(48, true)))
  const smallest = view.getUint32(56, true)
  const smallSize = 1 << view.getUint16(32, true)
  const root = items.find(({ kind }) => kind === 5)
  const readSmall = (first: number): Uint8Array => {
    const small = numbersIn(read(view.getUint32(60, true)))
    const store = read(root?.first ?? endOfChain)
    return join(chain(small, first).map((number) => store.subarray(number * smallSize, (number + 1) * smallSize)))
  }
  return {
    names: items.filter(({ kind }) => kind === 2).map(({ name }) => name),
    stream: (name) => {
      const item = items.find((one) => one.kind === 2 && one.name.toLowerCase() === name.toLowerCase())
      if (item === undefined) return null
      return (item.size < smallest ? readSmall(item.first) : read(item.first)).subarray(0, item.size)
    },
  }
}
