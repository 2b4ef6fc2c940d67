import type { Kernel } from './kernel.ts'
import { toNumber, toText } from './lift-texts.ts'

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** Letter by letter: one that would become two stays. */
const inCase =
  (change: (text: string) => string) =>
  (value: string | number): string => {
    const text = String(value)
    if (isAscii(text)) return change(text)
    return Array.from(text, (letter) => {
      const changed = change(letter)
      return [...changed].length === 1 ? changed : letter
    }).join('')
  }

const upper = inCase((text) => text.toUpperCase())
const lower = inCase((text) => text.toLowerCase())

const lettersOf = (text: string): readonly string[] => Array.from(text)

/** The letters from a place up to but not including another, both counted from 1. */
function between(value: string | number, start: number, end: number): string {
  const text = String(value)
  const [from, to] = [Math.max(start, 1) - 1, Math.max(end, 1) - 1]
  if (to <= from) return ''
  return isAscii(text) ? text.slice(from, to) : lettersOf(text).slice(from, to).join('')
}

const whole = (value: string | number | undefined): number => Math.trunc(Number(value))

const lengthOf = (value: string | number): number => {
  const text = String(value)
  return isAscii(text) ? text.length : lettersOf(text).length
}

const left = (text: string | number, length: number): string => between(text, 1, 1 + Math.max(0, length))

const right = (text: string | number, length: number): string => {
  const all = lengthOf(text)
  return between(text, all - Math.max(0, length) + 1, all + 1)
}

const substring = (text: string | number, start: number, length: number): string =>
  between(text, start, start + Math.max(0, length))

const positionOf = (text: string, search: string): number => {
  const at = text.indexOf(search)
  return at < 0 ? 0 : lengthOf(text.slice(0, at)) + 1
}

const replaced = (text: string, search: string, by: string): string =>
  search === '' ? text : text.split(search).join(by)

const partOf = (text: string, separator: string, part: number): string =>
  (separator === '' ? [text] : text.split(separator))[part - 1] ?? ''

const trimmed = (text: string): string => text.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+$/, '')

const searching = (test: (text: string, search: string) => boolean): Kernel =>
  toNumber((text = '', search = '') => Number(test(lower(text), lower(search))))

/** Functions of text. */
export const textKernels = {
  upper: toText((text = '') => upper(text)),
  lower: toText((text = '') => lower(text)),
  trim: toText((text) => trimmed(String(text))),
  left: toText((text = '', length) => left(text, whole(length))),
  right: toText((text = '', length) => right(text, whole(length))),
  substring: toText((text = '', start, length) =>
    substring(text, whole(start), length === undefined ? Number.MAX_SAFE_INTEGER : whole(length)),
  ),
  length: toNumber((text = '') => lengthOf(text)),
  replace: toText((text, search, by) => replaced(String(text), String(search), String(by))),
  contains: searching((text, search) => text.includes(search)),
  starts_with: searching((text, search) => text.startsWith(search)),
  ends_with: searching((text, search) => text.endsWith(search)),
  position: toNumber((text, search) => positionOf(String(text), String(search))),
  split_part: toText((text, separator, part) => partOf(String(text), String(separator), Number(part))),
  concat: toText((...parts) => parts.join('')),
} as const satisfies Record<string, Kernel>
