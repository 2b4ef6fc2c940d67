import type { TextRange } from '../gate/refused.ts'
import type { Token } from '../gate/tokenize.ts'
import { noCounterpart, unexpected } from './unread.ts'

const deepest = 60

/** Keywords that end an expression and cannot be its alias. */
const reserved: ReadonlySet<string> = new Set(
  `from where group having order limit offset union except intersect qualify window and or not in is like ilike between
  as on using join left right full inner cross natural then when else end asc desc nulls case select distinct filter
  fetch collate`.split(/\s+/),
)

/** A cursor over the tokens of a statement. */
export class Tokens {
  readonly sql: string
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(sql: string, tokens: readonly Token[]) {
    this.sql = sql
    this.#tokens = tokens
  }

  get next(): Token | null {
    return this.#tokens[this.#at] ?? null
  }

  peek(by: number): Token | null {
    return this.#tokens[this.#at + by] ?? null
  }

  /** The place of the next token, or of the end. */
  get place(): TextRange {
    return this.next ?? { from: this.sql.length, to: this.sql.length }
  }

  /** The place from a start to the end of the last token taken. */
  since({ from }: TextRange): TextRange {
    return { from, to: this.#tokens[this.#at - 1]?.to ?? from }
  }

  is(text: string, by = 0): boolean {
    const token = this.peek(by)
    return (token?.kind === 'word' || token?.kind === 'sign') && token.text === text
  }

  /** True if these words or signs come next. */
  are(...texts: readonly string[]): boolean {
    return texts.every((text, by) => this.is(text, by))
  }

  /** Takes them if all come next. */
  take(...texts: readonly string[]): boolean {
    if (!this.are(...texts)) return false
    this.#at += texts.length
    return true
  }

  need(text: string, wanted: string): void {
    if (!this.take(text)) this.unexpected(wanted)
  }

  takeAny(): Token {
    const token = this.next
    if (!token) return this.unexpected('Write the rest of it.')
    this.#at += 1
    return token
  }

  /** Takes a name as written. */
  name(): string | null {
    const token = this.next
    if (!token || !(token.kind === 'name' || (token.kind === 'word' && !reserved.has(token.text)))) return null
    this.#at += 1
    return token.kind === 'name' ? token.text : this.sql.slice(token.from, token.to)
  }

  needName(wanted: string): string {
    return this.name() ?? this.unexpected(wanted)
  }

  unexpected(wanted: string): never {
    const token = this.next
    const found = token
      ? `“${this.sql.slice(token.from, token.to).slice(0, 40)}” does not fit here.`
      : 'The SQL ends too early.'
    return unexpected(this.place, found, wanted)
  }

  /** Parses one bracket level deeper, up to the nesting limit. */
  within<Value>(work: () => Value): Value {
    this.#depth += 1
    if (this.#depth > deepest) noCounterpart(this.place, 'What is nested so deeply', 'Write it with fewer brackets.')
    const found = work()
    this.#depth -= 1
    return found
  }
}
