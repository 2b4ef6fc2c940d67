import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { NewProject, ProjectList } from '../../features/projects/project-list.tsx'
import { type Project, projects } from '../../people-api.ts'
import type { Problem } from '../../transport.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useMay } from '../may.ts'
import { usePageTitle } from '../page-title.ts'

/** The projects of the workspace. */
export function ProjectsPage() {
  const { route } = useLocation()
  const may = useMay()
  const [list, setList] = useState<readonly Project[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  usePageTitle('Projects')
  useEffect(() => {
    void projects.list().then((found) => (found.ok ? setList(found.value) : setProblem(found.error)))
  }, [])
  async function create(name: string): Promise<void> {
    const made = await projects.create(name)
    if (made.ok) route(`/projects/${made.value.id}`)
    else setProblem(made.error)
  }
  return (
    <div class="page stack">
      <header class="page-head">
        <h1>Projects</h1>
        <p class="page-facts">Folders of datasets with their dashboards.</p>
      </header>
      {problem && <FailureNotice problem={problem} />}
      {!list && !problem && <Skeleton height={160} />}
      {list && <ProjectList projects={list} />}
      {may({ may: 'edit', object: 'workspace' }) && <NewProject onCreate={(name) => void create(name)} />}
    </div>
  )
}
