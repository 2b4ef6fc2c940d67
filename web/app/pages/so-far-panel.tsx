import { useMemo } from 'preact/hooks'
import type { SoFar } from '../../engine/read-file.ts'
import { createResults } from '../../features/dashboard/results.ts'
import { TileBody } from '../../features/dashboard/tile-body.tsx'
import { StillTile, TileGrid } from '../../features/dashboard/tile-frame.tsx'
import { SoFarView } from '../../features/dataset/so-far.tsx'
import { useServices } from '../services.ts'

type Props = {
  readonly soFar: SoFar
  readonly progress: number
  readonly onCancel: (() => void) | null
}

/** A dashboard of a file's first rows while the rest is read. */
export function SoFarPanel({ soFar, progress, onCancel }: Props) {
  const { engine } = useServices()
  const { document, model } = soFar
  const results = useMemo(() => {
    const asked = createResults(({ query }) => engine.answer(query))
    for (const tile of document.tiles) void asked.ask(tile.id, tile.query)
    return asked
  }, [document])
  return (
    <SoFarView rows={model.rows} progress={progress} onCancel={onCancel}>
      <TileGrid tiles={document.tiles}>
        {(tile) => (
          <StillTile key={tile.id} tile={tile}>
            <TileBody tile={tile} model={model} results={results} />
          </StillTile>
        )}
      </TileGrid>
    </SoFarView>
  )
}
