import { nearestName } from '../../semantic/nearest-name.ts'
import { tableFunctions } from './functions.ts'
import type { Reader, Verdict } from './reader.ts'
import { refuse, type TextRange } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'

/** Names of DuckDB's catalogs, which expose more than the datasets. */
const ownNames =
  /^(?:duckdb_|pragma_|pg_|sqlite_|information_schema$|main$|memory$|system$|temp$|parquet_|read_|arrow_)/
const plainName = /^[\p{L}_][\p{L}\p{N}_ ]*$/u
const looksLikeFile = /[./\\:*?]/

/** Checks the name of a WITH part: DuckDB reads an unknown name as a file of that name. */
export function checkPartName(token: Token): Verdict {
  const name = lowered(token.text)
  return plainName.test(name) && !ownNames.test(name) && name.length <= 128
    ? null
    : refuse(token, 'sql/reserved-name', { name: token.text })
}

function unknown(reader: Reader, token: Token): Verdict {
  const name = token.text
  if (looksLikeFile.test(name)) return refuse(token, 'sql/file', { path: name })
  const tables = [...reader.tables.keys(), ...reader.parts]
  return refuse(token, 'sql/unknown-table', { table: name, nearest: nearestName(name, tables), tables })
}

/** Updates the row pairs for the next dataset in FROM. */
function takeRows(reader: Reader, rows: number): void {
  const { frame } = reader
  frame.pairs = frame.joins === 'paired' ? frame.pairs * Math.max(1, rows) : Math.max(frame.pairs, rows)
}

function readNamed(reader: Reader, token: Token): Verdict {
  const name = lowered(token.text)
  if (reader.parts.has(name)) {
    for (const frame of reader.frames) if (frame.part && lowered(frame.part.text) === name) frame.readsItself = true
    takeRows(reader, 1)
    return null
  }
  const table = reader.tables.get(name)
  if (!table) return unknown(reader, token)
  reader.used.add(table.name)
  takeRows(reader, table.rows)
  return null
}

const isNamed = (token: Token | null): token is Token => token?.kind === 'word' || token?.kind === 'name'

/** Reads a qualified name: the offset of its last part, and its place. */
function wholeName(
  reader: Reader,
  first: Token,
): { readonly steps: number; readonly place: TextRange; readonly text: string } {
  const parts = [first]
  for (let next = reader.peek(2); isNamed(next) && reader.isSign(parts.length * 2 - 1, '.');) {
    parts.push(next)
    next = reader.peek(parts.length * 2)
  }
  const to = parts.at(-1)?.to ?? first.to
  return {
    steps: (parts.length - 1) * 2,
    text: parts.map(({ text }) => text).join('.'),
    place: { from: first.from, to },
  }
}

/** Reads the element at a dataset's position and advances past it; leaves a bracket to the bracket reader. */
export function readTable(reader: Reader, token: Token): Verdict {
  const { frame } = reader
  if (token.kind === 'word' && token.text === 'lateral') {
    reader.at += 1
    return null
  }
  frame.needsTable = false
  if (token.kind === 'sign' && token.text === '(') {
    reader.at += 1
    return reader.enter(token, { clause: 'from', needsTable: true })
  }
  if (token.kind === 'string') return refuse(token, 'sql/file', { path: token.text })
  if (token.kind !== 'word' && token.kind !== 'name') return refuse(token, 'sql/table-expected', { found: token.text })
  const { steps, place, text } = wholeName(reader, token)
  if (reader.isSign(steps + 1, '(')) {
    if (steps > 0 || !tableFunctions.has(lowered(text))) return refuse(place, 'sql/table-function', { name: text })
    return null
  }
  if (steps > 0) return refuse(place, 'sql/qualified-table', { name: text })
  reader.at += 1
  return readNamed(reader, token)
}
