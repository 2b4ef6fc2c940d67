import { fail } from '../../../errors.ts'
import type { Expression } from '../expression.ts'
import { isClockUnit, type Unit, units } from '../functions/dates.ts'
import type { FormulaFunction, Parameter } from '../functions/function.ts'
import { functions, type FunctionId, signatureOf } from '../functions/registry.ts'
import { namedPeriod } from '../moment-text.ts'
import { refuse, type Span } from '../problem.ts'
import { accepted, namesOfParameters, namesOfTypes, unifiedAll } from '../types.ts'
import { agreeing, dayOf, textIn, truncated } from './moments.ts'
import { concatenated, condition } from './operators.ts'
import { literal, operation, type Part, shown, typeOf, wrongType } from './part.ts'

const isUnit = (text: string): text is Unit => (units as readonly string[]).includes(text)

/** `months` is a month; null for other words. */
function unitIn(part: Part): Unit | null {
  const text = textIn(part)?.trim().toLowerCase() ?? ''
  const [singular, plural] = [text, text.replace(/s$/, '')]
  return isUnit(singular) ? singular : isUnit(plural) ? plural : null
}

/** Builds a function call from checked arguments. */
export function call(id: FunctionId, given: readonly Part[], at: Span): Expression {
  const { parameters }: FormulaFunction = functions[id]
  const parts = unitFirst(parameters, given)
  checkCount(id, parts, at)
  const matched = parts.map((part, index) => ({ part, parameter: parameterAt(parameters, index) }))
  const same = agreeing(matched.filter(({ parameter }) => parameter.type === 'same').map(({ part }) => part))
  checkSame(id, same)
  let next = 0
  const args = matched.map(({ part, parameter }) =>
    parameter.type === 'same' ? (same[next++] as Part) : fitting(id, part, parameter),
  )
  return build(id, args)
}

/** Puts the unit first, and an amount before the value it is added to. */
function unitFirst(parameters: readonly Parameter[], parts: readonly Part[]): readonly Part[] {
  if (parameters[0]?.type !== 'unit') return parts
  const unit = parts.find((part) => unitIn(part) !== null)
  if (!unit) return parts
  const [first, second, ...rest] = parts.filter((part) => part !== unit)
  const isTurned =
    parameters[1]?.type === 'number' && first && second && accepted.moment.includes(typeOf(first) as 'date')
  return isTurned
    ? [unit, second, first, ...rest]
    : parts[0] === unit
      ? parts
      : [unit, ...parts.filter((part) => part !== unit)]
}

const parameterAt = (parameters: readonly Parameter[], index: number): Parameter =>
  parameters[Math.min(index, parameters.length - 1)] as Parameter

function checkCount(id: FunctionId, parts: readonly Part[], at: Span): void {
  const { parameters }: FormulaFunction = functions[id]
  const least = parameters.filter(({ isOptional }) => !isOptional).length
  const most = parameters.at(-1)?.isRepeated ? Infinity : parameters.length
  if (parts.length >= least && parts.length <= most) return
  const missing = parameters[parts.length]?.name ?? ''
  const reason =
    parts.length < least
      ? `${id} also needs its ${missing}.`
      : `${id} takes ${most === 1 ? 'one argument' : `${most} arguments`}.`
  refuse(parts[most]?.node ?? at, fail('formula/arguments', { reason, signature: signatureOf(id) }))
}

function checkSame(id: FunctionId, parts: readonly Part[]): void {
  const odd = parts.findIndex((_, index) => unifiedAll(parts.slice(0, index + 1).map(typeOf)) === null)
  const [first, part] = [parts[0], parts[odd]]
  if (!first || !part) return
  const message = `${shown(part)} is ${namesOfTypes[typeOf(part)]}, but ${shown(first)} is ${namesOfTypes[typeOf(first)]}.`
  wrongType(part, message, `All values of ${id} are of one kind; text(…) or number(…) may help.`)
}

/** The argument, if the parameter accepts it. */
function fitting(id: FunctionId, part: Part, { name, type }: Parameter): Part {
  if (type === 'unit') return unitPart(id, part)
  if (type === 'whole') return wholePart(part, name)
  if (type === 'boolean') return { ...part, expression: condition(part) }
  const found = typeOf(part)
  if (found === 'null' || accepted[type].includes(found)) return part
  const isDateText = (type === 'moment' || type === 'date') && textIn(part) !== null
  if (isDateText) return { ...part, expression: dateOf(part) }
  const message = `${id} needs ${namesOfParameters[type]} here; ${shown(part)} is ${namesOfTypes[found]}.`
  return wrongType(part, message, `It is written ${signatureOf(id)}, as in ${functions[id].example}.`)
}

function unitPart(id: FunctionId, part: Part): Part {
  const unit = unitIn(part)
  if (unit !== null) return { ...part, expression: literal('text', unit) }
  return wrongType(
    part,
    `${shown(part)} is no unit of time for ${id}.`,
    `Use one of ${units.map((one) => `'${one}'`).join(', ')}.`,
  )
}

function wholePart(part: Part, name: string): Part {
  const value = constantIn(part)
  const [least, most] = name === 'digits' ? [-9, 9] : [1, 100]
  if (value !== null && Number.isInteger(value) && value >= least && value <= most) {
    return { ...part, expression: literal('integer', value) }
  }
  return wrongType(part, `The ${name} must be a whole number from ${least} to ${most}.`, 'Write it out as a number.')
}

/** A numeric literal with its sign. */
export function constantIn({ expression }: Part): number | null {
  if (expression.kind === 'operation' && expression.operation === 'negate') {
    const [inner] = expression.arguments
    return inner?.kind === 'literal' && typeof inner.value === 'number' ? -inner.value : null
  }
  return expression.kind === 'literal' && typeof expression.value === 'number' ? expression.value : null
}

function dateOf(part: Part): Expression {
  const text = textIn(part)?.trim() ?? ''
  const period = namedPeriod(text)
  if (period?.unit === 'day') return literal('date', period.start)
  return wrongType(part, `“${text}” is no date.`, 'Write it as 2024-03-01.')
}

/** Calendar functions take dates, so a timestamp is first converted in the Query's zone. */
function build(id: FunctionId, parts: readonly Part[]): Expression {
  const args = parts.map(({ expression }) => expression)
  const special = builders[id]?.(parts)
  if (special) return special
  const { result, parameters }: FormulaFunction = functions[id]
  const type = result(args.map((one) => one.type))
  const isOfMoments = parameters.length === 1 && parameters[0]?.type === 'moment'
  return operation(id as Exclude<FunctionId, 'if'>, type, ...(isOfMoments ? args.map(dayOf) : args))
}

const builders: Partial<Record<FunctionId, (parts: readonly Part[]) => Expression | null>> = {
  if: ([when, then, otherwise]) => {
    const [first, second] = [expressionOf(then), otherwise ? otherwise.expression : literal('null', null)]
    const type = unifiedAll([first.type, second.type]) ?? 'null'
    return { kind: 'case', type, branches: [{ when: expressionOf(when), gives: first }], otherwise: second }
  },
  concat: (parts) => concatenated(parts),
  text: ([part]) => {
    if (part && typeOf(part) === 'duration') return concatenated([part])
    return part && typeOf(part) === 'text' ? part.expression : null
  },
  number: ([part]) => castable(part, ['text', 'boolean', 'integer', 'decimal'], 'number'),
  date: ([part]) => {
    if (part && textIn(part) !== null) return dateOf(part)
    return castable(part, ['text', 'date', 'timestamp'], 'date')
  },
  date_trunc: ([unit, moment]) => {
    const size = unitOf(unit)
    needsTime(moment, size)
    return truncated(size, expressionOf(moment))
  },
  date_add: ([unit, amount, moment]) => {
    needsTime(moment, unitOf(unit))
    needsDays(moment, unitOf(unit))
    const of = expressionOf(moment)
    return operation(
      'date_add',
      of.type === 'timestamp' ? 'timestamp' : 'date',
      expressionOf(unit),
      expressionOf(amount),
      of,
    )
  },
  date_diff: ([unit, start, end]) => {
    const [from, to] = [expressionOf(start), expressionOf(end)]
    if (!isClockUnit(unitOf(unit))) return operation('date_diff', 'integer', expressionOf(unit), dayOf(from), dayOf(to))
    for (const moment of [start, end]) needsTime(moment, unitOf(unit))
    return operation('date_diff', 'decimal', expressionOf(unit), from, to)
  },
}

const expressionOf = (part: Part | undefined): Expression => part?.expression ?? literal('null', null)

const unitOf = (part: Part | undefined): Unit => (part && unitIn(part)) ?? 'day'

function castable(part: Part | undefined, from: readonly string[], to: 'number' | 'date'): Expression | null {
  if (!part) return null
  const type = typeOf(part)
  if (type !== 'null' && !from.includes(type)) {
    wrongType(part, `${shown(part)} is ${namesOfTypes[type]}, of which no ${to} can be made.`, castHints[to])
  }
  const isOne = to === 'date' ? type === 'date' : type === 'integer' || type === 'decimal'
  return isOne ? part.expression : null
}

const castHints = {
  number: 'Use year(…), in_hours(…) or date_diff(…) for what you want to know of it.',
  date: 'Use make_date(year, month, day).',
}

function needsTime(moment: Part | undefined, unit: Unit): void {
  if (!moment || !isClockUnit(unit) || typeOf(moment) !== 'date') return
  wrongType(
    moment,
    `${shown(moment)} is a date without a time of day.`,
    `Use 'day' or a longer unit instead of '${unit}'.`,
  )
}

function needsDays(moment: Part | undefined, unit: Unit): void {
  if (!moment || typeOf(moment) !== 'timestamp' || !['month', 'quarter', 'year'].includes(unit)) return
  wrongType(moment, `A ${unit} has no fixed number of hours.`, `Add it to the day: date(${shown(moment)}).`)
}
