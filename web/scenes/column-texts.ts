import type { SceneColumn } from '#core/charts/scenes.ts'
import { writeCell } from '#core/charts/write-cell.ts'
import type { Cell } from '#core/table/table.ts'

/** From here on, decimals are not written, so there is nothing to line up. */
const large = 10_000

const decimalsOf = (text: string): number => /\.(\d+)\D*$/.exec(text)?.[1]?.length ?? 0

/** `1.9` beside `1.87` becomes `1.90`. */
function padded(text: string, decimals: number): string {
  const missing = decimals - decimalsOf(text)
  if (missing <= 0 || !/\d/.test(text)) return text
  const zeros = '0'.repeat(missing)
  return decimals === missing ? text.replace(/(\d)(\D*)$/, `$1.${zeros}$2`) : text.replace(/(\d)(\D*)$/, `$1${zeros}$2`)
}

/** The cells of one column as people read them; decimals line up where all numbers are written with some. */
export function columnTexts(cells: readonly Cell[], column: SceneColumn): string[] {
  const { type } = column
  const texts = cells.map((cell) => writeCell(cell, column))
  const isLarge = cells.some((cell) => typeof cell === 'number' && Math.abs(cell) >= large)
  if (type !== 'decimal' || isLarge) return texts
  const decimals = Math.max(0, ...texts.map(decimalsOf))
  return decimals > 3 ? texts : texts.map((text) => padded(text, decimals))
}
