import type { Space } from './at-risk.ts'
import type { LaidSorting, Layout } from './layout.ts'

/** Rows that are counted, and for each of their classes one that it is made of. */
export type Paired = { readonly space: Space; readonly origin: Int32Array }

type Piece = { readonly rows: number; readonly members: readonly (readonly [file: number, at: number])[] }

/** Classes of one file alone, by file, of those that are told alike. */
function aloneAlike({ rows, members, alike }: Layout): ReadonlyMap<number, { at: number; left: number }[][]> {
  const found = new Map<number, { at: number; left: number }[][]>()
  for (let at = 0; at < rows.length; at++) {
    const files = [...members.keys()].filter((file) => (members[file]?.[at] ?? -1) >= 0)
    const [file] = files
    if (file === undefined || files.length > 1) continue
    const alone = found.get(alike?.[at] ?? 0) ?? members.map(() => [])
    alone[file]?.push({ at, left: rows[at] as number })
    found.set(alike?.[at] ?? 0, alone)
  }
  return found
}

/** As many rows of several files as there are in each, one after another, as one class. */
function* piecesOf(alone: { at: number; left: number }[][]): Generator<Piece> {
  for (;;) {
    const heads = alone.flatMap((classes, file) => (classes[0] ? [[file, classes[0]] as const] : []))
    if (heads.length === 0) return
    const rows = Math.min(...heads.map(([, { left }]) => left))
    yield { rows, members: heads.map(([file, { at }]) => [file, at] as const) }
    for (const [file, head] of heads) {
      head.left -= rows
      if (head.left === 0) alone[file]?.shift()
    }
  }
}

/**
 * Where rows are counted, a row that changed is the same as long as all that is told of it is the same [D8]: rows of one
 * file alone are paired with rows of others that are told alike. `told` are the cells of the sortings, by class.
 */
export function pairedRows(layout: Layout, sortings: readonly LaidSorting[], told: readonly Int32Array[]): Paired {
  const { rows, members } = layout
  const alone = aloneAlike(layout)
  const isAlone = new Set(
    [...alone.values()].flatMap((files) => files.flatMap((classes) => classes.map(({ at }) => at))),
  )
  const kept = [...rows.keys()].filter((at) => !isAlone.has(at))
  const pieces: Piece[] = [
    ...kept.map((at) => ({ rows: rows[at] as number, members: members.map((_, file) => [file, at] as const) })),
    ...[...alone.values()].flatMap((files) => [...piecesOf(files)]),
  ]
  return {
    space: {
      rows: Int32Array.from(pieces, (piece) => piece.rows),
      sortings: told.map((cells, place) => {
        const file = sortings[place]?.file
        return Int32Array.from(pieces, (piece) => {
          const own = piece.members.find(([each]) => each === file) ?? piece.members[0]
          return cells[own?.[1] ?? -1] ?? -1
        })
      }),
    },
    origin: Int32Array.from(pieces, (piece) => piece.members.at(-1)?.[1] ?? -1),
  }
}
