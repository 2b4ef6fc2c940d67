import { visibleText } from './visible-text.ts'

/** So many characters before the first difference are shown. */
const context = 16
/** Shorter texts are shown from their beginning. */
const shortEnough = 40

/** Where two texts part. */
function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** Two texts from shortly before they part, so that a cell that cuts long texts shows what differs. */
export function textsFromDifference(before: string, after: string): readonly [string, string] {
  const start = firstDifference(before, after) - context
  if (start <= 0 || Math.max(before.length, after.length) <= shortEnough)
    return [visibleText(before), visibleText(after)]
  return [`…${visibleText(before.slice(start))}`, `…${visibleText(after.slice(start))}`]
}
