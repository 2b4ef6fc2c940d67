import { useEffect, useState } from 'preact/hooks'
import { datasets as datasetCalls, type Dataset } from '../api.ts'
import { ProjectChoice } from '../features/projects/project-choice.tsx'
import { type Project, projects } from '../people-api.ts'
import type { Outcome, Problem } from '../transport.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { AccessPanel } from './access-panel.tsx'
import { useServices } from './services.ts'

type Props = { readonly dataset: Dataset; readonly onClose: () => void }

/** Where a dataset is, and who may see it. */
export function DatasetAccess({ dataset, onClose }: Props) {
  const { takeDataset } = useServices().workspace
  const [list, setList] = useState<readonly Project[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, place } = dataset
  useEffect(() => {
    void projects.list().then((found) => (found.ok ? setList(found.value) : setProblem(found.error)))
  }, [])
  async function changed(asked: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
    const outcome = await asked
    setProblem(outcome.ok ? null : outcome.error)
    const fresh = outcome.ok ? await datasetCalls.get(id) : outcome
    if (fresh.ok) takeDataset(fresh.value)
    return outcome
  }
  return (
    <Dialog title={`Access to ${dataset.name}`} onClose={onClose}>
      <div class="stack">
        {problem && <FailureNotice problem={problem} />}
        <ProjectChoice
          projects={list}
          chosen={place.project}
          onProject={(project) => void changed(projects.place(id, project))}
        />
        <AccessPanel
          of={{ object: 'dataset', id }}
          place={place}
          onRestrict={(isRestricted) => changed(projects.restrict(id, isRestricted))}
        />
      </div>
    </Dialog>
  )
}
