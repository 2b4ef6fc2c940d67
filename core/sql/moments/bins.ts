import { constant, type Sql, sql } from '../sql.ts'
import type { Term, Writing } from '../term.ts'

/** Bins numbers by width; a bin is represented by its lower edge, which is inclusive. */
export function binOf({ sql: number, type }: Term, width: number, { dialect }: Writing): Sql {
  const { numbers } = dialect
  const step = numbers.floor(sql`${numbers.real(number)} / ${constant(width)}`)
  if (Number.isInteger(width) && type !== 'decimal') return sql`${step} * ${constant(width)}`
  const edge = (at: Sql): Sql => edgeOf(at, width, dialect.numbers.real)
  return sql`CASE WHEN ${edge(sql`(${step} + 1)`)} <= ${number} THEN ${edge(sql`(${step} + 1)`)} WHEN ${edge(step)} > ${number} THEN ${edge(sql`(${step} - 1)`)} ELSE ${edge(step)} END`
}

/** A multiple of the width, rounded once: 3 times 0.1 is 0.3. */
const edgeOf = (step: Sql, width: number, real: (number: Sql) => Sql): Sql =>
  width < 1 ? sql`${real(step)} / ${constant(Math.round(1 / width))}` : sql`${step} * ${constant(width)}`
