import type { Column } from '../../table/table.ts'

const bits = new DataView(new ArrayBuffer(8))

function hashOfNumber(value: number): readonly [number, number] {
  if (Number.isNaN(value)) return [1, 1]
  bits.setFloat64(0, value === 0 ? 0 : value)
  return [
    Math.imul(bits.getInt32(0), 0x45d9f3b) ^ bits.getInt32(4),
    Math.imul(bits.getInt32(4), 0x2c1b3c6d) ^ bits.getInt32(0),
  ]
}

/** FNV-1a, twice from different beginnings. */
function hashOfText(text: string): readonly [number, number] {
  let [high, low] = [0x811c9dc5, 0x1b873593]
  for (let at = 0; at < text.length; at++) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x01000193)
    low = Math.imul(low ^ text.charCodeAt(at), 0x85ebca6b)
  }
  return [high, low]
}

/** Two numbers of 32 bits for each row, the same for rows of the same values in these columns. */
export function valueHashes(columns: readonly Column[], rows: number): readonly [Int32Array, Int32Array] {
  const [high, low] = [new Int32Array(rows), new Int32Array(rows)]
  for (const column of columns) {
    const texts = column.type === 'text' ? column.dictionary.map(hashOfText) : []
    for (let row = 0; row < rows; row++) {
      const [one, other] =
        column.type === 'text'
          ? (texts[column.codes[row] as number] ?? ([3, 5] as const))
          : hashOfNumber(column.values[row] as number)
      high[row] = Math.imul((high[row] as number) ^ one, 0x9e3779b1) + 1
      low[row] = Math.imul((low[row] as number) ^ other, 0x7feb352d) + 1
    }
  }
  return [high, low]
}
