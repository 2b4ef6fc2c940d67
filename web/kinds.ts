/** The kinds of file that can be read, from the registry of readers: the build puts them here, without the readers. */
declare const builtReaders: readonly string[]

/** What most people bring; the rest is told in smaller words. */
const usual: readonly string[] = ['CSV', 'Excel', 'JSON']

const list = (titles: readonly string[], type: Intl.ListFormatType): string =>
  new Intl.ListFormat('en-GB', { type }).format(titles)

/** `CSV, Excel or JSON` */
export const usualKinds = list(
  usual.filter((title) => builtReaders.includes(title)),
  'disjunction',
)

/** Archives are called by words that begin small, and come last. */
const beginsSmall = (title: string): number => Number(title.charAt(0) === title.charAt(0).toLowerCase())

/** `Parquet, Arrow, SQLite and zip` */
export const moreKinds = list(
  builtReaders.filter((title) => !usual.includes(title)).toSorted((a, b) => beginsSmall(a) - beginsSmall(b)),
  'conjunction',
)
