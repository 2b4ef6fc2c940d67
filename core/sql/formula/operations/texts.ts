import { constant, type Sql, sql, value } from '../../sql.ts'
import { type Argument, at, condition, literalOf, type Writer, type Writing } from '../written.ts'
import { truncated } from './numbers.ts'

/** Maximum text length. */
const longest = 1_000_000

/** An integer in the type that text functions take. */
const letters = (of: Sql, { own, dialect }: Writing): Sql => (own.count ?? dialect.numbers.whole)(of)

/** A nonnegative integer as SQL; literals are evaluated here. */
function count(part: Argument, writing: Writing): Sql {
  const known = literalOf(part)
  if (typeof known === 'number') return constant(Math.min(longest, Math.max(0, Math.trunc(known))))
  const of = part.value
  const limited = sql`CASE WHEN ${of} <= 0 THEN 0 WHEN ${of} < ${constant(longest)} THEN FLOOR(${of}) WHEN ${of} IS NOT NULL THEN ${constant(longest)} END`
  return letters(limited, writing)
}

const left: Writer = (parts, writing) => writing.own.substring(at(parts, 0).value, sql`1`, count(at(parts, 1), writing))

const right: Writer = (parts, writing) => {
  const [text, length] = [at(parts, 0).value, count(at(parts, 1), writing)]
  return sql`CASE WHEN ${length} = 0 THEN ${writing.own.substring(text, sql`1`, sql`0`)} WHEN ${length} > 0 THEN ${writing.dialect.text.last(text, length)} END`
}

/** Positions before 1 count: a range that starts before the text is shortened. */
const substring: Writer = (parts, writing) => {
  const { own } = writing
  const [text, start, length] = [at(parts, 0).value, at(parts, 1), parts[2]]
  const [from, size] = [literalOf(start), length ? literalOf(length) : longest]
  if (typeof from === 'number' && typeof size === 'number') {
    const [begin, end] = [Math.trunc(from), Math.trunc(from) + Math.max(0, Math.trunc(size))]
    const first = Math.min(Math.max(1, begin), longest)
    const count = length ? constant(Math.min(longest, Math.max(0, end - first))) : null
    return own.substring(text, constant(first), count)
  }
  const begin = sql`(${truncated(start.value)})`
  const end = length
    ? sql`(${begin} + CASE WHEN ${length.value} > 0 THEN FLOOR(${length.value}) WHEN ${length.value} IS NOT NULL THEN 0 END)`
    : null
  const first = sql`CASE WHEN ${begin} < 1 THEN 1 WHEN ${begin} < ${constant(longest)} THEN ${begin} WHEN ${begin} IS NOT NULL THEN ${constant(longest)} END`
  const rest =
    end === null
      ? null
      : sql`CASE WHEN ${end} - ${first} <= 0 THEN 0 WHEN ${end} - ${first} < ${constant(longest)} THEN ${end} - ${first} WHEN ${end} IS NOT NULL THEN ${constant(longest)} END`
  return own.substring(text, letters(first, writing), rest === null ? null : letters(rest, writing))
}

const lowered = (text: Sql, { own, dialect }: Writing): Sql => (own.lower ?? dialect.text.lower)(text)

/** Lengths are numbers, so they are converted to floats. */
const real = (whole: Sql, { dialect }: Writing): Sql => dialect.numbers.real(whole)

const searching =
  (found: (text: Sql, search: Sql, writing: Writing) => Sql): Writer =>
  (parts, writing) => {
    const [text, search] = [at(parts, 0), at(parts, 1)]
    const known = literalOf(search)
    if (known === '') return condition(sql`${text.value} = ${text.value}`)
    const inSmall = known === null ? lowered(search.value, writing) : value(String(known).toLowerCase(), 'text')
    const test = found(lowered(text.value, writing), inSmall, writing)
    return condition(known === null ? sql`((${search.value} = '' AND ${text.value} IS NOT NULL) OR ${test})` : test)
  }

/** Text functions. */
export const textOperations = {
  upper: (parts, { own }) => own.upper(at(parts, 0).value),
  lower: (parts, writing) => lowered(at(parts, 0).value, writing),
  trim: (parts, { own }) => own.trim(at(parts, 0).value),
  left,
  right,
  substring,
  length: (parts, writing) => real(writing.own.length(at(parts, 0).value), writing),
  replace: (parts, { dialect }) => dialect.text.replace(at(parts, 0).value, at(parts, 1).value, at(parts, 2).value),
  contains: searching((text, search, { dialect }) => sql`${dialect.text.position(text, search)} > 0`),
  starts_with: searching(
    (text, search, { own }) => sql`${own.substring(text, sql`1`, own.length(search))} = ${search}`,
  ),
  ends_with: searching(
    (text, search, { own, dialect }) => sql`${dialect.text.last(text, own.length(search))} = ${search}`,
  ),
  position: (parts, writing) => {
    const { own, dialect } = writing
    return real((own.place ?? dialect.text.position)(at(parts, 0).value, at(parts, 1).value), writing)
  },
  split_part: (parts, { own }) =>
    own.splitPart(at(parts, 0).value, at(parts, 1).value, constant(Number(literalOf(at(parts, 2))))),
  concat: (parts, { own }) => (parts.length === 1 ? at(parts, 0).value : own.concat(parts.map((part) => part.value))),
} as const satisfies Record<string, Writer>
