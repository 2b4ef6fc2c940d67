import type { Column, TextColumn } from '../../table/table.ts'
import type { Key } from './key.ts'

/** Keys text by dictionary code; looks up each text once per dictionary, and only if a row uses it. */
export function textKey(): Key {
  const idOfText = new Map<string, number>()
  /** Text by id. */
  const texts: (string | null)[] = []
  let nullId = -1
  let last: { readonly dictionary: readonly string[]; readonly ids: Int32Array } | null = null

  const add = (text: string | null): number => texts.push(text) - 1
  const idOf = (text: string): number => {
    const known = idOfText.get(text)
    if (known !== undefined) return known
    const id = add(text)
    idOfText.set(text, id)
    return id
  }
  const resolve = (code: number, { dictionary }: TextColumn): number => {
    if (code >= 0) return idOf(dictionary[code] as string)
    if (nullId < 0) nullId = add(null)
    return nullId
  }

  return {
    size: () => texts.length,
    nullId: () => nullId,
    encode: (column) => {
      if (column.type !== 'text') throw new Error(`${column.name} is not text`)
      const { codes, dictionary } = column
      // One entry per code, preceded by an entry for null; -1 until a row needs it.
      if (last?.dictionary !== dictionary) last = { dictionary, ids: new Int32Array(dictionary.length + 1).fill(-1) }
      const known = last.ids
      const ids = new Int32Array(codes.length)
      for (let row = 0; row < codes.length; row++) {
        const code = codes[row] as number
        const id = known[code + 1] as number
        ids[row] = id >= 0 ? id : (known[code + 1] = resolve(code, column))
      }
      return ids
    },
    decode: (ids, name) => decodeText(ids, name, texts),
  }
}

function decodeText(ids: Int32Array, name: string, texts: readonly (string | null)[]): Column {
  const dictionary: string[] = []
  const codeOf = new Int32Array(texts.length).fill(-1)
  const codes = ids.map((id) => {
    const text = texts[id] ?? null
    if (text !== null && codeOf[id] === -1) codeOf[id] = dictionary.push(text) - 1
    return codeOf[id] ?? -1
  })
  return { name, type: 'text', codes, dictionary }
}
