import { useEffect, useMemo } from 'preact/hooks'
import { noRecipe } from '#core/clean/recipe.ts'
import { type Cleaning, cleaning, datasets as datasetCalls, type Dataset, downloadOf, versions } from '../../api.ts'
import { createLocalCleaner } from '../../engine/local-cleaner.ts'
import { createCleaning } from '../../features/cleaning/model.ts'
import { isMoving } from '../../features/dataset/moving.ts'
import { CleaningView } from '../../features/cleaning/view.tsx'
import { localRows, datasetClient } from '../clients.ts'
import { type Services, useServices } from '../services.ts'
import type { Workspace } from '../workspace.ts'

const pollEvery = 1000

/** A new upload has no recipe. */
const uncleaned: Cleaning = { recipe: noRecipe, log: null, basedOn: null, keeps: false }

/** The cleaning of one version: a worker with its rows, closed on leaving. */
function createScreen(services: Services, id: string) {
  const { isServed, takeDataset } = services.workspace
  const cleaner = createLocalCleaner()
  const screen = createCleaning({
    read: async () => (isServed(id) ? cleaning.read(id) : { ok: true, value: uncleaned }),
    async open() {
      const profile = await datasetClient(services, id).profile()
      return profile.ok ? cleaner.open(localRows(id) ?? downloadOf(id, 'parquet'), profile.value.columns) : null
    },
    suggest: cleaner.suggest,
    preview: cleaner.preview,
    apply: (recipe, keeps) => cleaning.apply(id, recipe, keeps),
    keep: (keeps) => cleaning.keep(id, keeps),
    restore: versions.restore,
    onDataset: takeDataset,
  })
  const close = (): void => {
    screen.stop()
    cleaner.close()
  }
  return { screen, close }
}

/** Polls a version that is being read, in case live events are missed. */
function useProgress({ takeDataset }: Workspace, { id, next }: Dataset): void {
  const hasNext = next !== null && isMoving(next)
  useEffect(() => {
    if (!hasNext) return
    const timer = setInterval(() => {
      void datasetCalls.get(id).then((found) => found.ok && takeDataset(found.value))
    }, pollEvery)
    return () => clearInterval(timer)
  }, [id, hasNext])
}

/** The Clean tab of a dataset; remounted for each version. */
export function CleanPanel({ dataset }: { readonly dataset: Dataset }) {
  const services = useServices()
  const { workspace } = services
  const { screen, close } = useMemo(() => createScreen(services, dataset.id), [dataset.id])
  useProgress(workspace, dataset)
  useEffect(() => {
    void screen.start()
    return close
  }, [screen, close])
  return <CleaningView screen={screen} dataset={dataset} isServed={workspace.isServed(dataset.id)} />
}
