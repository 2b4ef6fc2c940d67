import { useId } from 'preact/hooks'
import { hasRight } from '#core/access/rights.ts'
import type { Project } from '../../people-api.ts'

type Props = {
  readonly projects: readonly Project[]
  readonly chosen: string | null
  readonly onProject: (project: string | null) => void
}

/** The project that a dataset is in, among those that it may be put into. */
export function ProjectChoice({ projects, chosen, onProject }: Props) {
  const id = useId()
  const offered = projects.filter(
    (project) => project.id === chosen || hasRight(project.role, { may: 'administer', object: 'project' }),
  )
  return (
    <div class="field">
      <label class="field-label" for={id}>
        Project
      </label>
      <select
        id={id}
        class="input"
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onProject(value === '' ? null : value)}
      >
        <option value="">None</option>
        {offered.map((project) => (
          <option key={project.id} value={project.id}>
            {project.name}
          </option>
        ))}
      </select>
    </div>
  )
}
