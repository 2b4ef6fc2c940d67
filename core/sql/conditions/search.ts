import type { Filter } from '../../query/filter.ts'
import type { Dialect } from '../dialects/dialect.ts'
import { constant, type Sql, sql, value } from '../sql.ts'

type Search = Extract<Filter, { readonly op: 'contains' | 'startsWith' | 'endsWith' }>

/** Case-insensitive substring search. Every text contains the empty text. */
export function searchCondition(text: Sql, { op, text: asked }: Search, dialect: Dialect): Sql {
  const wanted = asked.toLowerCase()
  if (wanted === '') return sql`${text} IS NOT NULL`
  const lowered = loweredFor(wanted, text, dialect)
  if (op === 'contains') return sql`${dialect.text.position(lowered, value(wanted))} > 0`
  if (op === 'startsWith') return sql`${dialect.text.position(lowered, value(wanted))} = 1`
  return sql`${dialect.text.last(lowered, constant([...wanted].length))} = ${value(wanted)}`
}

/**
 * If `lower` handles only A to Z, replaces the other letters that the search contains, one by one. Not covered:
 * letters whose lower case is several letters, and final sigma.
 */
function loweredFor(wanted: string, text: Sql, { text: { lower, lowersOnlyAscii, replace } }: Dialect): Sql {
  if (!lowersOnlyAscii) return lower(text)
  const pairs = [...new Set(wanted)].flatMap((letter) => capitalsOf(letter).map((capital) => ({ capital, letter })))
  return pairs.reduce((sofar, { capital, letter }) => replace(sofar, value(capital), value(letter)), lower(text))
}

/** Non-ASCII capitals whose lower case is this letter. */
function capitalsOf(letter: string): readonly string[] {
  if (letter.length === 1 && letter.charCodeAt(0) < 128) return []
  const titles = [letter.toUpperCase(), ...(others[letter] ?? [])]
  return titles.filter((one) => one !== letter && one.toLowerCase() === letter)
}

/** Lower-case letters with several capitals. */
const others: Readonly<Record<string, readonly string[]>> = { å: ['\u212B'], ω: ['\u2126'], ß: ['ẞ'] }
