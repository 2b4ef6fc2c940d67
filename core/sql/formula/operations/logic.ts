import { list, type Sql, sql } from '../../sql.ts'
import { type Argument, at, comparable, condition, type Writer, type Writing } from '../written.ts'

const comparison =
  (sign: Sql, isOrdered: boolean): Writer =>
  (parts, writing) => {
    const [left, right] = [at(parts, 0), at(parts, 1)]
    const of = (one: Argument): Sql => (isOrdered ? comparable(one, writing) : one.value)
    return condition(sql`${of(left)} ${sign} ${of(right)}`)
  }

const known = (parts: readonly Argument[]): readonly Argument[] => parts.filter(({ type }) => type !== 'null')

/** Folds the arguments, keeping the smaller or larger; skips nulls. */
const extreme =
  (sign: Sql): Writer =>
  (parts, writing) => {
    const nearer = (left: Sql, right: Sql): Sql =>
      sql`CASE WHEN ${left} IS NULL OR ${ordered(right, parts, writing)} ${sign} ${ordered(left, parts, writing)} THEN ${right} ELSE ${left} END`
    return known(parts)
      .map(({ value }) => value)
      .reduce(nearer)
  }

const ordered = (value: Sql, parts: readonly Argument[], { dialect }: Writing): Sql =>
  parts.some(({ type }) => type === 'text') ? dialect.text.order(value) : value

/** Comparisons, conditions, and functions that choose between values. */
export const logicOperations = {
  equal: comparison(sql`=`, false),
  notEqual: comparison(sql`<>`, false),
  less: comparison(sql`<`, true),
  lessOrEqual: comparison(sql`<=`, true),
  greater: comparison(sql`>`, true),
  greaterOrEqual: comparison(sql`>=`, true),
  and: (parts) => condition(sql`(${at(parts, 0).condition} AND ${at(parts, 1).condition})`),
  or: (parts) => condition(sql`(${at(parts, 0).condition} OR ${at(parts, 1).condition})`),
  not: (parts) => condition(sql`NOT (${at(parts, 0).condition})`),
  isNull: (parts) => condition(sql`(${at(parts, 0).value}) IS NULL`),
  in: (parts) => condition(sql`${at(parts, 0).value} IN (${list(parts.slice(1).map(({ value }) => value))})`),
  coalesce: (parts) => {
    const values = known(parts).map(({ value }) => value)
    return values.length === 1 ? (values[0] as Sql) : sql`COALESCE(${list(values)})`
  },
  nullif: (parts) =>
    at(parts, 1).type === 'null' ? at(parts, 0).value : sql`NULLIF(${at(parts, 0).value}, ${at(parts, 1).value})`,
  least: extreme(sql`<`),
  greatest: extreme(sql`>`),
} as const satisfies Record<string, Writer>
