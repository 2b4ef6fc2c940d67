/** True if untrusted JSON is nested deeper than `limit`. Runs without recursion, so it can guard recursive parsers. */
export function isDeeperThan(input: unknown, limit: number): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; depth <= limit; depth++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    if (level.length === 0) return false
  }
  return true
}
