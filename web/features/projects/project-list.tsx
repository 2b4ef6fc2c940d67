import { Folder, FolderLock, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { Project } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import './projects.css'

const factsOf = ({ datasets, isRestricted, role }: Project): string => {
  const size = datasets === 1 ? '1 dataset' : `${count(datasets)} datasets`
  return [size, `you are ${role}`, ...(isRestricted ? ['only for those granted'] : [])].join(' · ')
}

/** The projects that one may know of. */
export function ProjectList({ projects }: { readonly projects: readonly Project[] }) {
  if (projects.length === 0)
    return (
      <EmptyState
        icon={Folder}
        title="No projects yet"
        text="A project is a folder of datasets with their dashboards, which you share as one."
      />
    )
  return (
    <ul class="project-list card">
      {projects.map((project) => (
        <li key={project.id} class="project-entry">
          <Icon icon={project.isRestricted ? FolderLock : Folder} />
          <div class="grow project-what">
            <a href={`/projects/${project.id}`}>{project.name}</a>
            <p class="small muted">{factsOf(project)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Makes a project. */
export function NewProject({ onCreate }: { readonly onCreate: (name: string) => void }) {
  const [name, setName] = useState('')
  return (
    <form
      class="project-new"
      aria-label="New project"
      onSubmit={(event) => {
        event.preventDefault()
        onCreate(name.trim())
        setName('')
      }}
    >
      <Field label="New project" required maxLength={120} value={name} onText={setName} />
      <Button type="submit" icon={Plus}>
        Create
      </Button>
    </form>
  )
}
