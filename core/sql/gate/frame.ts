import type { Token } from './tokenize.ts'

/** Which part of a query is being read; `with` before it has begun, `ended` between it and the next of a UNION. */
type Clause = 'none' | 'with' | 'select' | 'from' | 'rest' | 'ended'

/** What stands between two brackets, as far as it has been read. */
export type Frame = {
  readonly open: Token | null
  /** The function whose arguments these are, or null. */
  readonly call: string | null
  /** How large a number may be here, for some function around makes so many of something. */
  readonly size: { readonly name: string; readonly limit: number } | null
  isQuery: boolean
  clause: Clause
  /** Is a dataset to follow? */
  needsTable: boolean
  /** Is the name of a part of a WITH to follow? */
  needsPart: boolean
  /** Inside the condition of a join. */
  inCondition: boolean
  isPivot: boolean
  isRecursive: boolean
  /** The part of a WITH whose body is to follow. */
  namedPart: Token | null
  /** The part of a WITH that this is the body of, where it may read itself. */
  part: Token | null
  readsItself: boolean
  hasFilter: boolean
  /** Rows that are paired with one another so far, and how the next dataset comes to them. */
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
