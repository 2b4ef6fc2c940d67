import { bracketed } from '../../semantic/formula/print.ts'
import { isMoment } from '../../query/type-rules.ts'
import type { Aggregate } from '../../semantic/vocabulary.ts'
import { aggregateNamed } from './aggregates.ts'
import { checkAggregate } from './check-aggregate.ts'
import { columnOf, type Dataset } from './dataset.ts'
import { refuseHalfDays } from './half-days.ts'
import { lookUp } from './look-up.ts'
import { patternOf } from './search.ts'
import type { Call, Expression } from './syntax.ts'
import { noCounterpart } from './unread.ts'

/** DuckDB functions with a formula equivalent, and its name. */
const functionNames: Readonly<Record<string, string>> = {
  abs: 'abs',
  floor: 'floor',
  ceil: 'ceil',
  ceiling: 'ceil',
  round: 'round',
  sqrt: 'sqrt',
  exp: 'exp',
  ln: 'ln',
  pow: 'power',
  power: 'power',
  coalesce: 'coalesce',
  ifnull: 'coalesce',
  nullif: 'nullif',
  least: 'least',
  greatest: 'greatest',
  left: 'left',
  right: 'right',
  upper: 'upper',
  ucase: 'upper',
  lower: 'lower',
  lcase: 'lower',
  length: 'length',
  len: 'length',
  replace: 'replace',
  strpos: 'position',
  instr: 'position',
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  day: 'day',
  isodow: 'weekday',
  dayofyear: 'day_of_year',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
}

const signs: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '=', '<>', '<', '<=', '>', '>=', 'and', 'or'])
const compares: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>=', 'in', 'between'])

/** An SQL expression as a formula of the same value. Every operation is bracketed. */
export function formulaOf(node: Expression, dataset: Dataset): string {
  switch (node.kind) {
    case 'value':
      return typeof node.value === 'string' ? quoted(node.value) : String(node.value)
    case 'column':
      return ofColumn(node, dataset)
    case 'star':
      return noCounterpart(node, 'A * here', 'Name the columns.')
    case 'call':
      return ofCall(node, dataset)
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function ofColumn(node: Expression, dataset: Dataset): string {
  const column = columnOf(node, dataset)
  if (!column) return noCounterpart(node, 'This column', 'Choose another column.')
  if (column.scale !== 1)
    noCounterpart(node, `Computing with ${column.name}, a duration,`, 'Compare it, or sum it up as it is.')
  return bracketed(column.name)
}

function ofCall(node: Call, dataset: Dataset): string {
  const written = (part: Expression | undefined): string => (part ? inner(part, dataset) : '')
  if (compares.has(node.name)) refuseMoments(node, dataset)
  const [left, right, third] = node.of
  if (signs.has(node.name)) return `${written(left)} ${node.name} ${written(right)}`
  switch (node.name) {
    case '||':
      refuseNumbers(node, dataset)
      return `${written(left)} & ${written(right)}`
    case 'minus':
      return `-${written(left)}`
    case 'not':
      return `not ${written(left)}`
    case 'is null':
      return `${written(left)} is null`
    case 'in':
      return `${written(left)} in (${node.of.slice(1).map(written).join(', ')})`
    case 'between':
      return `${written(left)} between ${written(right)} and ${written(third)}`
    case 'case':
      return caseText(node, written)
    case 'cast number':
      return written(left)
    case 'like':
      return likeText(node, dataset)
    default:
      return ofFunction(node, dataset)
  }
}

const inner = (node: Expression, dataset: Dataset): string => {
  const text = formulaOf(node, dataset)
  const isWhole = node.kind !== 'call' || /^[a-z_]+\(/.test(text) || text.startsWith('case ')
  return isWhole ? text : `(${text})`
}

const ofText: ReadonlySet<string> = new Set(['||', 'upper', 'lower', 'replace', 'left', 'right'])

/** Databases format numbers and moments differently, so casts to text are refused. */
function refuseNumbers({ of }: Call, dataset: Dataset): void {
  const isText = (part: Expression): boolean =>
    part.kind === 'value'
      ? typeof part.value === 'string'
      : part.kind === 'call'
        ? ofText.has(part.name)
        : columnOf(part, dataset)?.type === 'text'
  const other = of.find((part) => !isText(part))
  if (other) noCounterpart(other, 'Joining what is not surely text', 'Join columns of text.')
}

/** Text beside a moment is a period in a formula and an instant in SQL. */
function refuseMoments({ of }: Call, dataset: Dataset): void {
  const moment = of.find((part) => isMoment(columnOf(part, dataset)?.type ?? 'text'))
  if (moment)
    noCounterpart(moment, 'Comparing a date with something computed', 'Compare it with a date that is written down.')
}

function caseText({ of }: Call, written: (part: Expression | undefined) => string): string {
  const branches: string[] = []
  for (let at = 0; at + 1 < of.length; at += 2) branches.push(`when ${written(of[at])} then ${written(of[at + 1])}`)
  const otherwise = of.length % 2 === 1 ? [`else ${written(of.at(-1))}`] : []
  return ['case', ...branches, ...otherwise, 'end'].join(' ')
}

/** LIKE is case-sensitive. */
function likeText({ of: [left, right] }: Call, dataset: Dataset): string {
  if (!left || !right) return ''
  const [{ op, text }, column] = [patternOf(right), inner(left, dataset)]
  const length = [...text].length
  if (op === 'contains') return `position(${column}, ${quoted(text)}) > 0`
  if (op === 'equals') return `${column} = ${quoted(text)}`
  return `${op === 'startsWith' ? 'left' : 'right'}(${column}, ${length}) = ${quoted(text)}`
}

function ofFunction(node: Call, dataset: Dataset): string {
  const aggregate = aggregateNamed(node.name)
  if (aggregate !== null) return aggregateText(node, aggregate, dataset)
  const called = lookUp(functionNames, node.name)
  const what = /^[a-z]/.test(node.name) ? node.name.replace(/^cast /, 'a cast to ') : `The sign ${node.name}`
  if (['left', 'right'].includes(node.name)) refuseFromEnd(node)
  if (called === null) return noCounterpart(node, what, 'Leave it out, or stay with SQL for this.')
  return `${called}(${node.of.map((part) => formulaOf(part, dataset)).join(', ')})`
}

/** A negative length counts from the end in DuckDB and is null in formulas. */
function refuseFromEnd({ name, of: [, length], ...node }: Call): void {
  if (length?.kind !== 'value' || Number(length.value) < 0)
    noCounterpart(node, `${name} of a length that is not written down`, 'Write how many letters.')
}

function aggregateText(node: Call, aggregate: Aggregate, dataset: Dataset): string {
  const { of, isDistinct, where } = node
  checkAggregate(node, aggregate)
  refuseHalfDays(node, dataset)
  const isBare = of.length === 0 || of[0]?.kind === 'star'
  const given = isBare ? [] : of.map((part) => formulaOf(part, dataset))
  const condition = where ? [`where ${formulaOf(where, dataset)}`] : []
  const called = isDistinct ? 'distinct' : aggregate
  return `${called}(${[given.join(', '), ...condition].filter((part) => part !== '').join(' ')})`
}
