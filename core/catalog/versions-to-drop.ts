/** Retention input; moments in milliseconds since 1970 UTC. */
export type Kept = {
  readonly id: string
  readonly number: number
  readonly status: 'pending' | 'processing' | 'ready' | 'failed'
  readonly basedOnId: string | null
  readonly createdAt: number
}

export type KeepRule = {
  /** Number of newest versions to keep, unless they are too old. */
  readonly newest: number
  /** Versions older than this are dropped, whatever their number. */
  readonly madeSince: number
}

/** The versions of a dataset to delete permanently. */
export function versionsToDrop(
  versions: readonly Kept[],
  current: string,
  { newest, madeSince }: KeepRule,
): readonly string[] {
  const isMoving = ({ status }: Kept): boolean => status === 'pending' || status === 'processing'
  const needed = new Set([current])
  for (const version of versions)
    if (version.basedOnId && (version.id === current || isMoving(version))) needed.add(version.basedOnId)
  return versions
    .toSorted((a, b) => b.number - a.number)
    .filter(
      (version, place) =>
        !needed.has(version.id) && !isMoving(version) && (place >= newest || version.createdAt < madeSince),
    )
    .map(({ id }) => id)
}
