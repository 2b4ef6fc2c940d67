import type { TextColumn } from '../../table/table.ts'

/** One text for each of so many groups as a result column; null where none is known. */
export function textResult(name: string, texts: readonly (string | null)[], size: number): TextColumn {
  const dictionary = [...new Set(texts)].filter((text) => text !== null)
  const codeOf = new Map<string | null, number>(dictionary.map((text, code) => [text, code]))
  const codes = Int32Array.from({ length: size }, (_, group) => codeOf.get(texts[group] ?? null) ?? -1)
  return { name, type: 'text', codes, dictionary }
}
