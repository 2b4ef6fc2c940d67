/** A run of a number format: text as it stands, or a sign of the format's language. */
export type FormatToken = { readonly literal: string } | { readonly sign: string }

const signs = /^(general|am\/pm|a\/p|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+|e[+-]|e+|[0#?.,%/@])/i
const asides = /^(?:"([^"]*)"?|\\(.)|(_).|\*.|\[\$([^\]-]*)[^\]]*\])/s
const hidden = /^\[[^\]]*\]/

type Cut = { readonly length: number; readonly token: FormatToken | null }

/** Text as it stands: quoted, escaped, a space as wide as a character, or the symbol of a currency. */
function asideAt(rest: string): Cut | null {
  const found = asides.exec(rest)
  if (found === null) return null
  const [all, quoted, escaped, space, symbol] = found
  const literal = quoted ?? escaped ?? symbol ?? (space === undefined ? '' : ' ')
  return { length: all.length, token: literal === '' ? null : { literal } }
}

function signAt(rest: string): Cut {
  const sign = signs.exec(rest)?.[0]
  if (sign !== undefined) return { length: sign.length, token: { sign: sign.toLowerCase() } }
  const unseen = hidden.exec(rest)?.[0]
  if (unseen !== undefined) return { length: unseen.length, token: null }
  return { length: 1, token: { literal: rest.slice(0, 1) } }
}

/** Cuts one section of a format into its runs; colours, conditions and padding show nothing. */
export function tokensOf(section: string): FormatToken[] {
  const tokens: FormatToken[] = []
  for (let at = 0; at < section.length;) {
    const rest = section.slice(at)
    const { length, token } = asideAt(rest) ?? signAt(rest)
    if (token !== null) tokens.push(token)
    at += length
  }
  return tokens
}

/** A place for a digit. */
export const isPlace = (token: FormatToken): boolean => 'sign' in token && /^[0#?]$/.test(token.sign)

export const isSign = (token: FormatToken | undefined, sign: string): boolean =>
  token !== undefined && 'sign' in token && token.sign === sign

/** Tokens as they are written, quotes and escapes aside. */
export const textOf = (tokens: readonly FormatToken[]): string =>
  tokens.map((token) => ('literal' in token ? token.literal : token.sign)).join('')
