import type { TextColumn } from '../../table/table.ts'

/** One text per group as a result column. */
export function textResult(name: string, texts: readonly (string | null)[]): TextColumn {
  const dictionary = [...new Set(texts)].filter((text) => text !== null)
  const codeOf = new Map<string | null, number>(dictionary.map((text, code) => [text, code]))
  return { name, type: 'text', codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1), dictionary }
}
