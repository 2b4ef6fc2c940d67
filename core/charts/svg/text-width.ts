import type { Measure } from '../drawing/drawing.ts'
import { glyphWidths } from './glyph-widths.ts'

const widths = new Map<number, number>(
  glyphWidths.flatMap(([from, list]) => list.split(' ').map((width, at) => [from + at, Number(width)] as const)),
)

/** Marks that stand on the character before, and what joins characters. */
const isMark = /^[\p{M}\u200B-\u200F\u202A-\u202E\u2060-\u2064]$/u
/** Scripts whose characters fill a square, and pictures. */
const isSquare =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\u3000-\u303F\uFF00-\uFFEF]$/u
const other = 600

/** In thousandths of the size. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  const known = widths.get(code)
  if (known !== undefined) return known
  if (isMark.test(character)) return 0
  return isSquare.test(character) ? 1000 : other
}

/** Of labels, in pixels. */
export const labelSize = 11

/** How wide a label is in our typeface, in pixels; estimated for scripts that the typeface lacks. */
export function labelWidth(text: string): number {
  let sum = 0
  for (const character of text) sum += widthOf(character)
  return (sum / 1000) * labelSize
}

/** Measures texts of another size. */
export const measureAt =
  (size: number): Measure =>
  (text) =>
    (labelWidth(text) / labelSize) * size
