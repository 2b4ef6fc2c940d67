import { plural } from '../charts/labels.ts'

/** How small the groups of a tile are. */
export type TileGroups = {
  readonly title: string
  /** What one row is: `country`. */
  readonly entity: string
  readonly groups: number
  /** Groups of a single row. */
  readonly single: number
  /** Groups of fewer rows than a link tells of by itself. */
  readonly small: number
}

const quoted = (titles: readonly string[]): string =>
  titles.length > 2 ? `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} more tiles` : titles.join(' and ')

const titlesOf = (tiles: readonly TileGroups[]): string => quoted(tiles.map(({ title }) => `“${title}”`))

/** What strangers would read where groups of any size are told, as one sentence for the owner of a link. */
export function whatStrangersRead(tiles: readonly TileGroups[], least: number): string {
  const single = tiles.filter((tile) => tile.groups > 1 && tile.single === tile.groups)
  const [first] = single
  if (first) return `In ${titlesOf(single)} each figure is one ${first.entity}.`
  const some = tiles.filter((tile) => tile.single > 0)
  const [one] = some
  if (one) return `In ${titlesOf(some)} some figures are of a single ${one.entity}.`
  const small = tiles.filter((tile) => tile.small > 0)
  const [few] = small
  if (few) return `In ${titlesOf(small)} some figures are of fewer than ${least} ${plural(few.entity)}.`
  return `Every figure is of ${least} rows or more.`
}
