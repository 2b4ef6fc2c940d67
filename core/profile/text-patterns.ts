import type { ValueCount } from './profile.ts'

/** Patterns are computed for this many distinct texts, the first ones. */
const maxTexts = 5000
const longest = 40
const maxShown = 8

/** Replaces letters by `A` and `a` and digits by `9`: `AB-123` is `AA-999`. Long runs become `a+`. */
const patternOf = (text: string): string =>
  `${text
    .slice(0, longest)
    .replaceAll(/\p{Lu}/gu, 'A')
    .replaceAll(/[\p{L}\p{M}]/gu, (letter) => (letter === 'A' ? letter : 'a'))
    .replaceAll(/\p{N}/gu, '9')
    .replaceAll(/a{4,}/g, 'a+')
    .replaceAll(/A{4,}/g, 'A+')
    .replaceAll(/9{11,}/g, '9+')}${text.length > longest ? '…' : ''}`

/** The most frequent patterns and their row counts. */
export function patternsOf(texts: ReadonlyMap<string, number>): ValueCount[] {
  const rows = new Map<string, number>()
  let left = maxTexts
  for (const [text, count] of texts) {
    if (left-- === 0) break
    const pattern = patternOf(text)
    rows.set(pattern, (rows.get(pattern) ?? 0) + count)
  }
  return [...rows]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, maxShown)
}
