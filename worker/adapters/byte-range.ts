export type ByteRange = { readonly offset: number; readonly length: number }

/** Parses a Range header: null for the whole file, `unsatisfiable` beyond its end. Supports one range. */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  const offset = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return offset >= end ? 'unsatisfiable' : { offset, length: end - offset }
}
