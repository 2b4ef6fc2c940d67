import { useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { type PublicDashboard, shared } from '../../api.ts'
import { createResults } from '../../features/dashboard/results.ts'
import { TileBody } from '../../features/dashboard/tile-body.tsx'
import { FilterNote } from '../../features/dashboard/filter-note.tsx'
import { StillTile, TileGrid } from '../../features/dashboard/tile-frame.tsx'
import { DashboardSkeleton } from '../../features/dashboard/view.tsx'
import { ShareFrame, ShareGone } from '../../features/share/view.tsx'
import { expectPlots } from '../../scenes/load-plot.ts'
import { tableFromWire } from '../../engine/wire-table.ts'
import type { Problem } from '../../transport.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'

/** A dashboard as anybody with the link sees it: no account, no shell, nothing to change. */
export function SharePage() {
  const token = useRoute().params['token'] ?? ''
  const [found, setFound] = useState<PublicDashboard | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [results] = useState(() =>
    createResults(async ({ tile }) => {
      const answer = await shared.tile(token, tile)
      return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
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
            </StillTile>
          )
        }}
      </TileGrid>
    </ShareFrame>
  )
}
