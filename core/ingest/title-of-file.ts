const longest = 120

/** What a table is called until its owner names it: `orders_2024.csv` is called `Orders 2024`. */
export function titleOfFile(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]+$/u, '')
    .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
  const isPlain = /^[\p{Ll}\p{M}]+(?![\p{L}\p{M}])/u.test(words)
  const title = isPlain ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return title.slice(0, longest) || fileName.slice(0, longest)
}
