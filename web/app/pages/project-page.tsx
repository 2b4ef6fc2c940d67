import { FolderX, Trash2 } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { hasRight } from '#core/access/rights.ts'
import { datasets as datasetCalls } from '../../api.ts'
import { ProjectContents } from '../../features/projects/project-contents.tsx'
import { type Project, projects } from '../../people-api.ts'
import type { Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { EditableTitle } from '../../ui/editable-title.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AccessPanel } from '../access-panel.tsx'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

/** Undefined while it is asked for; null if there is none that one may know of. */
type Found = Project | null | undefined

function useProject(id: string) {
  const [project, setProject] = useState<Found>(undefined)
  const [problem, setProblem] = useState<Problem | null>(null)
  async function load(): Promise<void> {
    const found = await projects.list()
    if (found.ok) setProject(found.value.find((each) => each.id === id) ?? null)
    else setProblem(found.error)
  }
  useEffect(() => void load(), [id])
  return { project, setProject, problem, setProblem }
}

type ViewProps = {
  readonly project: Project
  readonly onProject: (project: Project) => void
  readonly onProblem: (problem: Problem | null) => void
}

function Head({ project, onProject, onProblem }: ViewProps) {
  const { route } = useLocation()
  const mayAdminister = hasRight(project.role, { may: 'administer', object: 'project' })
  async function rename(name: string): Promise<boolean> {
    const renamed = await projects.change(project.id, { name })
    onProblem(renamed.ok ? null : renamed.error)
    if (renamed.ok) onProject(renamed.value)
    return renamed.ok
  }
  async function remove(): Promise<void> {
    const removed = await projects.remove(project.id)
    if (removed.ok) route('/projects')
    else onProblem(removed.error)
  }
  return (
    <header class="page-head">
      <div class="page-head-line">
        <EditableTitle text={project.name} what="project" onRename={mayAdminister ? rename : null} />
        {mayAdminister && (
          <Button kind="quiet" icon={Trash2} label="Delete this project" onClick={() => void remove()} />
        )}
      </div>
      <p class="page-facts">
        <a href="/projects">All projects</a> · you are {project.role}
      </p>
    </header>
  )
}

function Known({ project, onProject, onProblem }: ViewProps) {
  const { datasets, dashboards, takeDataset } = useServices().workspace
  const mayAdminister = hasRight(project.role, { may: 'administer', object: 'project' })
  async function move(dataset: string, isIn: boolean): Promise<void> {
    const moved = await projects.place(dataset, isIn ? project.id : null)
    onProblem(moved.ok ? null : moved.error)
    const fresh = moved.ok ? await datasetCalls.get(dataset) : moved
    if (fresh.ok) takeDataset(fresh.value)
  }
  return (
    <>
      <Head project={project} onProject={onProject} onProblem={onProblem} />
      <ProjectContents
        project={project.id}
        datasets={datasets.value ?? []}
        dashboards={dashboards.value ?? []}
        onMove={mayAdminister ? (dataset, isIn) => void move(dataset, isIn) : null}
      />
      {mayAdminister && (
        <AccessPanel
          of={{ object: 'project', id: project.id }}
          place={{ project: null, isRestricted: project.isRestricted, isProjectRestricted: false }}
          onRestrict={async (isRestricted) => {
            const changed = await projects.change(project.id, { isRestricted })
            if (changed.ok) onProject(changed.value)
            return changed
          }}
        />
      )}
    </>
  )
}

/** One project: what is in it, and who may see it. */
export function ProjectPage() {
  const { project, setProject, problem, setProblem } = useProject(useRoute().params['project'] ?? '')
  usePageTitle(project?.name ?? 'Project')
  return (
    <div class="page stack">
      {problem && <FailureNotice problem={problem} />}
      {project === undefined && !problem && <Skeleton height={240} />}
      {project === null && (
        <EmptyState
          isPage
          icon={FolderX}
          title="This project is not here"
          text="It was deleted, or it is not shared with you."
        />
      )}
      {project && <Known project={project} onProject={setProject} onProblem={setProblem} />}
    </div>
  )
}
