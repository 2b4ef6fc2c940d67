import type { Budget } from '../../budget.ts'
import { ownValue } from '../../own-value.ts'

/** What is told while XML is scanned; names come without their prefix. */
export type XmlHandler = {
  /** `tag` is all between the angle brackets; an empty element is closed at once. */
  readonly open: (name: string, tag: string) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entity(all: string, name: string): string {
  if (!name.startsWith('#')) return ownValue(named, name) ?? all
  const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
}

const decodeEntities = (text: string): string => (text.includes('&') ? text.replaceAll(/&(#?\w+);/g, entity) : text)

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** An attribute's value, whatever its prefix. */
export function attributeOf(tag: string, name: string): string | null {
  const wanted = `${name}=`
  for (let at = tag.indexOf(wanted); at > 0; at = tag.indexOf(wanted, at + 1)) {
    const before = tag.charCodeAt(at - 1)
    if (before > 32 && before !== 58) continue
    const quote = tag[at + wanted.length] ?? ''
    const end = tag.indexOf(quote, at + wanted.length + 1)
    return decodeEntities(tag.slice(at + wanted.length + 1, end))
  }
  return null
}

/** The bracket that ends a tag, past any that stand within quotes; −1 while it has not arrived. */
function endOfTag(text: string, from: number): number {
  let quote = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return at
  }
  return -1
}

const longestTag = 1 << 20
const shortTag = 1 << 16
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Tells the elements and texts of XML that arrives in pieces. */
class XmlScanner {
  readonly #handler: XmlHandler
  readonly #decoder = new TextDecoder('utf-8')
  #text = ''
  #at = 0
  /** A long element that has not arrived whole is looked at again only when there is twice as much of it. */
  #wanted = 0

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  push(bytes: Uint8Array): void {
    this.#text = this.#text.slice(this.#at) + this.#decoder.decode(bytes, { stream: true })
    this.#at = 0
  }

  /** Tells what has arrived, until it is time to rest; returns whether there is more. */
  tell(budget: Budget): boolean {
    const text = this.#text
    while (text.length - this.#at >= this.#wanted) {
      if (budget.isDue) return true
      const bracket = text.indexOf('<', this.#at)
      const next = bracket < 0 ? -1 : this.#element(text, bracket)
      if (next < 0) {
        this.#wait()
        return false
      }
      if (bracket > this.#at) this.#handler.text(decodeEntities(text.slice(this.#at, bracket)))
      this.#tell(text, bracket, next)
      this.#at = next
      this.#wanted = 0
    }
    return false
  }

  #wait(): void {
    const length = this.#text.length - this.#at
    if (length > longestTag * 4) throw new Error('its XML is damaged')
    this.#wanted = length > shortTag ? length * 2 : 0
  }

  /** All has arrived. */
  end(): void {
    this.#wanted = 0
  }

  /** Where the element that begins at a bracket ends; −1 while its end has not arrived. */
  #element(text: string, bracket: number): number {
    const aside = asides.find(([begin]) => text.startsWith(begin, bracket))
    if (aside) {
      const end = text.indexOf(aside[1], bracket + aside[0].length)
      return end < 0 ? -1 : end + aside[1].length
    }
    return endOfTag(text, bracket + 1) + 1 || -1
  }

  #tell(text: string, bracket: number, end: number): void {
    const mark = text.charCodeAt(bracket + 1)
    if (mark === 63) return
    if (mark === 33) {
      if (text.startsWith('<![CDATA[', bracket)) this.#handler.text(text.slice(bracket + 9, end - 3))
      return
    }
    if (mark === 47) return this.#handler.close(localName(text.slice(bracket + 2, end - 1)))
    const isEmpty = text.charCodeAt(end - 2) === 47
    const tag = text.slice(bracket + 1, end - (isEmpty ? 2 : 1))
    const name = localName(tag)
    this.#handler.open(name, tag)
    if (isEmpty) this.#handler.close(name)
  }
}

function localName(tag: string): string {
  let [from, at] = [0, 0]
  for (; at < tag.length && tag.charCodeAt(at) > 32; at++) if (tag.charCodeAt(at) === 58) from = at + 1
  return tag.slice(from, at)
}

/** Tells all of some XML, yielding now and then, so that who listens can hand on what has come. */
export async function* scanXml(
  chunks: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  budget: Budget,
): AsyncGenerator<void> {
  const scanner = new XmlScanner(handler)
  async function* told(): AsyncGenerator<void> {
    while (scanner.tell(budget)) {
      yield
      await budget.rest()
    }
    yield
  }
  for await (const bytes of chunks) {
    scanner.push(bytes)
    yield* told()
  }
  scanner.end()
  yield* told()
}
