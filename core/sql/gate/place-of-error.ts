import type { Failure } from '../../errors.ts'
import { opening } from './gate.ts'
import type { TextRange, Refused } from './refused.ts'
import { lowered, tokenize } from './tokenize.ts'

const linesBefore = opening.split('\n').length - 1
const pointed = /\nLINE (\d+): ([^\n]*)\n( *)\^/

const startOfLine = (sql: string, line: number): number => {
  let at = 0
  for (let passed = 0; passed < line && at >= 0; passed++) at = sql.indexOf('\n', at) + 1
  return at
}

/** The position of DuckDB's caret in the original SQL; for long lines DuckDB prints only an excerpt. */
function pointedAt(message: string, sql: string): number | null {
  const found = pointed.exec(message)
  if (!found) return null
  const [, line = '', shown = '', indent = ''] = found
  const start = startOfLine(sql, Number(line) - 1 - linesBefore)
  const end = sql.indexOf('\n', start)
  const written = sql.slice(start, end === -1 ? sql.length : end)
  const isCut = shown.startsWith('...')
  const part = shown.slice(isCut ? 3 : 0).replace(/\.\.\.$/, '')
  const offset = isCut ? Math.max(0, written.indexOf(part)) - 3 : 0
  return Math.min(sql.length, start + Math.max(0, indent.length - `LINE ${line}: `.length + offset))
}

/** The first token that an error message quotes. */
function namedIn(message: string, sql: string): TextRange | null {
  const tokens = tokenize(sql)
  if (!tokens.ok) return null
  for (const [, double, single] of message.split('\n', 1)[0]?.matchAll(/"([^"]+)"|'([^']+)'/g) ?? []) {
    const name = lowered((double ?? single ?? '').split(/[.(]/).at(double === undefined ? 0 : -1) ?? '')
    const token = tokens.value.find(({ text, kind }) => kind !== 'sign' && lowered(text) === name)
    if (token) return { from: token.from, to: token.to }
  }
  const [, bare] = /(?:Function with name|Table with name) (\w+)/.exec(message) ?? []
  const token = tokens.value.find(({ text }) => bare !== undefined && lowered(text) === lowered(bare))
  return token ? { from: token.from, to: token.to } : null
}

function tokenAt(sql: string, at: number): TextRange {
  const tokens = tokenize(sql)
  const found = tokens.ok && (tokens.value.find(({ to }) => to > at) ?? tokens.value.at(-1))
  return found ? { from: found.from, to: found.to } : { from: at, to: Math.min(sql.length, at + 1) }
}

/** The place of a DuckDB error in the SQL; null if the message gives none. */
export function placeOfError(message: string, sql: string): TextRange | null {
  const at = pointedAt(message, sql)
  return at === null ? namedIn(message, sql) : tokenAt(sql, at)
}

/** Prefixes the message with line and column, from 1, for clients that cannot mark the SQL. */
export function atItsPlace({ place, ...failure }: Refused, sql: string): Failure {
  if (!place) return failure
  const lines = sql.slice(0, place.from).split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  return { ...failure, message: `Line ${lines.length}, column ${column}: ${failure.message}` }
}
