import { type Sql, sql } from '../../sql.ts'
import { local, timestampOf } from '../moments.ts'
import { at, type Writer, type Writing } from '../written.ts'
import { madeDate } from './dates.ts'
import { rounded } from './numbers.ts'

const number: Writer = (parts, { own, dialect }) => {
  const { type, value, condition } = at(parts, 0)
  if (type === 'boolean')
    return dialect.numbers.real(sql`CASE WHEN ${condition} THEN 1 WHEN NOT (${condition}) THEN 0 END`)
  if (type !== 'text') return value
  return { sql: sql`CASE WHEN ${own.isNumberText(value)} THEN ${own.numberOfText(value)} END`, mayOverflow: true }
}

const date: Writer = (parts, writing) => {
  const { type, value } = at(parts, 0)
  if (type === 'text') return dateOfText(value, writing)
  return type === 'timestamp' ? writing.dialect.moments.dateOf(timestampOf(local(value, writing), writing)) : value
}

function dateOfText(text: Sql, writing: Writing): Sql {
  const { own } = writing
  const found =
    own.dateOfText.kind === 'tried' ? own.dateOfText.date(text) : dateOfNumbers(text, own.dateOfText, writing)
  return sql`CASE WHEN ${own.isDateText(text)} THEN ${found} END`
}

function dateOfNumbers(text: Sql, { number }: { readonly number: (text: Sql) => Sql }, writing: Writing): Sql {
  const part = (start: Sql, length: Sql): Sql => number(writing.own.substring(text, start, length))
  return madeDate([part(sql`1`, sql`4`), part(sql`6`, sql`2`), part(sql`9`, sql`2`)], writing)
}

const text: Writer = (parts, writing) => {
  const { own, dialect } = writing
  const { type, value, condition } = at(parts, 0)
  const read = (word: Sql): Sql => dialect.text.read(word)
  switch (type) {
    case 'boolean':
      return sql`CASE WHEN ${condition} THEN ${read(sql`'true'`)} WHEN NOT (${condition}) THEN ${read(sql`'false'`)} END`
    case 'date':
      return own.textOfDate(value)
    case 'timestamp': {
      const shown = local(value, writing)
      return own.textOfTimestamp(timestampOf(sql`(FLOOR(${shown} / 1000e0) * 1000)`, writing))
    }
    case 'integer':
      return own.textOfWhole(value)
    case 'decimal':
      return own.textOfNumber(sql`(${rounded(value, 6)} + 0)`)
    default:
      return value
  }
}

/** Type conversions. */
export const castOperations = { number, date, text } as const satisfies Record<string, Writer>
