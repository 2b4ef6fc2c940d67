/** The kinds of record that hold what we read, by their numbers. */
export const kinds = {
  formula: 0x06,
  end: 0x0a,
  is1904: 0x22,
  password: 0x2f,
  more: 0x3c,
  codePage: 0x42,
  sheet: 0x85,
  merged: 0xe5,
  numbers: 0xbd,
  richText: 0xd6,
  style: 0xe0,
  strings: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  booleanOrError: 0x205,
  formulaText: 0x207,
  smallNumber: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const

export type BiffRecord = { readonly kind: number; readonly at: number; readonly data: DataView }

/** About the work of one more record, whatever is in it. */
export const stepsOfRecord = 8

/** The records of a workbook stream from a place on. */
export function* recordsFrom(stream: Uint8Array, from: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = from
  while (at + 4 <= stream.length) {
    const [kind, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (at + 4 + size > stream.length) throw new Error('it is cut short')
    yield { kind, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, size) }
    at += 4 + size
  }
}

const labels: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10_000: 'macintosh',
  32_768: 'macintosh',
}

/** How text in bytes is decoded under a code page. */
export function decoderFor(codePage: number): TextDecoder {
  const label = labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  return new TextDecoder(label)
}

/** How one workbook writes text: in bytes of a code page before 1997, in Unicode since. */
export type BiffText = { readonly isUnicode: boolean; readonly decoder: TextDecoder }

const bytesOf = (data: DataView, from: number, length: number): Uint8Array =>
  new Uint8Array(data.buffer, data.byteOffset + from, Math.max(0, Math.min(length, data.byteLength - from)))

export function characters(data: DataView, from: number, length: number, isWide: boolean): string {
  const [step, pieces] = [8192, [] as string[]]
  for (let at = 0; at < length; at += step) {
    const codes = Array.from({ length: Math.min(step, length - at) }, (_, index) =>
      isWide ? data.getUint16(from + (at + index) * 2, true) : data.getUint8(from + at + index),
    )
    pieces.push(String.fromCharCode(...codes))
  }
  return pieces.join('')
}

/** Text whose length stands in its first bytes. */
export function readText(data: DataView, at: number, sizeBytes: 1 | 2, { isUnicode, decoder }: BiffText): string {
  const length = sizeBytes === 1 ? data.getUint8(at) : data.getUint16(at, true)
  const from = at + sizeBytes
  if (!isUnicode) return decoder.decode(bytesOf(data, from, length))
  if (length === 0 || from >= data.byteLength) return ''
  const flags = data.getUint8(from)
  const isWide = (flags & 1) !== 0
  const start = from + 1 + ((flags & 8) !== 0 ? 2 : 0) + ((flags & 4) !== 0 ? 4 : 0)
  const room = Math.floor((data.byteLength - start) / (isWide ? 2 : 1))
  return characters(data, start, Math.max(0, Math.min(length, room)), isWide)
}

/** A number packed into four bytes: whole or the upper half of a float, perhaps a hundredfold. */
export function smallNumber(packed: number): number {
  let value = packed >> 2
  if ((packed & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8))
    view.setInt32(0, packed & ~3)
    value = view.getFloat64(0)
  }
  return (packed & 1) === 0 ? value : value / 100
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}

export const errorText = (code: number): string => errors[code] ?? '#ERROR!'
