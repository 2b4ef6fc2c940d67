import { TextMerger } from '../../table/text-merger.ts'
import { textsOf, type Vector } from './vector.ts'

export type Merged = { readonly codes: readonly Int32Array[]; readonly dictionary: readonly string[] }

type Mapping = {
  readonly of: readonly (readonly string[])[]
  readonly maps: readonly Int32Array[]
  readonly dictionary: readonly string[]
}

/**
 * Merges the texts of several columns into one dictionary; reuses the previous mapping if the dictionaries are the
 * same.
 */
export function textMerging(): (vectors: readonly Vector[], rows: number) => Merged {
  let mapping: Mapping | null = null
  return (vectors, rows) => {
    const texts = vectors.map((vector) => textsOf(vector, rows))
    const dictionaries = texts.map(({ dictionary }) => dictionary)
    if (mapping === null || dictionaries.some((dictionary, at) => !isSame(dictionary, mapping?.of[at]))) {
      mapping = mapped(dictionaries)
    }
    const { maps, dictionary } = mapping
    return { codes: texts.map(({ codes }, at) => throughMap(codes, maps[at] as Int32Array)), dictionary }
  }
}

/** A constant creates a new one-text dictionary on every call, so its content is compared. */
const isSame = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  a === b || (a.length <= 1 && b?.length === a.length && a[0] === b[0])

function mapped(dictionaries: readonly (readonly string[])[]): Mapping {
  const merger = new TextMerger()
  const maps = dictionaries.map((dictionary) => merger.codesOf(dictionary))
  return { of: dictionaries, maps, dictionary: merger.dictionary }
}

function throughMap(codes: Int32Array, map: Int32Array): Int32Array {
  const result = new Int32Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number
    result[row] = code < 0 ? -1 : (map[code] as number)
  }
  return result
}
