import { visibleText } from './visible-text.ts'

/** Characters shown before the first difference. */
const context = 16
/** Texts up to this length are shown from the start. */
const shortEnough = 40

/** Index of the first difference. */
function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** Cuts two texts shortly before their first difference, so that a truncated cell shows it. */
export function textsFromDifference(before: string, after: string): readonly [string, string] {
  const start = firstDifference(before, after) - context
  if (start <= 0 || Math.max(before.length, after.length) <= shortEnough)
    return [visibleText(before), visibleText(after)]
  return [`…${visibleText(before.slice(start))}`, `…${visibleText(after.slice(start))}`]
}
