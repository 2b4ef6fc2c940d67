import type { Kernel } from './kernel.ts'
import { toLongerText, toNumber, toText } from './lift-texts.ts'

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** Maps each letter to one letter: letters that would become two stay unchanged, and final sigma is not special. */
const inCase =
  (change: (text: string) => string) =>
  (value: string | number): string => {
    const text = String(value)
    const whole = change(text)
    if (whole.length === text.length && !text.includes('Σ')) return whole
    return Array.from(text, (letter) => {
      const changed = change(letter)
      return [...changed].length === 1 ? changed : letter
    }).join('')
  }

const upper = inCase((text) => text.toUpperCase())
const lower = inCase((text) => text.toLowerCase())

const lettersOf = (text: string): readonly string[] => Array.from(text)

/** Characters from `start` up to but excluding `end`, counted from 1. */
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

function partOf(text: string, separator: string, part: number): string {
  if (separator === '') return part === 1 ? text : ''
  let from = 0
  for (let before = 1; before < part; before++) {
    const end = text.indexOf(separator, from)
    if (end < 0) return ''
    from = end + separator.length
  }
  const end = text.indexOf(separator, from)
  return part < 1 ? '' : text.slice(from, end < 0 ? text.length : end)
}

/** Length of a text after all replacements. */
function lengthReplaced(text: string, search: string, by: string): number {
  if (search === '' || by.length <= search.length) return text.length
  let found = 0
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + search.length)) found++
  return text.length + found * (by.length - search.length)
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 10

function trimmed(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

const searching = (test: (text: string, search: string) => boolean): Kernel =>
  toNumber((text = '', search = '') => Number(test(lower(text), lower(search))))

/** Text functions. */
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
  replace: toLongerText(
    (text, search, by) => replaced(String(text), String(search), String(by)),
    (text, search, by) => lengthReplaced(String(text), String(search), String(by)),
  ),
  contains: searching((text, search) => text.includes(search)),
  starts_with: searching((text, search) => text.startsWith(search)),
  ends_with: searching((text, search) => text.endsWith(search)),
  position: toNumber((text, search) => positionOf(String(text), String(search))),
  split_part: toText((text, separator, part) => partOf(String(text), String(separator), Number(part))),
  concat: toLongerText(
    (...parts) => parts.join(''),
    (...parts) => parts.reduce<number>((sum, part) => sum + String(part).length, 0),
  ),
} as const satisfies Record<string, Kernel>
