import { inTurns } from '../../budget.ts'
import { ok, type Result } from '../../result.ts'
import { decide } from './decide.ts'
import { layOut, type Ports } from './layout.ts'
import type { Decision, Release } from './release.ts'

const refused: Decision = { isRefused: true, withheld: [] }

/** About the work of one part of a decision, as the budget counts it: 4 ms. */
const stepsOfPart = 1 << 16

/** How finely a release sorts rows, as far as its Query says. */
const finenessOf = ({ query }: Release): number => query.dimensions.length

/**
 * What is not told of each release, those that were decided before included. Where the releases sort rows into more
 * classes than are held, the finest new ones are refused, one after another.
 */
export async function decideReleases(releases: readonly Release[], ports: Ports): Promise<Result<readonly Decision[]>> {
  const laid = await layOut(releases, ports)
  if (!laid.ok) return laid
  if (laid.value) return ok(await inTurns(decide(laid.value), ports.budget, stepsOfPart))
  const open = releases.filter(({ decision }) => decision === null)
  const [finest] = open.toSorted((a, b) => finenessOf(b) - finenessOf(a))
  if (!finest) return ok(releases.map(({ decision }) => decision ?? refused))
  const rest = releases.filter((release) => release !== finest)
  const decided = rest.length === 0 ? ok([]) : await decideReleases(rest, ports)
  if (!decided.ok) return decided
  const decisions = new Map(rest.map((release, at) => [release, decided.value[at]]))
  return ok(releases.map((release) => decisions.get(release) ?? refused))
}
