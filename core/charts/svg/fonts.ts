/** A file of our typeface: which characters it has, and how bold it is. */
export type FontFile = {
  readonly subset: 'latin' | 'latin-ext' | 'cyrillic'
  readonly weight: 400 | 600
  /** As CSS says it. */
  readonly range: string
}

/** A file of a typeface as it stands in a picture. */
export type EmbeddedFont = FontFile & { readonly base64: string }

const ranges: Readonly<Record<FontFile['subset'], readonly (readonly [from: number, to: number])[]>> = {
  latin: [
    [0x0, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x2000, 0x206f],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2191, 0x2193],
    [0x2212, 0x2215],
  ],
  'latin-ext': [
    [0x100, 0x130],
    [0x132, 0x151],
    [0x154, 0x2ba],
    [0x1e00, 0x1eff],
    [0x20a0, 0x20ab],
    [0x20ad, 0x20c0],
    [0x2113, 0x2113],
  ],
  cyrillic: [
    [0x301, 0x301],
    [0x400, 0x45f],
    [0x490, 0x491],
    [0x4b0, 0x4b1],
    [0x2116, 0x2116],
  ],
}

const hex = (code: number): string => code.toString(16).toUpperCase()
const cssOf = (subset: FontFile['subset']): string =>
  ranges[subset].map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')

const subsetOf = (code: number): FontFile['subset'] | null =>
  (Object.keys(ranges) as FontFile['subset'][]).find((subset) =>
    ranges[subset].some(([from, to]) => code >= from && code <= to),
  ) ?? null

/** Where a file of the typeface is kept, by its name alone. */
export const fileNameOf = ({ subset, weight }: FontFile, format: 'woff' | 'woff2'): string =>
  `geist-${subset}-${weight}-normal.${format}`

type Text = { readonly text: string; readonly isBold: boolean }

/** The files that have the characters of some texts. */
export function fontsFor(texts: readonly Text[]): readonly FontFile[] {
  const needed = new Set<string>()
  for (const { text, isBold } of texts)
    for (const character of text) {
      const subset = subsetOf(character.codePointAt(0) ?? 0)
      if (subset) needed.add(`${subset} ${isBold ? 600 : 400}`)
    }
  return [...needed].map((each): FontFile => {
    const [subset, weight] = each.split(' ') as [FontFile['subset'], string]
    return { subset, weight: weight === '600' ? 600 : 400, range: cssOf(subset) }
  })
}

/** The rules that name the files which stand in a picture. */
export const fontFaces = (fonts: readonly EmbeddedFont[]): string =>
  fonts
    .map(
      ({ weight, range, base64 }) =>
        `@font-face{font-family:'Geist';font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`,
    )
    .join('')
