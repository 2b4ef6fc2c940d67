import { canonical } from './canonical.ts'
import { receipt, type Receipt } from './receipt.ts'

/** What the signature covers. */
export function signedText(of: Omit<Receipt, 'signature'> & { readonly signature?: unknown }): string {
  const { signature: _, ...body } = of
  return canonical(body)
}

const stringOrSpace = /"(?:[^"\\]|\\.)*"|[ \t\r\n\u{FEFF}\u{A0}]+/gu

/** The text without white space between its parts. */
const packed = (text: string): string => text.replaceAll(stringOrSpace, (found) => (found.startsWith('"') ? found : ''))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const longest = 200_000

/**
 * The receipt that a text is; null where it is none, or where it is written in another way than receipts are: twice the
 * same key, a number as `1e1`, a letter as an escape.
 */
export function readReceipt(text: string): Receipt | null {
  if (text.length > longest) return null
  const bare = packed(text)
  const value = parsed(bare)
  const read = receipt.safeParse(value)
  if (!read.success || JSON.stringify(value) !== bare) return null
  return read.data
}
