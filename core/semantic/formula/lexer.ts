import { fail } from '../../errors.ts'
import { refuse, type Span } from './problem.ts'

export type Token = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    /** A name in brackets: always a column or a measure. */
    | { readonly kind: 'bracketed'; readonly value: string }
    /** A bare word: a name, a function or a keyword. */
    | { readonly kind: 'word'; readonly value: string }
    | { readonly kind: 'symbol'; readonly value: string }
    | { readonly kind: 'end'; readonly value: '' }
  )

/** Maximum length; legitimate formulas are shorter. */
const longestFormula = 10_000

const blank = /(?:\s|--[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y
const number = /(?:\d[\d_]*(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const word = /[\p{L}_][\p{L}\p{N}_]*/uy
const symbol = /<=|>=|<>|!=|==|\|\||[-+*/%^&=<>(),≤≥≠×÷]/y

/** Typographic characters from copied text, and their ASCII form. */
const sameAs: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '!=': '<>',
  '==': '=',
  '×': '*',
  '÷': '/',
  '||': '&',
}

const closers: Readonly<Record<string, string>> = { "'": "'", '"': '"', '‘': '’', '“': '”', '[': ']' }

/** Doubled closing quotes stand for one: `'it''s'`. */
function quoted(text: string, from: number): Token | null {
  const closer = closers[text[from] ?? '']
  if (closer === undefined) return null
  let value = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== closer) value += text[at]
    else if (text[at + 1] === closer) value += text[at++]
    else return { kind: closer === ']' ? 'bracketed' : 'text', value, from, to: at + 1 }
  }
  return refuse(
    { from, to: text.length },
    fail('formula/syntax', {
      found: closer === ']' ? 'This name is not closed.' : 'This text is not closed.',
      wanted: `Put ${closer} behind it.`,
    }),
  )
}

function matched(pattern: RegExp, text: string, from: number): string | null {
  pattern.lastIndex = from
  return pattern.exec(text)?.[0] ?? null
}

function tokenAt(text: string, from: number): Token {
  const inQuotes = quoted(text, from)
  if (inQuotes) return inQuotes
  const digits = matched(number, text, from)
  if (digits !== null) {
    return { kind: 'number', value: Number(digits.replaceAll('_', '')), from, to: from + digits.length }
  }
  const letters = matched(word, text, from)
  if (letters !== null) return { kind: 'word', value: letters, from, to: from + letters.length }
  const sign = matched(symbol, text, from)
  if (sign !== null) return { kind: 'symbol', value: sameAs[sign] ?? sign, from, to: from + sign.length }
  const character = String.fromCodePoint(text.codePointAt(from) ?? 0)
  return refuse(
    { from, to: from + character.length },
    fail('formula/syntax', {
      found: `“${character}” has no meaning in a formula.`,
      wanted: 'Take it out; names of columns stand in brackets, text in quotes.',
    }),
  )
}

/** Tokenizes a formula, with positions; the last token is the end. Refuses invalid characters. */
export function tokensOf(text: string): readonly Token[] {
  if (text.length > longestFormula) {
    refuse(
      { from: longestFormula, to: text.length },
      fail('formula/too-large', { reason: `A formula has at most ${longestFormula.toLocaleString('en')} characters.` }),
    )
  }
  const tokens: Token[] = []
  let at = matched(blank, text, 0)?.length ?? 0
  while (at < text.length) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.to + (matched(blank, text, token.to)?.length ?? 0)
  }
  return [...tokens, { kind: 'end', value: '', from: text.length, to: text.length }]
}
