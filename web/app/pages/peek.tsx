import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { FirstLook } from '#core/wire/first-look.ts'
import { createResults, type Results } from '../../features/dashboard/results.ts'
import { TileBody } from '../../features/dashboard/tile-body.tsx'
import { StillTile, TileGrid } from '../../features/dashboard/tile-frame.tsx'
import { dashboardOf } from '../pin.ts'
import { expectPlots } from '../../scenes/expect-plots.ts'
import { queryDataset } from '../questions.ts'
import { dashboardClient } from '../clients.ts'
import { useServices } from '../services.ts'
import { useModel } from './answers.tsx'
import { FirstChart } from './first-look.tsx'

type Props = {
  readonly dataset: string
  /** What stands for the first chart until it is drawn. */
  readonly look: FirstLook | null
  /** The tiles are there. */
  readonly onReady: () => void
}

/** The sample's dashboard on the first page. */
export function Peek({ dataset, look, onReady }: Props) {
  const services = useServices()
  const model = useModel(dataset)
  const [document, setDocument] = useState<Dashboard | null>(null)
  const [results] = useState<Results>(() => createResults(({ query }) => queryDataset(services)(query)))
  useEffect(expectPlots, [])
  useEffect(() => {
    void dashboardOf(services, dataset)
      .then((id) => (id.ok ? dashboardClient(services, id.value).get() : id))
      .then((record) => {
        if (!record.ok) return
        for (const tile of record.value.document.tiles) void results.ask(tile.id, tile.query)
        setDocument(record.value.document)
      })
  }, [dataset])
  const isReady = document !== null && model !== null
  useLayoutEffect(() => void (isReady && onReady()), [isReady])
  if (!isReady) return null
  return (
    <TileGrid tiles={document.tiles}>
      {(tile) => (
        <StillTile key={tile.id} tile={tile}>
          <FirstChart look={look} title={tile.title} />
          <TileBody tile={tile} model={model} results={results} />
        </StillTile>
      )}
    </TileGrid>
  )
}
