import type { Failure } from '../../errors.ts'
import { opening } from './gate.ts'
import type { Place, Refused } from './refused.ts'
import { lowered, tokenize } from './tokenize.ts'

const linesBefore = opening.split('\n').length - 1
const pointed = /\nLINE (\d+): ([^\n]*)\n( *)\^/

const startOfLine = (sql: string, line: number): number => {
  let at = 0
  for (let passed = 0; passed < line && at >= 0; passed++) at = sql.indexOf('\n', at) + 1
  return at
}

/** Where DuckDB's arrow points, in the SQL as it was written; of a long line it shows only a part. */
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

/** The first token that an error names in quotes. */
function namedIn(message: string, sql: string): Place | null {
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

function tokenAt(sql: string, at: number): Place {
  const tokens = tokenize(sql)
  const found = tokens.ok && (tokens.value.find(({ to }) => to > at) ?? tokens.value.at(-1))
  return found ? { from: found.from, to: found.to } : { from: at, to: Math.min(sql.length, at + 1) }
}

/** Where in the SQL an error of DuckDB is; null where it does not say. */
export function placeOfError(message: string, sql: string): Place | null {
  const at = pointedAt(message, sql)
  return at === null ? namedIn(message, sql) : tokenAt(sql, at)
}

/** The failure for those who do not see the SQL marked: its sentence begins with the line and the column, from 1. */
export function atItsPlace({ place, ...failure }: Refused, sql: string): Failure {
  if (!place) return failure
  const lines = sql.slice(0, place.from).split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  return { ...failure, message: `Line ${lines.length}, column ${column}: ${failure.message}` }
}

type Rewording = readonly [RegExp, (...found: readonly string[]) => string]

const lastName = (name: string): string => name.split('.').at(-1) ?? name

/** What DuckDB says most often, as people say it. */
const rewordings: readonly Rewording[] = [
  [
    /^Referenced column "(.+?)" not found in FROM clause!(?: Candidate bindings: "(.+?)")?/,
    (column = '', near = '') =>
      `There is no column “${column}”.${near === '' ? '' : ` Did you mean “${lastName(near)}”?`}`,
  ],
  [
    /^Table "(.+?)" does not have a column named "(.+?)"(?: Candidate bindings: : "(.+?)")?/,
    (table = '', column = '', near = '') =>
      `${table} has no column “${column}”.${near === '' ? '' : ` Did you mean “${lastName(near)}”?`}`,
  ],
  [
    /^column "(.+?)" must appear in the GROUP BY clause/,
    (column = '') =>
      `“${column}” is neither grouped by nor computed of each group: add it to GROUP BY, or say any_value(${column}).`,
  ],
  [
    /^Could not convert string '(.*?)' to (\w+)/,
    (text = '', type = '') => `The text “${text}” cannot be read as ${type}.`,
  ],
  [/^syntax error at or near "(.+?)"/, (word = '') => `“${word}” cannot stand here.`],
  [/^syntax error at end of input/, () => 'The query ends before it is complete.'],
  [/^No function matches the given name and argument types '(.+?)'/, (call = '') => `No function takes ${call}.`],
]

/** What an error of DuckDB says, without its kind and the excerpt of the SQL. */
export function reasonOf(message: string): string {
  const said = (message.split('\nLINE ')[0] ?? '')
    .replace(/^(?:Error: )?(?:[A-Z][A-Za-z]+ )+Error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim()
  for (const [shape, reword] of rewordings) {
    const found = shape.exec(said)
    if (found) return reword(...found.slice(1).map((part) => part ?? ''))
  }
  const text = said.length > 300 ? `${said.slice(0, 300)}…` : said
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?…)]$/.test(text) ? '' : '.'}`
}
