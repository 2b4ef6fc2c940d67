import { ok, type Result } from '../../result.ts'
import { newFrame, type Frame } from './frame.ts'
import { refuse, type Refused } from './refused.ts'
import type { Token } from './tokenize.ts'

/** A dataset available to SQL. */
export type GateTable = { readonly name: string; readonly rows: number }

/** A refusal, or null if nothing is wrong so far. */
export type Verdict = { readonly ok: false; readonly error: Refused } | null

const deepest = 60

/** The tokens, and what was read before `at`. */
export class Reader {
  at = 0
  readonly tables: ReadonlyMap<string, GateTable>
  /** Names of WITH parts anywhere in the query. */
  readonly parts = new Set<string>()
  /** Datasets that the query reads. */
  readonly used = new Set<string>()
  readonly frames: Frame[] = [newFrame({ open: null, call: null, size: null })]
  readonly #tokens: readonly Token[]

  constructor(tokens: readonly Token[], tables: readonly GateTable[]) {
    this.#tokens = tokens
    this.tables = new Map(tables.map((table) => [table.name, table]))
  }

  get isAtEnd(): boolean {
    return this.at >= this.#tokens.length
  }

  get frame(): Frame {
    const last = this.frames.at(-1)
    if (!last) throw new Error('The frame of the whole query is gone')
    return last
  }

  /** The token at an offset; null outside the statement. */
  peek(by = 0): Token | null {
    return this.#tokens[this.at + by] ?? null
  }

  isSign(by: number, text: string): boolean {
    const token = this.peek(by)
    return token?.kind === 'sign' && token.text === text
  }

  isWord(by: number, text: string): boolean {
    const token = this.peek(by)
    return token?.kind === 'word' && token.text === text
  }

  /** The token after the bracket that closes the one at an offset. */
  behindBracket(by: number): Token | null {
    let depth = 0
    for (let place = this.at + by; place < this.#tokens.length; place++) {
      const token = this.#tokens[place]
      if (token?.kind !== 'sign') continue
      if (token.text === '(') depth += 1
      if (token.text === ')') depth -= 1
      if (depth === 0) return this.#tokens[place + 1] ?? null
    }
    return null
  }

  /** Opens a frame for a bracket. */
  enter(open: Token, about: Partial<Frame>): Verdict {
    if (this.frames.length > deepest) return refuse(open, 'sql/too-deep', { limit: deepest })
    this.frames.push({ ...newFrame({ open, call: null, size: this.frame.size }), ...about })
    return null
  }
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Closes the current frame and returns it. */
export function leave(reader: Reader, close: Token): Result<Frame, Refused> {
  const { open } = reader.frame
  if (!open || closing[open.text] !== close.text) return refuse(close, 'sql/unopened', { found: close.text })
  const left = reader.frame
  reader.frames.pop()
  return ok(left)
}
