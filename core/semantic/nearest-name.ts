/** The name most similar to a mistyped one, or null if none is close. Ignores case, spaces and punctuation. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const plainWanted = plain(wanted)
  let best: { name: string; distance: number } | null = null
  for (const name of names) {
    const plainName = plain(name)
    const distance = distanceBetween(plainWanted, plainName)
    if (distance <= allowance(plainWanted, plainName) && distance < (best?.distance ?? Infinity))
      best = { name, distance }
  }
  return best?.name ?? names.find((name) => overlaps(plain(name), plainWanted)) ?? null
}

const plain = (text: string): string =>
  text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const allowance = (a: string, b: string): number => Math.max(1, Math.floor(Math.min(a.length, b.length) / 3))

const overlaps = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a))

/** Edit distance with insertions, deletions, replacements and transpositions. */
function distanceBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  for (let row = 1; row <= a.length; row++) {
    rows.push([row])
    for (let column = 1; column <= b.length; column++) {
      const replaced = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const swapped = isSwap(a, b, [row, column]) ? at(row - 2, column - 2) + 1 : replaced
      rows[row]?.push(Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced, swapped))
    }
  }
  return at(a.length, b.length)
}

const isSwap = (a: string, b: string, [row, column]: readonly [number, number]): boolean =>
  row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
