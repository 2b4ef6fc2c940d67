import type { TextColumn } from '../../table/table.ts'

/** A result column with one text per group; null for groups without one. */
export function textResult(name: string, texts: readonly (string | null)[], size: number): TextColumn {
  const dictionary = [...new Set(texts)].filter((text) => text !== null)
  const codeOf = new Map<string | null, number>(dictionary.map((text, code) => [text, code]))
  const codes = Int32Array.from({ length: size }, (_, group) => codeOf.get(texts[group] ?? null) ?? -1)
  return { name, type: 'text', codes, dictionary }
}
