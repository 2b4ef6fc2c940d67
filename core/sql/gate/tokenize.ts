import { ok, type Result } from '../../result.ts'
import { refuse, type TextRange, type Refused } from './refused.ts'

/**
 * A token. `word`: a bare name or keyword, `text` in lower case. `name`: a quoted name, `text` without quotes.
 * `string`, `number`, `sign`: `text` is the value or the sign.
 */
export type Token = TextRange & { readonly kind: 'word' | 'name' | 'string' | 'number' | 'sign'; readonly text: string }

type Piece = Result<{ readonly to: number; readonly token: Omit<Token, 'from' | 'to'> | null }, Refused>
type Lexer = (sql: string, at: number) => Piece | null

/** The rules of DuckDB's lexer, which are PostgreSQL's. */
const wordShape = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy
const numberShape = /(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
const dollarShape = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy
const signShape = /::|:=|->>|->|=>|<=|>=|<>|!=|\|\||\/\/(?!\*)|\*\*|<<|>>|[-+*/<>=~!@#%^&|()[\]{},.;:]/y
const spaceShape = /[ \t\n\r\f\v]+/y

/** Lower case as in DuckDB: only A to Z change. */
export const lowered = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

function matchAt(shape: RegExp, sql: string, at: number): string | null {
  shape.lastIndex = at
  return shape.exec(sql)?.[0] ?? null
}

const piece = (to: number, kind: Token['kind'], text: string): Piece => ok({ to, token: { kind, text } })
const nothing = (to: number): Piece => ok({ to, token: null })

const space: Lexer = (sql, at) => {
  const found = matchAt(spaceShape, sql, at)
  return found === null ? null : nothing(at + found.length)
}

const lineComment: Lexer = (sql, at) => {
  if (!sql.startsWith('--', at)) return null
  const end = /[\n\r]/g
  end.lastIndex = at
  return nothing(end.exec(sql)?.index ?? sql.length)
}

/** Block comments nest, as in DuckDB. */
const blockComment: Lexer = (sql, at) => {
  if (!sql.startsWith('/*', at)) return null
  const edge = /\/\*|\*\//g
  edge.lastIndex = at
  let depth = 0
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return nothing(edge.lastIndex)
  }
  return refuse({ from: at, to: sql.length }, 'sql/unclosed', { what: 'A comment', close: '*/' })
}

/** Reads quoted text; a doubled quote is one quote. */
function quoted(sql: string, at: number, quote: string): { readonly to: number; readonly text: string } | null {
  let text = ''
  for (let from = at + 1; ;) {
    const end = sql.indexOf(quote, from)
    if (end === -1) return null
    text += sql.slice(from, end)
    if (sql[end + 1] !== quote) return { to: end + 1, text }
    text += quote
    from = end + 2
  }
}

const string: Lexer = (sql, at) => {
  if (sql[at] !== "'") return null
  const found = quoted(sql, at, "'")
  return found
    ? piece(found.to, 'string', found.text)
    : refuse({ from: at, to: sql.length }, 'sql/unclosed', { what: 'A text', close: '’ (a single quote)' })
}

/** Prefixes that change the meaning of a text literal. */
const marks: ReadonlySet<string> = new Set(["e'", "b'", "x'", "n'", "u&'"])

/** `E'…'`, in which a backslash escapes the next character. */
const escapedString: Lexer = (sql, at) => {
  const prefixed = /[\p{L}\p{N}_]+&?'/uy
  const start = matchAt(prefixed, sql, at)
  if (start === null || !marks.has(start.toLowerCase())) return null
  const place = { from: at, to: at + start.length }
  if (start.toLowerCase() !== "e'")
    return refuse(place, 'sql/quoting', {
      what: `${start} before a text`,
      instead: 'Write the text in plain single quotes.',
    })
  const body = /(?:[^'\\]|\\[^]|'')*'/y
  const found = matchAt(body, sql, at + start.length)
  return found === null
    ? refuse(place, 'sql/unclosed', { what: 'A text', close: '’ (a single quote)' })
    : piece(at + start.length + found.length, 'string', found.slice(0, -1))
}

const dollarString: Lexer = (sql, at) => {
  if (sql[at] !== '$') return null
  const mark = matchAt(dollarShape, sql, at)
  if (mark === null)
    return refuse({ from: at, to: at + 1 }, 'sql/parameter', { name: /\$\w*/.exec(sql.slice(at))?.[0] ?? '$' })
  const end = sql.indexOf(mark, at + mark.length)
  return end === -1
    ? refuse({ from: at, to: sql.length }, 'sql/unclosed', { what: `A text that begins with ${mark}`, close: mark })
    : piece(end + mark.length, 'string', sql.slice(at + mark.length, end))
}

const name: Lexer = (sql, at) => {
  if (sql[at] !== '"') return null
  const found = quoted(sql, at, '"')
  if (!found)
    return refuse({ from: at, to: sql.length }, 'sql/unclosed', { what: 'A name in double quotes', close: '"' })
  return found.text === ''
    ? refuse({ from: at, to: found.to }, 'sql/quoting', {
        what: 'An empty name',
        instead: 'Write the name of a column or a dataset between the double quotes.',
      })
    : piece(found.to, 'name', found.text)
}

const word: Lexer = (sql, at) => {
  const found = matchAt(wordShape, sql, at)
  return found === null ? null : piece(at + found.length, 'word', lowered(found))
}

const number: Lexer = (sql, at) => {
  const found = matchAt(numberShape, sql, at)
  if (found === null) return null
  const to = at + found.length
  if (matchAt(wordShape, sql, to) !== null)
    return refuse({ from: at, to: to + 1 }, 'sql/quoting', {
      what: 'A number that runs into a name',
      instead: 'Put a space between the two.',
    })
  return piece(to, 'number', found.replaceAll('_', ''))
}

const sign: Lexer = (sql, at) => {
  const found = matchAt(signShape, sql, at)
  return found === null ? null : piece(at + found.length, 'sign', found)
}

const parameter: Lexer = (sql, at) =>
  sql[at] === '?' ? refuse({ from: at, to: at + 1 }, 'sql/parameter', { name: '?' }) : null

const lexers: readonly Lexer[] = [
  space,
  lineComment,
  blockComment,
  string,
  escapedString,
  dollarString,
  name,
  word,
  number,
  parameter,
  sign,
]

function pieceAt(sql: string, at: number): Piece {
  for (const lexer of lexers) {
    const found = lexer(sql, at)
    if (found) return found
  }
  const character = String.fromCodePoint(sql.codePointAt(at) ?? 0)
  const code = `U+${(sql.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return refuse({ from: at, to: at + character.length }, 'sql/character', { character, code })
}

/** Finds two adjacent text literals: DuckDB joins them, and quotes may then change their meaning. */
function sideBySide(tokens: readonly Token[]): Token | null {
  return tokens.find(({ kind }, at) => kind === 'string' && tokens[at - 1]?.kind === 'string') ?? null
}

/** Control characters and lone surrogates, which may truncate or garble text in transit. */
const broken = /(?![\t\n\r\f\v])[\p{Cc}\p{Cs}\ufffe\uffff]/u

/** The tokens of some SQL without spaces and comments, or the reason why it cannot be tokenized. */
export function tokenize(sql: string): Result<readonly Token[], Refused> {
  const bad = broken.exec(sql)
  if (bad) {
    const code = `U+${bad[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return refuse({ from: bad.index, to: bad.index + 1 }, 'sql/character', { character: '�', code })
  }
  const tokens: Token[] = []
  for (let at = 0; at < sql.length;) {
    const found = pieceAt(sql, at)
    if (!found.ok) return found
    const { to, token } = found.value
    if (token) tokens.push({ ...token, from: at, to })
    at = to
  }
  const second = sideBySide(tokens)
  if (!second) return ok(tokens)
  return refuse(second, 'sql/quoting', {
    what: 'A text right behind another text',
    instead: 'Join them with ||, or put a comma between them.',
  })
}
