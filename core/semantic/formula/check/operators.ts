import type { Expression } from '../expression.ts'
import { arithmeticType, operators } from '../functions/operators.ts'
import type { OperationId } from '../functions/registry.ts'
import type { BinaryOperator } from '../syntax.ts'
import { isNumber, namesOfTypes, unified } from '../types.ts'
import { comparable } from './moments.ts'
import { literal, operation, type Part, shown, typeOf, wrongType } from './part.ts'

type Arithmetic = '+' | '-' | '*' | '/' | '%' | '^'
type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>='

const comparisons: Readonly<Record<Comparison, OperationId>> = {
  '=': 'equal',
  '<>': 'notEqual',
  '<': 'less',
  '<=': 'lessOrEqual',
  '>': 'greater',
  '>=': 'greaterOrEqual',
}
const arithmetic: Readonly<Record<Arithmetic, OperationId>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'mod',
  '^': 'power',
}

const isComparison = (operator: BinaryOperator): operator is Comparison => operator in comparisons

/** The operation of a binary operator. */
export function binary(operator: BinaryOperator, left: Part, right: Part): Expression {
  if (operator === 'and' || operator === 'or') {
    return operation(operator, 'boolean', condition(left), condition(right))
  }
  if (operator === '&') return concatenated([left, right])
  return isComparison(operator) ? compared(operator, left, right) : computed(operator, left, right)
}

/** Requires a boolean. */
export function condition(part: Part): Expression {
  const type = typeOf(part)
  if (type === 'boolean' || type === 'null') return part.expression
  return wrongType(
    part,
    `${shown(part)} is ${namesOfTypes[type]}, where a condition is needed.`,
    'Compare it with something, as in [Quantity] > 0.',
  )
}

/** Converts a value to text, unless it is text. */
const asText = (expression: Expression): Expression =>
  expression.type === 'text' ? expression : operation('text', 'text', expression)

export function concatenated(parts: readonly Part[]): Expression {
  const duration = parts.find((part) => typeOf(part) === 'duration')
  if (duration) wrongType(duration, 'A duration is not put into text by itself.', 'Use in_hours or in_minutes on it.')
  return operation('concat', 'text', ...parts.map(({ expression }) => asText(expression)))
}

export function compared(operator: Comparison, left: Part, right: Part): Expression {
  const nothing = [left, right].find((part) => typeOf(part) === 'null')
  if (nothing) {
    wrongType(nothing, 'Nothing is equal to null, or more or less than it.', 'Write is null or is not null.')
  }
  const [a, b] = comparable(left, right)
  if (unified(a.type, b.type) === null) {
    const message = `${shown(left)} is ${namesOfTypes[a.type]}, ${shown(right)} is ${namesOfTypes[b.type]}.`
    wrongType(right, `${message} They cannot be compared.`, remedy(left, right))
  }
  if (a.type === 'boolean' && operator !== '=' && operator !== '<>') {
    wrongType(left, 'Yes or no has no order.', 'Ask whether it is true, as in [Paid] = true.')
  }
  return operation(comparisons[operator], 'boolean', a, b)
}

function remedy(left: Part, right: Part): string {
  const types = [typeOf(left), typeOf(right)]
  if (types.includes('text') && types.some(isNumber)) return 'Put number(…) around the text, or the number in quotes.'
  return 'Compare values of one kind.'
}

function computed(operator: Arithmetic, left: Part, right: Part): Expression {
  const [a, b] = [left.expression, right.expression]
  const type = arithmeticType(operator, a.type, b.type)
  if (type === null) return refuseArithmetic(operator, left, right)
  if (operator === '^') return operation('power', 'decimal', a, b)
  return ofMoments(operator, a, b) ?? operation(arithmetic[operator], type, a, b)
}

const oneSecond = literal('integer', 1000)

/** Sums and differences of dates, timestamps and durations; null for other types. */
function ofMoments(operator: Arithmetic, a: Expression, b: Expression): Expression | null {
  const isMinus = operator === '-'
  if (a.type === 'date' && b.type === 'date') return operation('date_diff', 'integer', literal('text', 'day'), b, a)
  if (a.type === 'timestamp' && b.type === 'timestamp') {
    const seconds = operation('date_diff', 'decimal', literal('text', 'second'), b, a)
    return operation('multiply', 'duration', seconds, oneSecond)
  }
  const [moment, amount] = b.type === 'date' || b.type === 'timestamp' ? [b, a] : [a, b]
  if (moment.type !== 'date' && moment.type !== 'timestamp') return null
  const number = amount.type === 'duration' ? operation('in_seconds', 'decimal', amount) : amount
  const signed = isMinus ? operation('negate', operators.negate([number.type]), number) : number
  return operation('date_add', moment.type, literal('text', moment.type === 'date' ? 'day' : 'second'), signed, moment)
}

const verbs: Readonly<Record<Arithmetic, string>> = {
  '+': 'added',
  '-': 'subtracted',
  '*': 'multiplied',
  '/': 'divided',
  '%': 'divided',
  '^': 'raised to a power',
}

function refuseArithmetic(operator: Arithmetic, left: Part, right: Part): never {
  const culprit = isNumber(typeOf(left)) ? right : left
  const types = [typeOf(left), typeOf(right)]
  const [first, second] = types.map((type) => namesOfTypes[type]) as [string, string]
  const message = `${first} and ${second} cannot be ${verbs[operator]}.`
  return wrongType(culprit, message.charAt(0).toUpperCase() + message.slice(1), arithmeticRemedy(operator, types))
}

function arithmeticRemedy(operator: Arithmetic, types: readonly string[]): string {
  if (types.includes('text')) {
    return operator === '+'
      ? 'Put texts together with &, or make a number of text with number(…).'
      : 'Put number(…) around the text.'
  }
  if (types.includes('boolean')) return 'Say what it counts for, as in if([Paid], 1, 0).'
  if (types.includes('timestamp')) return 'Use date_add to move a time, or date([Sent]) to leave the time of day out.'
  return 'Use date_add or date_diff with dates.'
}
