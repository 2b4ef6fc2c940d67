/** Takes the values of one record: null is no value. A path names nested objects with dots. */
export type ValueSink = (path: string, text: string | null) => void

const deepest = 200
/** Names of names within names, longer than any column's. */
const longestPath = 4000
const word = /[-+.\w]*/y
const number = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/
const plain: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** Reads JSON text value by value, without turning numbers into floats: what is written is what is kept. */
export class JsonText {
  at = 0
  readonly text: string
  readonly #found = { '"': -1, '\\': -1 }

  constructor(text: string) {
    this.text = text
  }

  /** The next character that is no space; empty at the end. */
  peek(): string {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++
    return this.text[this.at] ?? ''
  }

  expect(mark: string): void {
    if (this.peek() !== mark) this.#stop()
    this.at++
  }

  #stop(): never {
    throw new SyntaxError(`it is no JSON at character ${this.at + 1}`)
  }

  /** A value flattened: members of objects by dotted path, lists as their text. */
  flatten(path: string, sink: ValueSink, depth = 0): void {
    if (depth > deepest || path.length > longestPath) this.#stop()
    if (this.peek() !== '{') return sink(path, this.scalar())
    let isEmpty = true
    this.members((name) => {
      isEmpty = false
      this.flatten(path === '' ? name : `${path}.${name}`, sink, depth + 1)
    })
    if (isEmpty && path !== '') sink(path, null)
  }

  /** Calls back at the value of each member of an object; the callback must read it. */
  members(read: (name: string) => void): void {
    this.expect('{')
    if (this.#ends('}')) return
    do {
      read(this.#name())
    } while (this.#goesOn('}'))
  }

  #name(): string {
    if (this.peek() !== '"') this.#stop()
    const name = this.#string()
    this.expect(':')
    return name
  }

  /** As `members`, one at a time. */
  *names(): Generator<string, void, void> {
    this.expect('{')
    if (this.#ends('}')) return
    do yield this.#name()
    while (this.#goesOn('}'))
  }

  /** Calls back at each element of a list; the callback must read it. */
  elements(read: () => void): void {
    this.expect('[')
    if (this.#ends(']')) return
    do read()
    while (this.#goesOn(']'))
  }

  /** As `elements`, one at a time. */
  *places(): Generator<void, void, void> {
    this.expect('[')
    if (this.#ends(']')) return
    do yield
    while (this.#goesOn(']'))
  }

  #ends(mark: string): boolean {
    if (this.peek() !== mark) return false
    this.at++
    return true
  }

  #goesOn(mark: string): boolean {
    const next = this.peek()
    if (next !== ',' && next !== mark) this.#stop()
    this.at++
    return next === ','
  }

  /** Text of a value: strings without quotes, numbers as written, lists and objects as JSON; null for null. */
  scalar(): string | null {
    const first = this.peek()
    if (first === '"') return this.#string()
    const from = this.at
    if (first === '[' || first === '{') {
      this.skip(0)
      return onOneLine(this.text.slice(from, this.at))
    }
    word.lastIndex = from
    const text = word.exec(this.text)?.[0] ?? ''
    this.at += text.length
    if (text === 'null' || text === 'NaN') return null
    if (text !== 'true' && text !== 'false' && !number.test(text)) {
      this.at = from
      this.#stop()
    }
    return text
  }

  /** Passes over a value. */
  skip(depth: number): void {
    if (depth > deepest) this.#stop()
    const first = this.peek()
    if (first === '{') this.members(() => this.skip(depth + 1))
    else if (first === '[') this.elements(() => this.skip(depth + 1))
    else this.scalar()
  }

  #string(): string {
    this.at++
    let text = ''
    for (;;) {
      const quote = this.#next('"')
      if (quote === this.text.length) this.#stop()
      const escape = this.#next('\\')
      if (escape > quote) {
        text += this.text.slice(this.at, quote)
        this.at = quote + 1
        return text
      }
      text += this.text.slice(this.at, escape)
      this.at = escape + 1
      text += this.#escaped()
    }
  }

  /** Where the next quote or backslash stands; looked for once, however often it is asked for on the way there. */
  #next(mark: '"' | '\\'): number {
    if (this.#found[mark] < this.at) {
      const found = this.text.indexOf(mark, this.at)
      this.#found[mark] = found < 0 ? this.text.length : found
    }
    return this.#found[mark]
  }

  #escaped(): string {
    const mark = this.text[this.at++] ?? ''
    if (mark !== 'u') return plain[mark] ?? mark
    const code = this.text.slice(this.at, this.at + 4)
    if (!/^[0-9a-fA-F]{4}$/.test(code)) this.#stop()
    this.at += 4
    return String.fromCharCode(Number.parseInt(code, 16))
  }
}

/** JSON without its line breaks, and the indents around them. */
const onOneLine = (json: string): string =>
  json.includes('\n') ? json.replaceAll(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks)) : json
