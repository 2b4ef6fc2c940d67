/** Words for DuckDB's types, by prefix; the first match applies. */
const words: readonly (readonly [shape: RegExp, words: string])[] = [
  [/\[\]$|^LIST/, 'a list'],
  [/^STRUCT/, 'a struct'],
  [/^MAP/, 'a map'],
  [/^(?:VARCHAR|TEXT|CHAR|STRING)/, 'a text'],
  [/^BOOL/, 'true or false'],
  [/^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?(?:_LITERAL)?|U?INT\d+)\b/, 'a whole number'],
  [/^(?:DECIMAL|DOUBLE|FLOAT|REAL|NUMERIC)/, 'a number'],
  [/^DATE$/, 'a date'],
  [/^TIMESTAMP/, 'a date and time'],
  [/^TIME/, 'a time'],
  [/^INTERVAL/, 'a length of time'],
  [/^(?:BLOB|BIT)/, 'binary data'],
  [/^ENUM/, 'one of a fixed list of texts'],
  [/^(?:NULL|"NULL")/, 'an empty value'],
]

/** A DuckDB type in words; an unlisted type keeps its name. */
export const typeInWords = (type: string): string =>
  words.find(([shape]) => shape.test(type.trim()))?.[1] ?? type.trim().toLowerCase()

/** The types between the brackets of `name(VARCHAR, DECIMAL(10,2))`, in words. */
export function typesInWords(list: string): readonly string[] {
  const types: string[] = []
  let depth = 0
  let current = ''
  for (const character of list) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === ',' && depth === 0) {
      types.push(current)
      current = ''
    } else current += character
  }
  if (current.trim() !== '') types.push(current)
  return types.map(typeInWords)
}
