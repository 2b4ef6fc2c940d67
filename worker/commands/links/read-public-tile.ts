import { z } from 'zod'
import type { Decision } from '#core/access/disclosure/release.ts'
import { publicNames } from '#core/access/public-document.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import type { WirePublicTable, WireTable } from '#core/wire/wire-table.ts'
import { answerPrepared } from '../../engines/answer-query.ts'
import { type AskedRelease, decisionOf, decisionsOf } from '../../data/releases.ts'
import type { Service } from '../../service.ts'
import { defineCommand } from '../command.ts'
import { openLink, type OpenedLink } from './open-link.ts'
import { type PublicTile, publicTile } from './public-tile.ts'

const nothingWithheld: Decision = { isRefused: false, withheld: [] }

/** All tiles of the dashboard over one dataset whose small groups are withheld, in document order. */
async function releasesBeside(service: Service, link: OpenedLink, dataset: string): Promise<readonly AskedRelease[]> {
  const tiles = link.dashboard.document.tiles.filter(({ query }) => query.dataset === dataset)
  const found: AskedRelease[] = []
  for (const tile of tiles) {
    const told = await publicTile(service, link, tile)
    if (told.ok && told.value.guardsGroups) found.push({ ...told.value, least: link.least })
  }
  return found
}

/**
 * The cells of a tile to withhold. Decided for the whole dashboard at once, so that the order of requests does not
 * matter.
 */
async function decisionFor(service: Service, link: OpenedLink, told: PublicTile): Promise<Result<Decision>> {
  if (!told.guardsGroups) return ok(nothingWithheld)
  const means = { ...service, store: link.store }
  const asked = { ...told, least: link.least }
  const known = await decisionOf(means, asked)
  if (known) return ok(known)
  const beside = await releasesBeside(service, link, told.open.dataset.id)
  const decided = await decisionsOf(means, beside)
  if (!decided.ok) return decided
  return ok((await decisionOf(means, asked)) ?? { isRefused: true, withheld: [] })
}

/** Result columns under the names that strangers may read. */
function toldTable(table: WireTable, tile: Tile, { withheld }: Decision): WirePublicTable {
  const names = publicNames(tile)
  const columns = table.columns.map((column) => ({ ...column, name: names.get(column.name) ?? column.name }))
  return { ...table, columns, withheld: withheld.length }
}

export const readPublicTile = defineCommand({
  summary: 'The figures of one tile of a publicly linked dashboard. What would tell of single persons is withheld.',
  access: 'anyone',
  needs: null,
  effect: 'read',
  limit: { kind: 'query', weight: 1 },
  input: z.object({ token: z.string().max(100), tile: z.string().max(100) }),
  async run(service, { token, tile: id }) {
    const opened = await openLink(service, token)
    if (!opened.ok) return opened
    const link = opened.value
    const tile = link.dashboard.document.tiles.find((each) => each.id === id)
    if (!tile) return fail('dashboard/no-such-tile')
    const told = await publicTile(service, link, tile)
    if (!told.ok) return told
    const decision = await decisionFor(service, link, told.value)
    if (!decision.ok) return decision
    if (decision.value.isRefused) return fail('share/too-few', { least: link.least })
    const { open, prepared } = told.value
    const answer = await answerPrepared({ ...service, store: link.store }, open, prepared, {
      withheld: decision.value.withheld,
    })
    return answer.ok ? ok(toldTable(answer.value, tile, decision.value)) : fail('share/tile-broken')
  },
})
