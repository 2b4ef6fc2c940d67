import { plural } from '../charts/labels.ts'

/** Group sizes of a tile. */
export type TileGroups = {
  readonly title: string
  /** What one row is: `country`. */
  readonly entity: string
  readonly groups: number
  /** Number of groups of a single row. */
  readonly single: number
  /** Number of groups below the default minimum. */
  readonly small: number
}

function listed(titles: readonly string[]): string {
  const more = titles.length - 2
  if (more <= 0) return titles.join(' and ')
  return `${titles.slice(0, 2).join(', ')} and ${more} more ${more === 1 ? 'tile' : 'tiles'}`
}

const titlesOf = (tiles: readonly TileGroups[]): string => listed(tiles.map(({ title }) => `“${title}”`))

/** What an open link would disclose, as one sentence for its owner. */
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
