import type { Source } from '../../table/source.ts'

/** `index` of `of` parts, from 0. */
export type Part = { readonly index: number; readonly of: number }

/** Every `of`th row group, so that all parts have a similar mix of rows. */
export function partOfSource(source: Source, { index, of }: Part): Source {
  const own = [...source.rowGroups.keys()].filter((group) => group % of === index)
  return {
    ...source,
    rowGroups: own.flatMap((group) => source.rowGroups[group] ?? []),
    read: (group, columns) => source.read(own[group] ?? -1, columns),
  }
}
