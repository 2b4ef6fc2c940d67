import { ok, type Result } from '../../result.ts'
import { checkPattern } from './check-pattern.ts'
import { checkPairs, checkSize } from './limits.ts'
import { readClosing, readOpening } from './read-bracket.ts'
import { readTable } from './read-table.ts'
import { readPart, readStart, readWord } from './read-word.ts'
import { Reader, type GateTable, type Verdict } from './reader.ts'
import { refuse, type Refused } from './refused.ts'
import { tokenize, type Token } from './tokenize.ts'

/** Maximum rows of a result; a longer result is cut and marked as cut. */
export const maxRows = 100_000
const longest = 50_000

/** SQL that passed the gate. */
export type Gated = {
  /** The SQL as a subquery with a LIMIT of one row more than is shown; a subquery can only read. */
  readonly text: string
  /** SQL names of the datasets it reads. */
  readonly tables: readonly string[]
  /** Rows of the largest of them. */
  readonly rows: number
  /** DuckDB expands a PIVOT into several statements. */
  readonly pivots: boolean
}

/** Precedes the SQL on a line of its own, so that error positions differ by one line and no column. */
export const opening = 'SELECT * FROM (\n'

const isName = (token: Token | null): boolean => token?.kind === 'word' || token?.kind === 'name'

/** True for a bare keyword that is not a name: not after a dot or AS, and not before a dot. */
const isOfLanguage = (reader: Reader, token: Token): boolean =>
  token.kind === 'word' && !reader.isSign(-1, '.') && !reader.isSign(1, '.') && !reader.isWord(-1, 'as')

function readComma(reader: Reader): void {
  const { frame } = reader
  if (frame.clause === 'from') Object.assign(frame, { needsTable: true, inCondition: false, joins: 'paired' })
  if (frame.clause === 'with') frame.needsPart = true
}

function readSign(reader: Reader, token: Token): Verdict {
  if ('([{'.includes(token.text)) return readOpening(reader, token)
  if (')]}'.includes(token.text)) return readClosing(reader, token)
  if (token.text === ',') readComma(reader)
  return token.text === ';' ? refuse(token, 'sql/several') : null
}

/** Reads the element expected at this position; null if none is expected or the token does not match. */
function readWanted(reader: Reader, token: Token): { readonly verdict: Verdict } | null {
  const { frame, at } = reader
  const isFirst = at === 0 || reader.isSign(-1, '(')
  const isBracket = token.kind === 'sign' && token.text === '('
  if (isFirst && !frame.isQuery && !isBracket) {
    const verdict = readStart(reader, token)
    if (verdict || reader.at !== at) return { verdict }
  }
  if (frame.needsPart) return { verdict: readPart(reader, token) }
  if (!frame.needsTable) return null
  const verdict = readTable(reader, token)
  return verdict || reader.at !== at ? { verdict } : null
}

function step(reader: Reader, token: Token): Verdict {
  const wanted = readWanted(reader, token)
  if (wanted) return wanted.verdict
  const isCall = isName(token) && reader.isSign(1, '(')
  const verdict =
    checkSize(token, reader.frame, isCall) ??
    checkPattern(reader, token, isCall) ??
    (token.kind === 'sign' ? readSign(reader, token) : isOfLanguage(reader, token) ? readWord(reader, token) : null)
  reader.at += 1
  return verdict
}

function checkWhole(reader: Reader): Verdict {
  const { frame } = reader
  if (frame.needsTable) return refuse(null, 'sql/table-expected', { found: 'the end' })
  if (frame.open) {
    const close = frame.open.text === '(' ? ')' : frame.open.text === '[' ? ']' : '}'
    return refuse(frame.open, 'sql/unclosed', { what: 'A bracket', close })
  }
  return checkPairs(frame)
}

const withoutLast = (tokens: readonly Token[]): readonly Token[] => {
  const last = tokens.findLastIndex(({ kind, text }) => kind !== 'sign' || text !== ';')
  return tokens.slice(0, last + 1)
}

/**
 * Accepts one statement that reads only the given datasets and calls only allowed functions; refuses everything else
 * with a sentence and its place. Decides on tokens; DuckDB's grammar ensures that the enclosing subquery can contain
 * only a query.
 */
export function gate(sql: string, tables: readonly GateTable[]): Result<Gated, Refused> {
  if (sql.length > longest) return refuse(null, 'sql/too-long', { limit: longest })
  const found = tokenize(sql)
  if (!found.ok) return found
  const tokens = withoutLast(found.value)
  const end = tokens.at(-1)
  if (!end) return refuse(null, 'sql/empty')
  const reader = new Reader(tokens, tables)
  while (!reader.isAtEnd) {
    const token = reader.peek()
    const verdict = token && step(reader, token)
    if (verdict) return verdict
  }
  const verdict = checkWhole(reader)
  if (verdict) return verdict
  const pivots = tokens.some(({ kind, text }) => kind === 'word' && (text === 'pivot' || text === 'unpivot'))
  const used = [...reader.used]
  const rows = Math.max(0, ...used.map((name) => reader.tables.get(name)?.rows ?? 0))
  return ok({ text: `${opening}${sql.slice(0, end.to)}\n) LIMIT ${maxRows + 1}`, tables: used, rows, pivots })
}
