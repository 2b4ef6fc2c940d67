import { fail } from '../../../errors.ts'
import type { Result } from '../../../result.ts'
import type { ColumnType } from '../../../table/table.ts'
import { nearestName } from '../../nearest-name.ts'
import type { Expression } from '../expression.ts'
import { operators } from '../functions/operators.ts'
import { findAggregate, findFunction, functionNames } from '../functions/registry.ts'
import { inlined } from '../inline.ts'
import { parse } from '../parse.ts'
import { attempt, type FormulaFailure, refuse } from '../problem.ts'
import { find, type Scope } from '../scope.ts'
import type { Syntax } from '../syntax.ts'
import { isNumber, namesOfTypes, unifiedAll } from '../types.ts'
import { aggregate } from './aggregates.ts'
import { call } from './calls.ts'
import { agreeing } from './moments.ts'
import { binary, compared, condition } from './operators.ts'
import { type Level, levelOf, literal, operation, type Part, shown, typeOf, wrongType } from './part.ts'

/** A typed formula that every engine can compute. */
export type Checked = {
  readonly expression: Expression
  /** `row`: a calculated column; `group`: a measure; `constant`: either. */
  readonly level: Level
  readonly type: ColumnType
}

/** Parses and types a formula; refuses at a position. */
export function check(formula: string, scope: Scope, own: string | null = null): Result<Checked, FormulaFailure> {
  const parsed = parse(formula)
  if (!parsed.ok) return parsed
  return attempt(() => {
    const { expression, level } = checkNode(inlined(parsed.value, scope, own), scope)
    return { expression, level, type: expression.type === 'null' ? 'text' : expression.type }
  })
}

/** Requires a value per row, or per group. */
export function checkAs(
  wanted: 'column' | 'measure',
  formula: string,
  scope: Scope,
  own: string | null = null,
): Result<Checked, FormulaFailure> {
  const checked = check(formula, scope, own)
  if (!checked.ok || checked.value.level === 'constant') return checked
  if (checked.value.level === (wanted === 'column' ? 'row' : 'group')) return checked
  return attempt(() => refuse({ from: 0, to: formula.length }, fail('formula/wrong-level', { wanted })))
}

function checkNode(node: Syntax, scope: Scope): Part {
  const part = (inner: Syntax): Part => checkNode(inner, scope)
  const made = (expression: Expression, parts: readonly Part[]): Part => ({ node, expression, level: levelOf(parts) })
  switch (node.kind) {
    case 'literal':
      return made(literalOf(node.value), [])
    case 'name':
      return { node, ...named(node, scope) }
    case 'unary': {
      const operand = part(node.operand)
      return made(node.operator === '-' ? negated(operand) : operation('not', 'boolean', condition(operand)), [operand])
    }
    case 'binary': {
      const [left, right] = [part(node.left), part(node.right)]
      const level = levelOf([left, right])
      return { node, expression: binary(node.operator, left, right), level }
    }
    case 'isNull': {
      const value = part(node.value)
      return made(negatedIf(node.isNegated, operation('isNull', 'boolean', value.expression)), [value])
    }
    case 'in':
      return checkIn(node, part)
    case 'between':
      return checkBetween(node, part)
    case 'case':
      return checkCase(node, part)
    case 'call':
      return checkCall(node, scope)
  }
}

function literalOf(value: number | string | boolean | null): Expression {
  if (value === null) return literal('null', null)
  if (typeof value === 'number') {
    // A numeral beyond the range of numbers is refused.
    return Number.isFinite(value)
      ? literal(Number.isInteger(value) ? 'integer' : 'decimal', value)
      : literal('null', null)
  }
  return literal(typeof value === 'string' ? 'text' : 'boolean', value)
}

function named({ name }: Extract<Syntax, { kind: 'name' }>, scope: Scope): Pick<Part, 'expression' | 'level'> {
  const found = find(scope, name)
  // An unresolved word may be a unit such as month, for a function.
  if (found?.kind !== 'field') return { expression: literal('text', name), level: 'constant' }
  return { expression: { kind: 'column', type: found.field.type, name: found.field.name }, level: 'row' }
}

function negated(operand: Part): Expression {
  const type = typeOf(operand)
  if (isNumber(type) || type === 'duration' || type === 'null') {
    return operation('negate', operators.negate([type]), operand.expression)
  }
  return wrongType(operand, `${shown(operand)} is ${namesOfTypes[type]}, which has no sign.`, 'Take the minus out.')
}

const negatedIf = (isNegated: boolean, expression: Expression): Expression =>
  isNegated ? operation('not', 'boolean', expression) : expression

type Check = (node: Syntax) => Part

/** Compares plain values as a list; texts that name periods are compared one by one. */
function checkIn(node: Extract<Syntax, { kind: 'in' }>, part: Check): Part {
  const [value, options] = [part(node.value), node.options.map(part)]
  const level = levelOf([value, ...options])
  const equals = options.map((option) => compared('=', value, option))
  const isPlain = equals.every((one) => one.kind === 'operation' && one.arguments[0] === value.expression)
  const seconds = equals.flatMap((one) => (one.kind === 'operation' ? one.arguments.slice(1) : []))
  const expression = isPlain
    ? operation('in', 'boolean', value.expression, ...seconds)
    : equals.reduce((all, one) => operation('or', 'boolean', all, one))
  return { node, expression: negatedIf(node.isNegated, expression), level }
}

function checkBetween(node: Extract<Syntax, { kind: 'between' }>, part: Check): Part {
  const [value, low, high] = [part(node.value), part(node.low), part(node.high)]
  const level = levelOf([value, low, high])
  const both = operation('and', 'boolean', compared('>=', value, low), compared('<=', value, high))
  return { node, expression: negatedIf(node.isNegated, both), level }
}

function checkCase(node: Extract<Syntax, { kind: 'case' }>, part: Check): Part {
  const whens = node.branches.map(({ when }) => part(when))
  const given = [...node.branches.map(({ gives }) => part(gives)), ...(node.otherwise ? [part(node.otherwise)] : [])]
  const level = levelOf([...whens, ...given])
  const values = agreeing(given)
  const odd = values.findIndex((_, at) => unifiedAll(values.slice(0, at + 1).map(typeOf)) === null)
  const [first, other] = [values[0], values[odd]]
  if (first && other) {
    const message = `${shown(other)} is ${namesOfTypes[typeOf(other)]}, but ${shown(first)} is ${namesOfTypes[typeOf(first)]}.`
    wrongType(other, message, 'All cases give values of one kind.')
  }
  const branches = whens.map((when, at) => ({
    when: condition(when),
    gives: values[at]?.expression ?? literal('null', null),
  }))
  const otherwise =
    node.otherwise === null ? literal('null', null) : (values.at(-1)?.expression ?? literal('null', null))
  return {
    node,
    expression: { kind: 'case', type: unifiedAll(values.map(typeOf)) ?? 'null', branches, otherwise },
    level,
  }
}

function checkCall(node: Extract<Syntax, { kind: 'call' }>, scope: Scope): Part {
  const [aggregateId, functionId] = [findAggregate(node.name), findFunction(node.name)]
  if (aggregateId === null && functionId === null) {
    const nearest = nearestName(node.name, functionNames)
    return refuse(node.nameSpan, fail('formula/unknown-function', { name: node.name, nearest }))
  }
  const parts = node.arguments.map((one) => checkNode(one, scope))
  const where = node.where && checkNode(node.where, scope)
  if (aggregateId !== null) {
    const time =
      scope.timeColumn === null
        ? null
        : named({ ...node, kind: 'name', name: scope.timeColumn, isBracketed: true }, scope)
    const expression = aggregate({ id: aggregateId, parts, where, time: time?.expression ?? null }, node.nameSpan)
    return { node, expression, level: 'group' }
  }
  if (functionId === null) throw new Error('A name is neither a function nor an aggregate')
  if (where)
    wrongType(where, `${functionId} takes no where.`, 'Only what sums rows up does, as in sum([Sales] where [Paid]).')
  const level = levelOf(parts)
  return { node, expression: call(functionId, parts, node.nameSpan), level }
}
