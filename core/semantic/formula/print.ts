import { comparisonStrength, minusStrength, notStrength, strengths } from './parser.ts'
import type { Syntax } from './syntax.ts'

/** Binds tighter than any operator, so it needs no parentheses. */
const alone = 10

/** Prints a formula; parsing the text gives the same formula. */
export const print = (node: Syntax): string => printed(node).text

type Printed = { readonly text: string; readonly strength: number }

/** A name in brackets, with any characters. */
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`

const literal = (value: number | string | boolean | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)

function within(node: Syntax, least: number): string {
  const { text, strength } = printed(node)
  return strength >= least ? text : `(${text})`
}

const list = (nodes: readonly Syntax[]): string => nodes.map(print).join(', ')

function printed(node: Syntax): Printed {
  switch (node.kind) {
    case 'literal':
      return { text: literal(node.value), strength: alone }
    case 'name':
      return { text: node.isBracketed ? bracketed(node.name) : node.name, strength: alone }
    case 'case':
      return { text: caseText(node), strength: alone }
    case 'call':
      return { text: callText(node), strength: alone }
    case 'unary':
      return unaryText(node)
    case 'binary':
      return binaryText(node)
    case 'isNull':
    case 'in':
    case 'between':
      return { text: comparisonText(node), strength: comparisonStrength }
  }
}

function callText({ name, arguments: given, where }: Extract<Syntax, { kind: 'call' }>): string {
  const condition = where === null ? '' : `${given.length > 0 ? ' ' : ''}where ${print(where)}`
  return `${name}(${list(given)}${condition})`
}

const unaryText = ({ operator, operand }: Extract<Syntax, { kind: 'unary' }>): Printed =>
  operator === '-'
    ? { text: `-${within(operand, minusStrength + 1)}`, strength: minusStrength }
    : { text: `not ${within(operand, notStrength)}`, strength: notStrength }

function binaryText({ operator, left, right }: Extract<Syntax, { kind: 'binary' }>): Printed {
  const strength = strengths[operator]
  const fromRight = operator === '^'
  const [first, second] = [within(left, strength + (fromRight ? 1 : 0)), within(right, strength + (fromRight ? 0 : 1))]
  return { text: `${first} ${operator} ${second}`, strength }
}

function comparisonText(node: Extract<Syntax, { kind: 'isNull' | 'in' | 'between' }>): string {
  const value = within(node.value, comparisonStrength + 1)
  const not = node.isNegated ? 'not ' : ''
  if (node.kind === 'isNull') return `${value} is ${not}null`
  if (node.kind === 'in') return `${value} ${not}in (${list(node.options)})`
  const [low, high] = [within(node.low, comparisonStrength + 1), within(node.high, comparisonStrength + 1)]
  return `${value} ${not}between ${low} and ${high}`
}

function caseText({ branches, otherwise }: Extract<Syntax, { kind: 'case' }>): string {
  const whens = branches.map(({ when, gives }) => `when ${print(when)} then ${print(gives)}`)
  return ['case', ...whens, ...(otherwise === null ? [] : [`else ${print(otherwise)}`]), 'end'].join(' ')
}
