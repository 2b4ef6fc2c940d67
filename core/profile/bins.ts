/** Unit of bin widths: widths are `size` times a power of ten, at least `finest`. */
export type BinUnit = { readonly size: number; readonly finest: number }

/** Bins that start at multiples of their width. */
export type Bins = {
  /** The bin of a value. */
  readonly binOf: (value: number) => number
  /** The lower edge of a bin. */
  readonly edgeOf: (bin: number) => number
}

/** Bins of width `size · 10^power`. */
export function binsOf({ size }: BinUnit, power: number): Bins {
  const width = size * 10 ** power
  // Widths below a unit divide, because 0.1 is not exact in binary.
  const parts = power < 0 ? 10 ** -power : 1
  const edgeOf = (bin: number): number => (parts > 1 ? (bin / parts) * size : bin * width)
  return {
    edgeOf,
    binOf(value) {
      const bin = Math.floor(parts > 1 ? (value / size) * parts : value / width)
      // Rounding of the division may put 0.57 below 57 hundredths.
      if (edgeOf(bin + 1) <= value) return bin + 1
      return edgeOf(bin) > value ? bin - 1 : bin
    },
  }
}
