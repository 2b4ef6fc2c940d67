import { RotateCw } from 'lucide'
import { serves } from '#core/charts/intent.ts'
import { chartData } from '#core/charts/chart-data.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Cell } from '#core/table/table.ts'
import { useMemo } from 'preact/hooks'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Results } from './results.ts'

type Props = {
  readonly tile: Tile
  readonly model: SemanticModel
  readonly results: Results
  readonly onPick?: ((value: Cell, scene: Scene) => void) | undefined
}

function Waiting({ isNumber }: { readonly isNumber: boolean }) {
  return <div class="tile-waiting">{isNumber ? <Skeleton width={120} height={34} /> : <Skeleton height="100%" />}</div>
}

/** A tile's content: its scene, a placeholder, or its problem. */
export function TileBody({ tile, model, results, onPick }: Props) {
  const state = results.of(tile.id)
  const { problem, loading, shown } = state.value
  const scene = useMemo(
    () => shown && sceneFor(tile.chart, chartData(shown.table, shown.query, model)),
    [shown, tile.chart, model],
  )
  if (problem && !scene)
    return (
      <div class="tile-problem">
        <p class="small">
          <strong>{problem.message}</strong> {problem.hint}
        </p>
        {!problem.code.startsWith('share/') && (
          <Button size="small" icon={RotateCw} onClick={() => void results.ask(tile.id, tile.query, true)}>
            Try again
          </Button>
        )}
      </div>
    )
  if (!scene) return <Waiting isNumber={serves(tile.chart?.type, 'figure')} />
  const pick = onPick ? { onPick: (value: Cell) => onPick(value, scene) } : {}
  return (
    <div class="tile-scene" data-kind={scene.kind} data-loading={loading ? '' : undefined}>
      <SceneView scene={scene} label={tile.title} {...pick} />
    </div>
  )
}
