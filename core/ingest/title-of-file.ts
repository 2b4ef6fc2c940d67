import type { ReadChoices } from './choices.ts'

const longest = 120

/** Short forms with a vowel that are written in capitals. */
const shortForms = new Set('nyc usa uk eu un gdp cpi id url api imdb faa nasa aws ibm iso sku roi kpi'.split(' '))

/** A word of two to four consonants is a short form, too: `hr`, `sql`, `gdpr`. */
const isShortForm = (word: string): boolean => shortForms.has(word) || /^[b-df-hj-np-tv-xz]{2,4}$/.test(word)

/** A copy of a file is not another thing: `orders (1)`, `orders - Copy`. */
const copyMark = / ?\(\d{1,2}\)$| - copy$/iu

/** What a table is called until its owner names it: `nyc_orders_2024 (1).csv` is called `NYC orders 2024`. */
export function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/u, '')
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
    .replace(copyMark, '')
    .replace(/(?<![\p{L}\p{N}.])\p{Ll}+(?![\p{L}\p{N}])/gu, (word) => (isShortForm(word) ? word.toUpperCase() : word))
  const isPlain = /^[\p{Ll}\p{M}]+(?![\p{L}\p{M}])/u.test(words)
  const title = isPlain ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return title.slice(0, longest) || fileName.slice(0, longest)
}

/** What a table is called; one part of a file that was chosen, such as a sheet, bears both names: `Customers (Budget 2024)`. */
export function titleOf(fileName: string, { sheet }: Pick<ReadChoices, 'sheet'>): string {
  const title = titleOfFile(fileName)
  if (typeof sheet !== 'string') return title
  return `${sheet.trim().slice(0, longest / 2)} (${title.slice(0, longest / 2)})`
}
