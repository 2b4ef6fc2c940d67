import { z } from 'zod'
import { describeLikeness, findSimilar, type Joint, type Likeness } from '#core/catalog/find-similar.ts'
import { textOfCard } from '#core/catalog/grams.ts'
import { shareValues } from '#core/catalog/share-values.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import type { Source } from '#core/table/source.ts'
import { cardsOf, closenessTo } from '../../data/catalog.ts'
import { findWhole, rowsIn } from '../../data/open-dataset.ts'
import { type Deps, defineCommand } from '../command.ts'

type Reading = Pick<Deps, 'store' | 'files' | 'principal'>

/** The source of a ready dataset; null if it cannot be read, or not whole: what values it shares would tell of the rest. */
async function rowsOf(reader: Reading, id: string): Promise<Source | null> {
  const found = await findWhole(reader, id)
  if (!found.ok || found.value.version.status !== 'ready') return null
  const rows = await rowsIn(reader.files, found.value.version.folder)
  return rows.ok ? rows.value : null
}

/** Equally named columns that share values. */
async function jointsWithValues(deps: Reading, id: string, { dataset, joints }: Likeness): Promise<readonly Joint[]> {
  const [own, other] = joints.length > 0 ? [await rowsOf(deps, id), await rowsOf(deps, dataset)] : [null, null]
  if (!own || !other) return []
  const met = await Promise.all(
    joints.map((joint) => shareValues({ source: own, column: joint.own }, { source: other, column: joint.other })),
  )
  return joints.filter((_, index) => met[index])
}

export const similarDatasets = defineCommand({
  summary: 'Datasets that share columns with one, or are about something alike.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'query', weight: 5 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    const { workspace } = deps.caller
    if (!(await deps.store.datasets.find(id))) return fail('dataset/not-found')
    const cards = await cardsOf(deps, { workspace })
    const own = cards.find(({ datasetId }) => datasetId === id)?.card
    if (!own) return ok([])
    const others = cards.filter(({ datasetId }) => datasetId !== id)
    const near = await closenessTo(deps, others, { workspace, text: textOfCard(own), measure: 'toCard' })
    const names = new Map(cards.map(({ datasetId, card }) => [String(datasetId), card.name]))
    const described = await Promise.all(
      findSimilar(own, near).map(async (likeness) =>
        describeLikeness(likeness, await jointsWithValues(deps, id, likeness)),
      ),
    )
    return ok(
      described
        .filter((similar) => similar !== null)
        .toSorted((a, b) => Number(b.keys.length > 0) - Number(a.keys.length > 0))
        .map((similar) => ({
          ...similar,
          shared: [...similar.shared],
          keys: [...similar.keys],
          name: names.get(similar.dataset) ?? '',
        })),
    )
  },
})
