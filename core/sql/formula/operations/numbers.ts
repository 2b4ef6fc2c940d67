import { constant, type Sql, sql } from '../../sql.ts'
import { at, type Argument, literalOf, type Writer, type Written } from '../written.ts'
import { day } from '../../../table/time-units.ts'

const areWhole = (parts: readonly Argument[]): boolean => parts.every(({ type }) => type === 'integer')

/** Two integer literals would use integer arithmetic, so one is converted to a float. */
const real = (parts: readonly Argument[], real: (number: Sql) => Sql): Sql => {
  const [left] = parts
  if (!left) throw new Error('A formula lacks an argument')
  return parts.every(({ expression }) => expression.kind === 'literal') ? real(left.raw.sql) : left.raw.sql
}

/** Sums and products continue with possibly infinite values. */
const arithmetic =
  (write: (left: Sql, right: Sql) => Sql, mayOverflow: (parts: readonly Argument[]) => boolean): Writer =>
  (parts, { dialect }): Written => ({
    sql: write(real(parts, dialect.numbers.real), asFactor(at(parts, 1))),
    mayOverflow: mayOverflow(parts) || parts.some(({ raw }) => raw.mayOverflow),
  })

const never = (): boolean => false

/** Brackets a product or quotient as a factor, to keep the evaluation order. */
const asFactor = ({ expression, raw: { sql: written } }: Argument): Sql =>
  expression.kind === 'operation' && ['multiply', 'divide'].includes(expression.operation) ? sql`(${written})` : written

const power: Writer = (parts, { own }): Written => {
  const [base, exponent] = [at(parts, 0).value, at(parts, 1).value]
  const size = sql`(${exponent}) * ${own.naturalLogarithm(sql`NULLIF(ABS(${base}), 0)`)}`
  return {
    sql: sql`CASE WHEN ${base} = 0 AND ${exponent} < 0 THEN NULL WHEN ${base} < 0 AND ${exponent} <> FLOOR(${exponent}) THEN NULL WHEN ${size} > 709.7 THEN NULL WHEN ${size} < -700 THEN 0 ELSE ${own.power(base, exponent)} END`,
    mayOverflow: true,
  }
}

const mod: Writer = (parts) => {
  const [value, divisor] = [at(parts, 0).value, at(parts, 1).value]
  return { sql: sql`(${value} - ${divisor} * FLOOR(${value} / NULLIF(${divisor}, 0)))`, mayOverflow: !areWhole(parts) }
}

/** Rounds half away from zero with plain arithmetic, which is equal in every database. */
export function rounded(number: Sql, digits: number): Sql {
  const factor = constant(10 ** Math.abs(digits))
  if (digits === 0) return sql`(SIGN(${number}) * FLOOR(ABS(${number}) + 0.5e0))`
  return digits > 0
    ? sql`(SIGN(${number}) * FLOOR(ABS(${number}) * ${factor} + 0.5e0) / ${factor})`
    : sql`(SIGN(${number}) * (FLOOR(ABS(${number}) / ${factor} + 0.5e0) * ${factor}))`
}

const round: Writer = (parts): Written => ({
  sql: rounded(at(parts, 0).value, Number(parts[1] ? (literalOf(parts[1]) ?? 0) : 0)),
  mayOverflow: true,
})

const ofOne =
  (write: (number: Sql) => Sql): Writer =>
  (parts) =>
    write(at(parts, 0).value)

const per = (milliseconds: number): Writer => ofOne((duration) => sql`(${duration} / ${constant(milliseconds)}e0)`)

export const truncated = (number: Sql): Sql =>
  sql`CASE WHEN ${number} < 0 THEN -FLOOR(-(${number})) ELSE FLOOR(${number}) END`

/** Arithmetic and numeric functions. */
export const numberOperations = {
  add: arithmetic((left, right) => sql`(${left} + ${right})`, never),
  subtract: arithmetic((left, right) => sql`(${left} - ${right})`, never),
  multiply: arithmetic(
    (left, right) => sql`${left} * ${right}`,
    (parts) => !areWhole(parts),
  ),
  divide: (parts, { dialect }) => ({
    sql: sql`${real(parts, dialect.numbers.real)} / NULLIF(${at(parts, 1).value}, 0)`,
    mayOverflow: !areWhole(parts),
  }),
  mod,
  power,
  negate: (parts) => ({ sql: sql`(-${at(parts, 0).raw.sql})`, mayOverflow: at(parts, 0).raw.mayOverflow ?? false }),
  round,
  floor: ofOne((number) => sql`FLOOR(${number})`),
  ceil: ofOne((number) => sql`(-FLOOR(-(${number})))`),
  trunc: ofOne(truncated),
  abs: ofOne((number) => sql`ABS(${number})`),
  sign: ofOne((number) => sql`SIGN(${number})`),
  sqrt: (parts, { dialect }) => {
    const { value } = at(parts, 0)
    return sql`CASE WHEN ${value} >= 0 THEN ${dialect.numbers.squareRoot(value)} END`
  },
  exp: ofOne(
    (number) => sql`CASE WHEN ${number} > 709.7 THEN NULL WHEN ${number} < -700 THEN 0 ELSE EXP(${number}) END`,
  ),
  ln: (parts, { own }) => {
    const { value } = at(parts, 0)
    return sql`CASE WHEN ${value} > 0 THEN ${own.naturalLogarithm(value)} END`
  },
  log10: (parts, { own }) => {
    const { value } = at(parts, 0)
    return sql`CASE WHEN ${value} > 0 THEN ${own.logarithm(value)} END`
  },
  in_days: per(day),
  in_hours: per(3_600_000),
  in_minutes: per(60_000),
  in_seconds: per(1000),
} as const satisfies Record<string, Writer>
