import { fail } from '../../errors.ts'
import type { Token } from './lexer.ts'
import { refuse, type Span } from './problem.ts'
import { type BinaryOperator, binaryOperators, type Branch, type Syntax } from './syntax.ts'
import { ownValue } from '../../own-value.ts'

/** Binding strength of each operator. */
export const strengths: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  '=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '&': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
  '^': 9,
}
export const notStrength = 3
export const comparisonStrength = 4
export const minusStrength = 8

/** Words that are names only in brackets. */
export const keywords = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'is',
  'null',
  'true',
  'false',
  'case',
  'where',
  'when',
  'then',
  'else',
  'end',
] as const

const reserved: ReadonlySet<string> = new Set(keywords)
const operators: ReadonlySet<string> = new Set(binaryOperators)
const isOperator = (value: string): value is BinaryOperator => operators.has(value)

/** Maximum nesting; protects the stack from hostile text. */
const deepest = 60
/** Maximum consecutive operators. */
const mostOperators = 500

const join = (from: Span, to: Span): Span => ({ from: from.from, to: to.to })

/** A Pratt parser over a formula's tokens. */
export class Parser {
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0
  #operators = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  whole(): Syntax {
    const node = this.#expression(0)
    if (this.#next.kind !== 'end') this.#unexpected('Put an operator such as + or and before it, or take it out.')
    return node
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] as Token
  }

  #take(): Token {
    const token = this.#next
    this.#at++
    return token
  }

  /** Symbols and keywords in lower case; null for names and values. */
  #sign(token = this.#next): string {
    if (token.kind === 'symbol') return token.value
    const word = token.kind === 'word' ? token.value.toLowerCase() : ''
    return reserved.has(word) ? word : ''
  }

  #takeSign(sign: string): boolean {
    if (this.#sign() !== sign) return false
    this.#at++
    return true
  }

  #need(sign: string, why: string): Token {
    if (this.#sign() !== sign) this.#unexpected(why)
    return this.#take()
  }

  #unexpected(wanted: string): never {
    const token = this.#next
    const found = token.kind === 'end' ? 'The formula ends too early.' : `“${shown(token)}” does not fit here.`
    return refuse(token, fail('formula/syntax', { found, wanted }))
  }

  #expression(strength: number): Syntax {
    if (++this.#depth > deepest) {
      refuse(this.#next, fail('formula/too-large', { reason: 'The formula is nested too deeply.' }))
    }
    let left = this.#prefix()
    for (let more: Syntax | null = left; more !== null; more = this.#infix(left, strength)) left = more
    this.#depth--
    return left
  }

  #infix(left: Syntax, strength: number): Syntax | null {
    const sign = this.#sign()
    if (isOperator(sign)) {
      const own = strengths[sign]
      if (own <= strength) return null
      this.#countOperator()
      this.#take()
      // Powers are right-associative: 2 ^ 3 ^ 2 is 2 ^ 9.
      const right = this.#expression(sign === '^' ? own - 1 : own)
      return { kind: 'binary', operator: sign, left, right, ...join(left, right) }
    }
    return strength < comparisonStrength ? this.#comparison(left, sign) : null
  }

  #countOperator(): void {
    if (++this.#operators <= mostOperators) return
    const reason = `The formula has more than ${mostOperators} operators.`
    refuse(this.#next, fail('formula/too-large', { reason }))
  }

  #comparison(value: Syntax, sign: string): Syntax | null {
    if (sign === 'is') {
      this.#countOperator()
      this.#take()
      const isNegated = this.#takeSign('not')
      const end = this.#need('null', 'Write is null or is not null.')
      return { kind: 'isNull', value, isNegated, ...join(value, end) }
    }
    const isNegated = sign === 'not'
    const following = isNegated ? this.#sign(this.#tokens[this.#at + 1]) : sign
    if (following !== 'in' && following !== 'between') return null
    this.#at += isNegated ? 2 : 1
    return following === 'in' ? this.#in(value, isNegated) : this.#between(value, isNegated)
  }

  #in(value: Syntax, isNegated: boolean): Syntax {
    this.#need('(', 'Write the values in parentheses, as in in (1, 2).')
    const options = [this.#expression(0)]
    while (this.#takeSign(',')) options.push(this.#expression(0))
    const end = this.#need(')', 'Close the list of values with ).')
    return { kind: 'in', value, options, isNegated, ...join(value, end) }
  }

  #between(value: Syntax, isNegated: boolean): Syntax {
    const low = this.#expression(comparisonStrength)
    this.#need('and', 'Write between … and ….')
    const high = this.#expression(comparisonStrength)
    return { kind: 'between', value, low, high, isNegated, ...join(value, high) }
  }

  #prefix(): Syntax {
    const token = this.#next
    const sign = this.#sign()
    if (sign !== '') return this.#signed(token, sign)
    this.#take()
    switch (token.kind) {
      case 'number':
      case 'text':
        return { kind: 'literal', value: token.value, from: token.from, to: token.to }
      case 'bracketed':
        return { kind: 'name', name: token.value, isBracketed: true, from: token.from, to: token.to }
      case 'word':
        return this.#takeSign('(')
          ? this.#call(token)
          : { kind: 'name', name: token.value, isBracketed: false, from: token.from, to: token.to }
      default:
        this.#at--
        return this.#unexpected('Put a column, a number, a text or a function here.')
    }
  }

  #signed(token: Token, sign: string): Syntax {
    const literals: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }
    const literal = ownValue(literals, sign)
    if (literal !== undefined) {
      this.#take()
      return { kind: 'literal', value: literal, from: token.from, to: token.to }
    }
    if (sign === '(' || sign === '+') return this.#plain(sign)
    if (sign === '-' || sign === 'not') {
      this.#take()
      const operand = this.#expression(sign === '-' ? minusStrength : notStrength)
      return { kind: 'unary', operator: sign, operand, ...join(token, operand) }
    }
    if (sign === 'case') return this.#case()
    return this.#unexpected('Put a column, a number, a text or a function here.')
  }

  #plain(sign: string): Syntax {
    this.#take()
    if (sign === '+') return this.#expression(minusStrength)
    const inner = this.#expression(0)
    this.#need(')', 'Close the parenthesis with ).')
    return inner
  }

  #case(): Syntax {
    const start = this.#take()
    const subject = this.#sign() === 'when' ? null : this.#expression(0)
    const branches: Branch[] = []
    while (this.#takeSign('when')) {
      const when = this.#expression(0)
      this.#need('then', 'Write then and what it is in this case.')
      branches.push({ when: subject === null ? when : equal(subject, when), gives: this.#expression(0) })
    }
    if (branches.length === 0) this.#unexpected('Write when, a condition, then and a value.')
    const otherwise = this.#takeSign('else') ? this.#expression(0) : null
    const end = this.#need('end', 'Close it with end.')
    return { kind: 'case', branches, otherwise, ...join(start, end) }
  }

  #call(name: Token): Syntax {
    const given: Syntax[] = []
    // count(*), as in SQL.
    if (this.#sign() === '*' && this.#sign(this.#tokens[this.#at + 1]) === ')') this.#take()
    if (this.#sign() !== ')' && this.#sign() !== 'where') {
      given.push(this.#expression(0))
      while (this.#takeSign(',')) given.push(this.#expression(0))
    }
    const where = this.#takeSign('where') ? this.#expression(0) : null
    const end = this.#need(')', 'Close the function with ), or put a comma between its arguments.')
    const nameSpan = { from: name.from, to: name.to }
    return { kind: 'call', name: String(name.value), nameSpan, arguments: given, where, ...join(name, end) }
  }
}

const shown = (token: Token): string =>
  token.kind === 'text' || token.kind === 'bracketed' ? token.value.slice(0, 40) : String(token.value)

const equal = (left: Syntax, right: Syntax): Syntax => ({
  kind: 'binary',
  operator: '=',
  left,
  right,
  from: right.from,
  to: right.to,
})
