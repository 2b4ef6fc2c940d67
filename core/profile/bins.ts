/** What bins are multiples of: a decimal power of a unit, never finer than the finest. */
export type BinUnit = { readonly size: number; readonly finest: number }

/** Bins of one width begin at its multiples; the width is a power of ten of a unit. */
export type Bins = {
  /** The bin a value is in. */
  readonly binOf: (value: number) => number
  /** Where a bin begins. */
  readonly edgeOf: (bin: number) => number
}

/** Bins as wide as `size · 10^power`. */
export function binsOf({ size }: BinUnit, power: number): Bins {
  const width = size * 10 ** power
  // Widths below a unit are divided by, for a tenth is no binary fraction.
  const parts = power < 0 ? 10 ** -power : 1
  const edgeOf = (bin: number): number => (parts > 1 ? (bin / parts) * size : bin * width)
  return {
    edgeOf,
    binOf(value) {
      const bin = Math.floor(parts > 1 ? (value / size) * parts : value / width)
      // The division's rounding may put 0.57 below 57 hundredths.
      if (edgeOf(bin + 1) <= value) return bin + 1
      return edgeOf(bin) > value ? bin - 1 : bin
    },
  }
}
