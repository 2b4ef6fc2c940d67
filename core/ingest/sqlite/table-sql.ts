/** A column as `CREATE TABLE` describes it. */
type SqliteColumn = {
  readonly name: string
  /** Computed when it is asked for, so that rows do not hold it. */
  readonly isVirtual: boolean
  /** What rows that are older than the column have. */
  readonly fallback: string | null
}

/** How a table's rows are stored. */
export type SqliteLayout = {
  readonly columns: readonly SqliteColumn[]
  /** The column that is the row's own number; −1 where none is. */
  readonly rowId: number
  /** For each value of a stored row, the column it belongs to. */
  readonly order: readonly number[]
}

type Token = { readonly text: string; readonly kind: 'name' | 'text' | 'word' | 'mark' }

/** SQLite itself takes no longer statement. */
const longestSql = 1_000_000
const closers: Readonly<Record<string, string>> = { '"': '"', '[': ']', '`': '`', "'": "'" }
const plainWord = /[^\s"'`,()[\]]+/y

/** What ends at a mark; the end of the text where it does not end. */
const after = (sql: string, mark: string, from: number): number => {
  const found = sql.indexOf(mark, from)
  return found < 0 ? sql.length : found + mark.length
}

/** Quoted text from its opening on. A closing quote stands for itself where it is doubled; a bracket never does. */
function quotedAt(sql: string, from: number, closer: string): { readonly text: string; readonly end: number } {
  let end = after(sql, closer, from + 1)
  if (closer === ']') return { text: sql.slice(from + 1, end - 1), end }
  while (sql[end] === closer) end = after(sql, closer, end + 1)
  return { text: sql.slice(from + 1, end - 1).replaceAll(closer + closer, closer), end }
}

/** The token at a place and where it ends; nothing for blanks and comments. */
function tokenAt(sql: string, at: number): { readonly token: Token | null; readonly end: number } {
  const mark = sql[at] ?? ''
  if (sql.startsWith('--', at)) return { token: null, end: after(sql, '\n', at) }
  if (sql.startsWith('/*', at)) return { token: null, end: after(sql, '*/', at + 2) }
  const closer = closers[mark]
  if (closer !== undefined) {
    const { text, end } = quotedAt(sql, at, closer)
    return { token: { kind: mark === "'" ? 'text' : 'name', text }, end }
  }
  if (mark === '(' || mark === ')' || mark === ',') return { token: { kind: 'mark', text: mark }, end: at + 1 }
  plainWord.lastIndex = at
  const text = plainWord.exec(sql)?.[0]
  return text === undefined ? { token: null, end: at + 1 } : { token: { kind: 'word', text }, end: at + text.length }
}

function tokensOf(sql: string): Token[] {
  if (sql.length > longestSql) throw new Error('one of its tables is described at a length that SQLite does not take')
  const tokens: Token[] = []
  for (let at = 0; at < sql.length;) {
    const { token, end } = tokenAt(sql, at)
    if (token !== null) tokens.push(token)
    at = end
  }
  return tokens
}

/** The definitions between the outer brackets, cut at their commas, and what follows the brackets. */
function definitionsOf(tokens: readonly Token[]): {
  readonly parts: readonly Token[][]
  readonly after: readonly Token[]
} {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const [place, one] of tokens.entries()) {
    if (one.kind === 'mark' && one.text === ')' && --depth === 0) return { parts, after: tokens.slice(place + 1) }
    if (depth === 1 && one.kind === 'mark' && one.text === ',') parts.push([])
    else if (depth > 0) parts.at(-1)?.push(one)
    if (one.kind === 'mark' && one.text === '(') depth++
  }
  return { parts, after: [] }
}

const isWord = (one: Token | undefined, word: string): boolean =>
  one?.kind === 'word' && one.text.toUpperCase() === word

const says = (tokens: readonly Token[], ...words: readonly string[]): number =>
  tokens.findIndex((_, at) => words.every((word, step) => isWord(tokens[at + step], word)))

const isConstraint = ([first]: readonly Token[]): boolean =>
  ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'].some((word) => isWord(first, word))

function fallbackOf(definition: readonly Token[]): string | null {
  const at = says(definition, 'DEFAULT')
  const value = at < 0 ? undefined : definition[at + 1]
  if (value === undefined || value.kind === 'mark' || isWord(value, 'NULL')) return null
  if (value.kind !== 'word') return value.text
  if (isWord(value, 'TRUE')) return '1'
  if (isWord(value, 'FALSE')) return '0'
  return /^[+-]?[\d.]/.test(value.text) ? value.text.replace(/^\+/, '') : null
}

function columnOf(definition: readonly Token[]): SqliteColumn {
  const isComputed = says(definition, 'AS') > 0
  return {
    name: definition[0]?.text ?? '',
    isVirtual: isComputed && says(definition, 'STORED') < 0,
    fallback: fallbackOf(definition),
  }
}

/** The names within the brackets that follow some tokens. */
function listed(tokens: readonly Token[]): string[] {
  const open = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '(')
  const close = tokens.findIndex(({ kind, text }, at) => at > open && kind === 'mark' && text === ')')
  const inside = tokens.slice(open + 1, close < 0 ? undefined : close)
  return inside
    .filter((one, at) => one.kind !== 'mark' && (at === 0 || inside[at - 1]?.text === ','))
    .map(({ text }) => text.toLowerCase())
}

type Definitions = { readonly own: readonly Token[][]; readonly constraints: readonly Token[][] }

/** The places of the columns of the primary key, in its order. */
function keyOf({ own, constraints }: Definitions): number[] {
  const inline = own.findIndex((definition) => says(definition, 'PRIMARY', 'KEY') > 0)
  if (inline >= 0) return [inline]
  const key = constraints.find((definition) => says(definition, 'PRIMARY', 'KEY') >= 0)
  if (key === undefined) return []
  const places = new Map(own.map(([name], place) => [name?.text.toLowerCase(), place]))
  return [...new Set(listed(key).flatMap((name) => places.get(name) ?? []))]
}

/** `INTEGER PRIMARY KEY`, of this type and no other, names the row's own number, but for an old quirk with `DESC`. */
function rowIdOf({ own }: Definitions, [place, ...others]: readonly number[]): number {
  const definition = place === undefined ? undefined : own[place]
  if (place === undefined || definition === undefined || others.length > 0) return -1
  const isInteger = definition[1]?.text.toUpperCase() === 'INTEGER'
  const endsThere = definition[2] === undefined || isNoTypeName(definition[2])
  const at = says(definition, 'PRIMARY', 'KEY')
  return isInteger && endsThere && !(at > 0 && isWord(definition[at + 2], 'DESC')) ? place : -1
}

const isNoTypeName = (one: Token | undefined): boolean =>
  ['PRIMARY', 'NOT', 'NULL', 'UNIQUE', 'CHECK', 'DEFAULT', 'COLLATE', 'REFERENCES', 'CONSTRAINT'].some((word) =>
    isWord(one, word),
  )

/** Reads the SQL that made a table. */
export function layoutOf(sql: string): SqliteLayout {
  const { parts, after } = definitionsOf(tokensOf(sql))
  const definitions = {
    own: parts.filter((part) => part.length > 0 && !isConstraint(part)),
    constraints: parts.filter(isConstraint),
  }
  const columns = definitions.own.map(columnOf)
  const stored = columns.flatMap(({ isVirtual }, place) => (isVirtual ? [] : [place]))
  const key = keyOf(definitions)
  if (says(after, 'WITHOUT', 'ROWID') < 0) return { columns, rowId: rowIdOf(definitions, key), order: stored }
  return { columns, rowId: -1, order: [...key, ...stored.filter((place) => !key.includes(place))] }
}
