import type { Source } from '../../table/source.ts'

/** Which of so many parts; the first is 0. */
export type Part = { readonly index: number; readonly of: number }

/** A part of a source's row groups: every so manieth, so that the parts are alike. */
export function partOfSource(source: Source, { index, of }: Part): Source {
  const own = [...source.rowGroups.keys()].filter((group) => group % of === index)
  return {
    ...source,
    rowGroups: own.flatMap((group) => source.rowGroups[group] ?? []),
    read: (group, columns) => source.read(own[group] ?? -1, columns),
  }
}
