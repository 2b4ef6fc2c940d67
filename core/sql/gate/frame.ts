import type { Token } from './tokenize.ts'

/** The clause being read; `with` before the query begins, `ended` between the parts of a UNION. */
type Clause = 'none' | 'with' | 'select' | 'from' | 'rest' | 'ended'

/** State of one bracket while it is read. */
export type Frame = {
  readonly open: Token | null
  /** The function whose arguments the bracket contains, or null. */
  readonly call: string | null
  /** Limit on number literals, set by an enclosing call that generates output of that size. */
  readonly size: { readonly name: string; readonly limit: number } | null
  isQuery: boolean
  clause: Clause
  /** True if a dataset must follow. */
  needsTable: boolean
  /** True if the name of a WITH part must follow. */
  needsPart: boolean
  /** True inside a join condition. */
  inCondition: boolean
  isPivot: boolean
  isRecursive: boolean
  /** The WITH part whose body must follow. */
  namedPart: Token | null
  /** The WITH part of which this is the body, if it may be recursive. */
  part: Token | null
  readsItself: boolean
  hasFilter: boolean
  /** Row pairs so far, and how the next dataset is joined. */
  pairs: number
  joins: 'paired' | 'matched'
}

export const newFrame = (about: Pick<Frame, 'open' | 'call' | 'size'>): Frame => ({
  ...about,
  isQuery: false,
  clause: 'none',
  needsTable: false,
  needsPart: false,
  inCondition: false,
  isPivot: false,
  isRecursive: false,
  namedPart: null,
  part: null,
  readsItself: false,
  hasFilter: false,
  pairs: 1,
  joins: 'paired',
})
