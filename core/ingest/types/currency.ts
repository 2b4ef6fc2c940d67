/** Symbols of money as UTF-8, and `%`: what may stand before or after a number and still leave it a number. */
const symbols = ['%', '$', '€', '£', '¥', '₹', '₩', '₽', '₺', '฿'] as const
const encoder = new TextEncoder()
const encoded = symbols.map((symbol) => ({ symbol, bytes: encoder.encode(symbol) }))

/** The symbol that begins at a position, or null. */
export function symbolAt(bytes: Uint8Array, at: number, end: number): { symbol: string; bytes: Uint8Array } | null {
  const byte = bytes[at] ?? 0
  if (byte !== 37 && byte !== 36 && byte < 0xc2) return null
  for (const one of encoded) {
    if (at + one.bytes.length > end) continue
    if (one.bytes.every((byte, index) => bytes[at + index] === byte)) return one
  }
  return null
}
