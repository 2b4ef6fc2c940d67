type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** How far from a square the worst tile of a strip would be. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0)
  const [least, most] = [Math.min(...areas), Math.max(...areas)]
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least))
}

/** Puts a strip of tiles along the shorter side of a box. Gives the tiles and what is left of the box. */
function strip(areas: readonly number[], box: Box): { tiles: Box[]; left: Box } {
  const sum = areas.reduce((total, area) => total + area, 0)
  const isWide = box.width >= box.height
  const depth = sum / (isWide ? box.height : box.width)
  let at = isWide ? box.y : box.x
  const tiles = areas.map((area): Box => {
    const length = area / depth
    const start = at
    at += length
    return isWide
      ? { x: box.x, y: start, width: depth, height: length }
      : { x: start, y: box.y, width: length, height: depth }
  })
  const left = isWide
    ? { ...box, x: box.x + depth, width: Math.max(0, box.width - depth) }
    : { ...box, y: box.y + depth, height: Math.max(0, box.height - depth) }
  return { tiles, left }
}

/**
 * Divides a box into tiles as large as their values, as near to squares as can be; values descend.
 * Bruls, Huizing and van Wijk, Squarified Treemaps, 2000.
 */
export function squarify(values: readonly number[], whole: Box): readonly Box[] {
  const sum = values.reduce((total, value) => total + Math.max(0, value), 0)
  if (sum === 0) return values.map(() => ({ ...whole, width: 0, height: 0 }))
  const scale = (whole.width * whole.height) / sum
  const areas = values.map((value) => Math.max(1e-9, value * scale))
  const placed: Box[] = []
  let box: Box = whole
  let row: number[] = []
  for (const area of areas) {
    const side = Math.max(1e-6, Math.min(box.width, box.height))
    if (row.length > 0 && worst([...row, area], side) > worst(row, side)) {
      const { tiles, left } = strip(row, box)
      placed.push(...tiles)
      box = left
      row = []
    }
    row.push(area)
  }
  if (row.length > 0) placed.push(...strip(row, box).tiles)
  return placed
}
