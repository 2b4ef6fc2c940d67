import {
  findAggregate,
  findFunction,
  functions,
  type FunctionId,
  functionGroups,
  aggregateParameters,
  signatureOf,
  signatureOfAggregate,
} from './functions/registry.ts'
import { aggregateFunctions, type AggregateId } from './functions/aggregates.ts'
import type { FormulaFunction } from './functions/function.ts'
import { tokensOf, type Token } from './lexer.ts'
import { keywords } from './parser.ts'
import { bracketed } from './print.ts'
import { attempt } from './problem.ts'
import type { Scope } from './scope.ts'

/** One completion. */
type Completion = {
  readonly kind: 'column' | 'measure' | 'function' | 'keyword'
  readonly label: string
  /** Replaces the text from `from` to `to`. */
  readonly insert: string
  readonly detail: string
}

/** The function around the cursor. */
type SignatureHelp = {
  readonly signature: string
  readonly help: string
  readonly example: string
  readonly parameters: readonly string[]
  /** Index of the current parameter, from 0. */
  readonly active: number
}

export type Completions = {
  readonly from: number
  readonly to: number
  readonly items: readonly Completion[]
  readonly signature: SignatureHelp | null
}

const maxItems = 50

/** Completions at a position, best first, and the enclosing function. Never fails. */
export function complete(text: string, position: number, scope: Scope): Completions {
  const at = Math.max(0, Math.min(position, text.length))
  const before = text.slice(0, at)
  const signature = signatureAround(before)
  const open = openBracket(before)
  if (open !== null) {
    const to = text.indexOf(']', at)
    const end = to >= 0 && !/[[\n]/.test(text.slice(at, to)) ? to + 1 : at
    return { from: open, to: end, items: matching(namesOf(scope), before.slice(open + 1)), signature }
  }
  if (isInText(before)) return { from: at, to: at, items: [], signature }
  const word = wordAtEnd(before)
  const rest = /^[\p{L}\p{N}_]*/u.exec(text.slice(at))?.[0] ?? ''
  const items = matching([...namesOf(scope), ...functionItems, ...keywordItems], word)
  return { from: at - word.length, to: at + (word === '' ? 0 : rest.length), items, signature }
}

/** The start of a name at the end of a text; empty if none. */
function wordAtEnd(text: string): string {
  let from = text.length
  while (from > 0 && /[\p{L}\p{N}_]/u.test(text.charAt(from - 1))) from--
  return /[\p{L}_].*/su.exec(text.slice(from))?.[0] ?? ''
}

/** Position of the unclosed bracket; null if none. */
function openBracket(before: string): number | null {
  const open = before.lastIndexOf('[')
  if (open < 0 || before.slice(open).includes(']') || isInText(before.slice(0, open))) return null
  return open
}

/** True inside an unclosed text literal. */
function isInText(before: string): boolean {
  let quote = ''
  for (let at = 0; at < before.length; at++) {
    const character = before.charAt(at)
    const close = character === '[' ? before.indexOf(']', at) : -1
    if (close >= 0) at = close
    else if (quote !== '') quote = character === quote ? '' : quote
    else if (character === "'" || character === '"') quote = character
  }
  return quote !== ''
}

const namesOf = ({ fields, columns, measures }: Scope): Completion[] => [
  ...fields.map(({ name, type }) => item('column', name, bracketed(name), type)),
  ...columns.map(({ name, formula }) => item('column', name, bracketed(name), formula)),
  ...measures.map(({ name, formula }) => item('measure', name, bracketed(name), formula)),
]

const item = (kind: Completion['kind'], label: string, insert: string, detail: string): Completion => ({
  kind,
  label,
  insert,
  detail,
})

const functionItems: readonly Completion[] = [
  ...(Object.keys(aggregateFunctions) as AggregateId[]).map((id) =>
    item('function', id, `${id}(`, `${signatureOfAggregate(id)}. ${aggregateFunctions[id].help}`),
  ),
  ...Object.values(functionGroups)
    .flatMap((group) => Object.keys(group) as FunctionId[])
    .map((id) => item('function', id, `${id}(`, `${signatureOf(id)}. ${functions[id].help}`)),
]

const keywordItems: readonly Completion[] = keywords.map((word) => item('keyword', word, word, ''))

/** Prefix matches of the name, then of a word, then substrings; in scope order. */
function matching(items: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.trim().toLowerCase()
  const rankOf = (label: string): number => {
    const name = label.toLowerCase()
    if (name.startsWith(wanted)) return 0
    if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 1
    return name.includes(wanted) ? 2 : 3
  }
  return items
    .map((one) => ({ one, rank: wanted === '' ? 0 : rankOf(one.label) }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, maxItems)
    .map(({ one }) => one)
}

/** The innermost open function at the end of the text. */
function signatureAround(before: string): SignatureHelp | null {
  const tokens = readable(before)
  const open: { readonly name: string; commas: number }[] = []
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]
    const sign = token.kind === 'symbol' ? token.value : ''
    if (sign === '(') open.push({ name: previous?.kind === 'word' ? previous.value : '', commas: 0 })
    const innermost = open.at(-1)
    if (sign === ')') open.pop()
    else if (sign === ',' && innermost) innermost.commas++
  }
  const innermost = open.findLast(({ name }) => findFunction(name) ?? findAggregate(name))
  return innermost ? helpFor(innermost.name, innermost.commas) : null
}

/** Tokens of a prefix, without an unclosed literal at its end. */
function readable(before: string): readonly Token[] {
  const whole = attempt(() => tokensOf(before))
  if (whole.ok) return whole.value
  const start = attempt(() => tokensOf(before.slice(0, whole.error.from)))
  return start.ok ? start.value : []
}

function helpFor(name: string, commas: number): SignatureHelp {
  const aggregate = findAggregate(name)
  const id = findFunction(name)
  if (aggregate !== null) {
    const parameters = aggregateParameters(aggregate)
    const { help, example } = aggregateFunctions[aggregate]
    return { signature: signatureOfAggregate(aggregate), help, example, parameters, active: within(commas, parameters) }
  }
  const about: FormulaFunction = functions[id as FunctionId]
  const parameters = about.parameters.map((parameter) => parameter.name)
  return {
    signature: signatureOf(id as FunctionId),
    help: about.help,
    example: about.example,
    parameters,
    active: within(commas, parameters),
  }
}

const within = (commas: number, parameters: readonly string[]): number =>
  Math.max(0, Math.min(commas, parameters.length - 1))
