import { useEffect, useState } from 'preact/hooks'
import { chartData } from '#core/charts/chart-data.ts'
import type { ChartType } from '#core/charts/chart.ts'
import { chartTypes } from '#core/charts/registry.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { heightOf } from '#core/charts/drawing/heights.ts'
import { SceneView } from '../../scenes/scene-view.tsx'
import { iconOf } from '../../ui/chart-icon.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { usePageTitle } from '../page-title.ts'
import { queryDataset } from '../questions.ts'
import { useServices } from '../services.ts'
import { useModel } from './answers.tsx'
import './gallery.css'

const tableHeight = 260

/** The example of a chart type over a dataset; null until it is computed, and where the dataset lacks its columns. */
function useExample({ example, queryFor, scene, specFor }: ChartType, model: SemanticModel | null): Scene | null {
  const services = useServices()
  const [found, setFound] = useState<Scene | null>(null)
  useEffect(() => {
    if (!model) return
    const asked = queryFor(query.parse({ dataset: model.dataset, ...example.query }), model)
    if (!asked) return
    void queryDataset(services)(asked).then((ran) => {
      if (!ran.ok) return
      const data = chartData(ran.value, asked, model)
      setFound(scene(specFor(data), data))
    })
  }, [model])
  return found
}

function Card({ type, model }: { readonly type: ChartType; readonly model: SemanticModel | null }) {
  const scene = useExample(type, model)
  return (
    <article class="card gallery-card" id={type.id}>
      <header class="row">
        <Icon icon={iconOf(type)} size={18} />
        <h2 class="grow">{type.title}</h2>
      </header>
      <p class="small muted">{type.useWhen}</p>
      <h3 class="small">{type.example.title}</h3>
      <div class="gallery-scene" style={{ height: `${(scene && heightOf(scene)) ?? tableHeight}px` }}>
        {scene ? <SceneView scene={scene} label={type.example.title} /> : <Skeleton height="100%" />}
      </div>
    </article>
  )
}

/** Every chart type with when to use it, drawn on the sample. */
export function GalleryPage() {
  usePageTitle('Charts')
  const { datasets } = useServices().workspace
  const sample = (datasets.value ?? []).find(({ sample }) => sample)
  return (
    <div class="page">
      <header class="page-head">
        <h1>Charts</h1>
        <p class="page-facts">Ask for any of them by name: “pie of revenue by channel”.</p>
      </header>
      {sample ? <Cards dataset={sample.id} /> : <p class="muted">The sample dataset is not here to draw them with.</p>}
    </div>
  )
}

function Cards({ dataset }: { readonly dataset: string }) {
  const model = useModel(dataset)
  return (
    <div class="gallery">
      {Object.values(chartTypes).map((type) => (
        <Card key={type.id} type={type} model={model} />
      ))}
    </div>
  )
}
