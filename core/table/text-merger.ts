import type { TextColumn } from './table.ts'

/** Maps codes of many dictionaries to codes of one growing dictionary. */
export class TextMerger {
  readonly dictionary: string[] = []
  readonly #codes = new Map<string, number>()
  #last: { readonly dictionary: readonly string[]; readonly codes: Int32Array } | null = null

  /** The code of a string; adds a new string. */
  codeOf(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    const code = this.dictionary.length
    this.#codes.set(text, code)
    this.dictionary.push(text)
    return code
  }

  /** The merged code of each code of a dictionary. */
  codesOf(dictionary: readonly string[]): Int32Array {
    if (this.#last?.dictionary === dictionary) return this.#last.codes
    const codes = Int32Array.from(dictionary, (text) => this.codeOf(text))
    this.#last = { dictionary, codes }
    return codes
  }

  /** The column's codes in the merged dictionary; nulls stay -1. */
  merge({ codes, dictionary }: Pick<TextColumn, 'codes' | 'dictionary'>): Int32Array {
    const map = this.codesOf(dictionary)
    const merged = new Int32Array(codes.length)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      merged[row] = code < 0 ? -1 : (map[code] as number)
    }
    return merged
  }

  /** Like `merge`, but adds only texts that some row uses. */
  mergeUsed({ codes, dictionary }: Pick<TextColumn, 'codes' | 'dictionary'>): Int32Array {
    const known = new Int32Array(dictionary.length).fill(-1)
    const merged = new Int32Array(codes.length)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] as number
      if (code >= 0 && (known[code] as number) < 0) known[code] = this.codeOf(dictionary[code] as string)
      merged[row] = code < 0 ? -1 : (known[code] as number)
    }
    return merged
  }
}
