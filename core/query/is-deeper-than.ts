/** Is untrusted JSON nested deeper than this? Told without recursion, before anything that recurses reads it. */
export function isDeeperThan(input: unknown, limit: number): boolean {
  let level: unknown[] = [input]
  for (let depth = 0; depth <= limit; depth++) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
    if (level.length === 0) return false
  }
  return true
}
