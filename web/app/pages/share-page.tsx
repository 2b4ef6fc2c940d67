import { signal } from '@preact/signals'
import { useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { type PublicDashboard, shared } from '../../api.ts'
import { createResults } from '../../features/dashboard/results.ts'
import { TileBody } from '../../features/dashboard/tile-body.tsx'
import { FilterNote } from '../../features/dashboard/filter-note.tsx'
import { StillTile, TileGrid } from '../../features/dashboard/tile-frame.tsx'
import { DashboardSkeleton } from '../../features/dashboard/view.tsx'
import { ShareFrame, ShareGone } from '../../features/share/view.tsx'
import { expectPlots } from '../../scenes/expect-plots.ts'
import { tableFromWire } from '#core/wire/table.ts'
import type { Problem } from '../../transport.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'

/** Explains that small groups of a tile are withheld. */
function Withheld({ groups }: { readonly groups: number }) {
  if (groups === 0) return null
  return (
    <p class="tile-note small faint">
      {groups === 1 ? '1 group is' : `${groups} groups are`} withheld, so that no small one is told.
    </p>
  )
}

/** A shared dashboard: no account, no shell, read-only. */
export function SharePage() {
  const token = useRoute().params['token'] ?? ''
  const [found, setFound] = useState<PublicDashboard | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [withheld] = useState(() => signal<ReadonlyMap<string, number>>(new Map()))
  const [results] = useState(() =>
    createResults(async ({ tile }) => {
      const answer = await shared.tile(token, tile)
      if (!answer.ok) return answer
      withheld.value = new Map([...withheld.peek(), [tile, answer.value.withheld]])
      return { ok: true, value: tableFromWire(answer.value) }
    }),
  )
  useEffect(expectPlots, [])
  usePageTitle(found?.document.title ?? null)
  useEffect(() => {
    void shared.get(token).then((answer) => {
      if (!answer.ok) return setProblem(answer.error)
      for (const tile of answer.value.document.tiles) void results.ask(tile.id, tile.query)
      setFound(answer.value)
    })
  }, [token])
  if (problem) return <ShareGone problem={problem} />
  if (!found)
    return (
      <ShareFrame title={<Skeleton width={240} height={30} />}>
        <DashboardSkeleton />
      </ShareFrame>
    )
  const models = new Map(found.models.map((model) => [model.dataset, model]))
  return (
    <ShareFrame title={found.document.title}>
      <h2 class="visually-hidden">Tiles</h2>
      <FilterNote filters={found.document.filters} models={models} />
      <TileGrid tiles={found.document.tiles}>
        {(tile) => {
          const model = models.get(tile.query.dataset)
          return (
            <StillTile key={tile.id} tile={tile}>
              {model && <TileBody tile={tile} model={model} results={results} />}
              <Withheld groups={withheld.value.get(tile.id) ?? 0} />
            </StillTile>
          )
        }}
      </TileGrid>
    </ShareFrame>
  )
}
