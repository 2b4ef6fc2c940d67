import type { Drift } from '../catalog/drift/drift.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Tile } from './dashboard.ts'
import { warningsOfTile } from './tile-warnings.ts'

/** Why a new version of a dataset is not made current before a person has seen it. */
export type Hold = {
  /** Are most columns of before gone, as if it were another table? */
  readonly isUnrelated: boolean
  /** Columns that are gone, as they were called. */
  readonly columns: readonly string[]
  /** Titles of tiles that could not be asked any more. */
  readonly tiles: readonly string[]
}

type Versions = {
  readonly before: Pick<SemanticModel, 'columns'>
  readonly after: Pick<SemanticModel, 'columns'>
  readonly drift: readonly Drift[]
  /** The tiles that ask the dataset. */
  readonly tiles: readonly Pick<Tile, 'title' | 'query'>[]
}

/** Share of the columns of before that a version must still have to count as one of the same table. */
const minKept = 0.5

/** Why a version waits for a person; null where it may become current by itself. */
export function holdOf({ before, after, drift, tiles }: Versions): Hold | null {
  const known = new Set(after.columns.map(({ name }) => name))
  const renamed = new Set(drift.flatMap(({ kind, column }) => (kind === 'renamed' && column !== null ? [column] : [])))
  const columns = before.columns.map(({ name }) => name).filter((name) => !known.has(name))
  const lost = columns.filter((name) => !renamed.has(name))
  const isUnrelated = lost.length > before.columns.length * (1 - minKept)
  const broken = tiles.filter((tile) => warningsOfTile(tile, after, drift).length > 0)
  if (!isUnrelated && broken.length === 0) return null
  return { isUnrelated, columns, tiles: [...new Set(broken.map(({ title }) => title))] }
}
