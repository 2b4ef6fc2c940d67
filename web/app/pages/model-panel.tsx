import { useEffect, useMemo } from 'preact/hooks'
import { models, questions, type Dataset } from '../../api.ts'
import { tableFromWire } from '#core/wire/table.ts'
import { LearnedWords } from '../../features/model/learned-words.tsx'
import { createModelScreen } from '../../features/model/model.ts'
import { ModelView } from '../../features/model/view.tsx'
import { correctionsOf } from '../corrections.ts'
import { useServices } from '../services.ts'
import type { Workspace } from '../workspace.ts'
import { useModel } from './answers.tsx'

const keyOf = (dataset: string): string => `edgewise-model-draft-${dataset}`

/** Unsaved changes of a model document, in this browser's storage or else in memory. */
function draftsOf(dataset: string) {
  return {
    read(): string | null {
      try {
        return localStorage.getItem(keyOf(dataset))
      } catch {
        return null
      }
    },
    write(text: string | null): void {
      try {
        if (text === null) localStorage.removeItem(keyOf(dataset))
        else localStorage.setItem(keyOf(dataset), text)
      } catch {
        // Storage may be unavailable; changes then last until the page closes.
      }
    },
  }
}

const screenOf = ({ datasetOf, takeDataset }: Workspace, id: string) =>
  createModelScreen({
    read: () => models.state(id),
    save: async (document, version) => {
      const saved = await models.save(id, document, version)
      const dataset = datasetOf(id)
      if (saved.ok && dataset) takeDataset({ ...dataset, model: saved.value.version })
      return saved
    },
    versions: () => models.versions(id),
    version: (number) => models.version(id, number),
    async run(asked, as) {
      const answer = await questions.query(asked, { viewAs: as ?? undefined })
      return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
    },
    drafts: draftsOf(id),
  })

/** What people said that words mean, here or on the server. */
function Learned({ dataset }: { readonly dataset: string }) {
  const services = useServices()
  const model = useModel(dataset)
  const corrections = correctionsOf(services)(dataset)
  const served = services.workspace.isServed(dataset)
  useEffect(() => void corrections.load(), [corrections, served])
  if (!model) return null
  return (
    <LearnedWords words={corrections.known.value} model={model} onRemove={(kept) => void corrections.remove(kept)} />
  )
}

/** The Model tab of a dataset. */
export function ModelPanel({ dataset }: { readonly dataset: Dataset }) {
  const { id } = dataset
  const { workspace } = useServices()
  const served = workspace.isServed(id)
  const screen = useMemo(() => screenOf(workspace, id), [id])
  useEffect(() => {
    if (served) void screen.start()
  }, [screen, served])
  return (
    <>
      <ModelView screen={screen} dataset={dataset} isServed={served} />
      <Learned dataset={id} />
    </>
  )
}
