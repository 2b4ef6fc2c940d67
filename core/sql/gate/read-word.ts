import { checkPartName } from './read-table.ts'
import type { Reader, Verdict } from './reader.ts'
import { checkPairs } from './limits.ts'
import { refuse } from './refused.ts'
import { lowered, type Token } from './tokenize.ts'
import { endsFrom, otherStatements, queryStarts } from './words.ts'
import { ownValue } from '../../own-value.ts'

type Word = (reader: Reader, token: Token) => Verdict

/** Words that may follow a column whose name equals a statement keyword. */
const goesOn: ReadonlySet<string> = new Set(
  `in is like ilike between not and or asc desc similar glob collate nulls isnull notnull over filter as then else end
  when order by at`.split(/\s+/),
)

/** True if a statement begins here, and not a column named like one. */
function isStatement(reader: Reader): boolean {
  const next = reader.peek(1)
  if (reader.frames.length === 1 || next?.kind === 'name' || next?.kind === 'string') return true
  if (next?.kind !== 'word') return false
  return next.text === 'from' ? reader.frame.call === null : !goesOn.has(next.text)
}

/** True inside `a IS [NOT] DISTINCT FROM b`. */
const isComparison = (reader: Reader): boolean =>
  reader.isWord(-1, 'distinct') && (reader.isWord(-2, 'is') || (reader.isWord(-2, 'not') && reader.isWord(-3, 'is')))

/** A join without a condition pairs every row with every other. */
const pairsAll = (reader: Reader): boolean => reader.isWord(-1, 'cross')

function startPivot(reader: Reader): Verdict {
  Object.assign(reader.frame, { isQuery: true, clause: 'from', needsTable: true, isPivot: true })
  return null
}

const words: Readonly<Record<string, Word>> = {
  select({ frame }) {
    frame.isQuery = true
    frame.clause = 'select'
    return null
  },
  from(reader) {
    const { frame } = reader
    if (isComparison(reader) || !(frame.isQuery || frame.clause === 'from')) return null
    Object.assign(frame, { clause: 'from', needsTable: true, inCondition: false, joins: 'paired' })
    return null
  },
  join(reader) {
    const joins = pairsAll(reader) ? 'paired' : 'matched'
    Object.assign(reader.frame, { clause: 'from', needsTable: true, inCondition: false, joins })
    return null
  },
  on(reader) {
    const { frame } = reader
    if (frame.isPivot) frame.clause = 'rest'
    frame.inCondition = true
    return null
  },
  using({ frame }) {
    if (frame.isPivot) frame.clause = 'rest'
    return null
  },
  where(reader) {
    const { frame } = reader
    for (const each of reader.frames) if (each.part) each.hasFilter = true
    frame.hasFilter = true
    if (frame.isQuery) frame.clause = 'rest'
    return null
  },
  limit(reader) {
    for (const each of reader.frames) if (each.part) each.hasFilter = true
    reader.frame.hasFilter = true
    if (reader.frame.isQuery) reader.frame.clause = 'rest'
    return null
  },
  table: (_, token) => refuse(token, 'sql/not-a-query', { word: 'TABLE', instead: otherStatements['table'] ?? '' }),
  into: ({ frame }, token) => (frame.isPivot ? null : refuse(token, 'sql/into')),
  pivot(reader) {
    return ['with', 'ended'].includes(reader.frame.clause) ? startPivot(reader) : null
  },
  unpivot(reader) {
    return ['with', 'ended'].includes(reader.frame.clause) ? startPivot(reader) : null
  },
  union: nextQuery,
  except: nextQuery,
  intersect: nextQuery,
}

function nextQuery({ frame }: Reader): Verdict {
  const verdict = checkPairs(frame)
  if (verdict) return verdict
  Object.assign(frame, {
    isQuery: true,
    clause: 'ended',
    inCondition: false,
    isPivot: false,
    pairs: 1,
    joins: 'paired',
    hasFilter: false,
  })
  return null
}

const starts: Readonly<Record<string, Word>> = {
  select: (reader, token) => words['select']?.(reader, token) ?? null,
  from(reader) {
    Object.assign(reader.frame, { isQuery: true, clause: 'from', needsTable: true })
    return null
  },
  with(reader) {
    const isRecursive = reader.isWord(1, 'recursive')
    Object.assign(reader.frame, { isQuery: true, clause: 'with', needsTable: false, needsPart: true, isRecursive })
    if (isRecursive) reader.at += 1
    return null
  },
  values({ frame }) {
    Object.assign(frame, { isQuery: true, clause: 'rest', needsTable: false })
    return null
  },
  pivot: startPivot,
  unpivot: startPivot,
}

/** Reads the first word of a bracket or of the statement. */
export function readStart(reader: Reader, token: Token): Verdict {
  const isWord = token.kind === 'word'
  if (isWord && queryStarts.has(token.text) && !reader.isSign(1, '.')) {
    reader.frame.needsTable = false
    const verdict = ownValue(starts, token.text)?.(reader, token) ?? null
    reader.at += 1
    return verdict
  }
  const instead = isWord ? ownValue(otherStatements, token.text) : undefined
  if (instead !== undefined && isStatement(reader))
    return refuse(token, 'sql/not-a-query', { word: token.text.toUpperCase(), instead })
  if (reader.frames.length > 1) return null
  const found = token.text.length > 40 ? `${token.text.slice(0, 40)}…` : token.text
  return refuse(token, 'sql/not-a-query', { word: found, instead: 'Begin with SELECT, WITH or FROM.' })
}

/** Reads the name of a WITH part. */
export function readPart(reader: Reader, token: Token): Verdict {
  const { frame } = reader
  if (token.kind !== 'word' && token.kind !== 'name')
    return refuse(token, 'sql/quoting', { what: `“${token.text}”`, instead: 'After WITH write a name, then AS.' })
  const verdict = checkPartName(token)
  if (verdict) return verdict
  reader.parts.add(lowered(token.text))
  frame.needsPart = false
  frame.namedPart = token
  reader.at += 1
  if (reader.isSign(0, '(')) {
    const open = reader.peek()
    reader.at += 1
    return open && reader.enter(open, { clause: 'rest', call: null })
  }
  return null
}

/** Applies a keyword to the state. */
export function readWord(reader: Reader, token: Token): Verdict {
  const { frame } = reader
  const instead = ['with', 'ended'].includes(frame.clause) ? ownValue(otherStatements, token.text) : undefined
  if (instead !== undefined) return refuse(token, 'sql/not-a-query', { word: token.text.toUpperCase(), instead })
  if (frame.isQuery && endsFrom.has(token.text)) {
    frame.clause = 'rest'
    return null
  }
  return ownValue(words, token.text)?.(reader, token) ?? null
}
