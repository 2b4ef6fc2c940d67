import type { Measure } from './drawing.ts'

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A text that fits a width, cut between characters; empty where not even one would fit. */
export function cutText(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const parts = Array.from(segments.segment(text.slice(0, 400)), ({ segment }) => segment)
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (measure(`${parts.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : `${parts.slice(0, low).join('').trimEnd()}…`
}

/** A text in lines that fit a width, broken between words; a word that fits no line is cut. */
export function linesWithin(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).slice(0, 400)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].map((each) => cutText(each, width, measure))
}

/** How wide the widest text is, in whole pixels. */
export const widestOf = (texts: readonly string[], measure: Measure): number =>
  Math.ceil(texts.reduce((widest, text) => Math.max(widest, measure(text)), 0))

/** Places along a line, moved apart until none is nearer to the next than a distance; they stay in order. */
export function spread(wanted: readonly number[], distance: number, end: number): readonly number[] {
  const order = wanted.map((_, at) => at).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))
  const placed: number[] = wanted.map(() => 0)
  let last = -Infinity
  for (const at of order) placed[at] = last = Math.max(wanted[at] ?? 0, last + distance)
  let next = end + distance
  for (const at of order.reverse()) placed[at] = next = Math.min(placed[at] ?? 0, next - distance)
  return placed
}

/** Rounds to a tenth of a pixel, which keeps paths short. */
export const px = (value: number): number => Math.round(value * 10) / 10
