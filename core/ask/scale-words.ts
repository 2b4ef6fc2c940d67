const sizes: readonly (readonly [size: number, words: string, short: string])[] = [
  [1e3, 'thousand thousands', 'k'],
  [1e6, 'million millions', 'mn mm'],
  [1e9, 'billion billions', 'bn'],
]
const ends = ['', ' of dollars', ' of euros', ' of pounds', ' dollars', ' euros', ' pounds', ' usd', ' eur']

/** `in millions`, `in thousands of dollars`: phrases that say how figures are to be told. */
export const scalePhrases: readonly (readonly [phrase: string, size: number])[] = sizes.flatMap(
  ([size, words, short]) => [
    ...words.split(' ').flatMap((word) => ends.map((end) => [`in ${word}${end}`, size] as const)),
    ...words.split(' ').map((word) => [`in usd ${word}`, size] as const),
    ...short.split(' ').map((word) => [`in ${word}`, size] as const),
  ],
)

/** `millions`: how a figure that is told so is called. */
export const nameOfScale = (size: number): string => sizes.find(([own]) => own === size)?.[1].split(' ')[1] ?? ''
