/**
 * What may stand before or after a number and still leave it a number: `%`, the signs of money, and the codes of ISO 4217
 * and short forms that people write in their place. Longer ones first, so that `US$` is not read as `US` and `$`.
 */
const written =
  'USD EUR GBP CHF JPY CNY INR AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN BRL MXN ARS CLP COP ZAR KRW TRY RUB UAH ILS AED SAR SGD HKD TWD THB IDR MYR PHP VND EGP NGN KES US$ CA$ AU$ NZ$ HK$ R$ C$ A$ kr zł Kč Ft Fr Rs. Rs % $ € £ ¥ ₹ ₩ ₽ ₺ ₴ ₪ ₫ ฿'.split(
    ' ',
  )

const encoder = new TextEncoder()
type Encoded = { readonly symbol: string; readonly bytes: Uint8Array; readonly isWord: boolean }

const byFirstByte: (readonly Encoded[] | undefined)[] = []
for (const symbol of written) {
  const bytes = encoder.encode(symbol)
  const first = bytes[0] ?? 0
  byFirstByte[first] = [...(byFirstByte[first] ?? []), { symbol, bytes, isWord: /[a-z]$/i.test(symbol) }]
}

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122

/** The symbol that begins at a position, or null. A word ends where its letters do: `krone` does not begin with `kr`. */
export function symbolAt(bytes: Uint8Array, at: number, end: number): { symbol: string; bytes: Uint8Array } | null {
  const candidates = byFirstByte[bytes[at] ?? 0]
  if (candidates === undefined) return null
  for (const one of candidates) {
    const next = at + one.bytes.length
    if (next > end || (one.isWord && next < end && isLetter(bytes[next] ?? 0))) continue
    if (one.bytes.every((byte, index) => bytes[at + index] === byte)) return one
  }
  return null
}
